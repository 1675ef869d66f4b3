"""The sentences around names: their tokens, what is quoted in them, and which sentence goes on from which."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from alongside.engines.writing._page import Page
from alongside.engines.writing._people._layout import Piece, is_closing, pieces
from alongside.engines.writing._people._tokens import Token, tokens_of
from alongside.engines.writing._sentences import Block, BlockKind, sentences_of

_QUOTED = re.compile(
    r"“[^“”\n]{1,2000}”|\"[^\"\n]{1,2000}\"|„[^„“”\n]{1,2000}[“”]|«[^«»\n]{1,2000}»"
    r"|(?<![\w’'])‘[^‘’\n]{1,400}(?:’\w[^‘’\n]{0,400})*’(?!\w)|(?<![\w'’])'(?=\w)[^'\n]{1,400}(?:'\w[^'\n]{0,400}){0,9}'(?!\w)"
)

_QUOTED_LINE = re.compile(r"^[ \t]*>[^\n]*", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in its place."""

    tokens: list[Token]
    block: int
    kind: BlockKind
    role: str
    """"text", "turn", "header" or "sign-off"."""
    label: int = 0
    """How many tokens at its beginning are the name of who speaks."""
    goes_on: bool = False
    """Whether the sentence before may have named whom a pronoun in this one means."""
    quoted: list[tuple[int, int]] = field(default_factory=list)

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands in quotation marks or in a quoted block."""
        return any(start <= token.start < end for start, end in self.quoted)


def scene(page: Page, wanted: Sequence[int]) -> list[Sentence]:
    """Return the sentences of some blocks of a page, given by their places in `page.blocks`, in order."""
    found: list[Sentence] = []
    after_closing = False
    for place in wanted:
        block = page.blocks[place]
        is_last = 0 < place == len(page.blocks) - 1
        quoted = _quotations(page.masked, block)
        for piece in pieces(page.masked, block, after_closing=after_closing, is_last=is_last):
            _add(found, page, piece, place, quoted)
        after_closing = is_closing(page.masked, block.start, block.end)
    return found


def _add(found: list[Sentence], page: Page, piece: Piece, place: int, quoted: list[tuple[int, int]]) -> None:
    kind = page.blocks[place].kind
    for number, (start, end) in enumerate(sentences_of(page.masked, piece.start, piece.end)):
        tokens = tokens_of(page.masked, start, end)
        label = sum(token.end <= piece.label_end for token in tokens) if number == 0 else 0
        goes_on = _goes_on(found[-1] if found else None, place, kind)
        found.append(Sentence(tokens, place, kind, piece.role, label, goes_on, quoted))


def _goes_on(before: Sentence | None, place: int, kind: BlockKind) -> bool:
    if before is None or before.role in {"header", "sign-off"}:
        return False
    if before.block == place:
        return True
    return place == before.block + 1 and kind == "paragraph" and before.kind in {"paragraph", "heading"}


def _quotations(masked: str, block: Block) -> list[tuple[int, int]]:
    """Where the block quotes; quotation marks that do not close quote nothing."""
    found = [match.span() for match in _QUOTED.finditer(masked, block.start, block.end)]
    line_start = masked.rfind("\n", 0, block.start) + 1
    return found + [line.span() for line in _QUOTED_LINE.finditer(masked, line_start, block.end)]
