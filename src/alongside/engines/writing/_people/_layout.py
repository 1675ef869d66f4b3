"""Turns in a chat, headers and sign-offs of a mail: who speaks, writes or is called is not who is spoken of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from alongside.engines.writing._people._ordinary import ORDINARY
from alongside.engines.writing._people._tokens import WORD
from alongside.engines.writing._people._words import CLOSINGS, MAIL_HEADERS
from alongside.engines.writing._sentences import Block

PieceRole = Literal["text", "turn", "header", "sign-off"]

_NAME = r"[^\W\d_][\w'’.‑-]*(?: (?:[^\W\d_a-z][\w'’.‑-]*|van|der|den|de|la|von|al|bin)){0,4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?"
_LABEL = re.compile(
    rf"[ \t>]*(?:\[[^\]\n]{{1,40}}\][ \t]*|\(?{_CLOCK}\)?[ \t]*[-–]?[ \t]*)?[*_]{{0,3}}@?(?P<label>{_NAME})"
    rf"(?:[ ]?\([^)\n]{{1,40}}\))?(?:[ \t]+\[?\(?{_CLOCK}\)?\]?)?(?:[*_]{{0,3}}:[*_]{{0,3}}(?=\s|\Z))"
)
_STAMPED = re.compile(rf"[ \t>]*[*_]{{0,3}}{_NAME}[*_]{{0,3}},?[ \t]+\[?\(?(?:today at |at )?{_CLOCK}\)?\]?[ \t]*\Z")
_DASHED_NAME = re.compile(rf"[ \t]*(?:--?|–|—)[ \t]*{_NAME}[ \t]*\Z")
_LINE = re.compile(r"[^\n]+")
_PARENTHESIS = re.compile(r"\([^)\n]*\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block in which one person writes."""

    start: int
    end: int
    role: PieceRole
    label_end: int = 0
    """Where the name of the speaker ends, or 0."""


def pieces(masked: str, block: Block, *, after_closing: bool, is_last: bool) -> list[Piece]:
    """Cut a block at the lines where a turn, a header or a sign-off begins.

    Args:
        masked: the text with all but prose blanked.
        block: which stretch of it.
        after_closing: whether the block before was only "Kind regards," or the like.
        is_last: whether it is the last block of the text.
    """
    if block.kind not in {"paragraph", "item"}:
        return [Piece(block.start, block.end, "text")]
    lines = [(line.start(), line.end()) for line in _LINE.finditer(masked, block.start, block.end)]
    if _is_signature(masked, lines, after_closing=after_closing, is_last=is_last):
        return [Piece(block.start, block.end, "sign-off")]
    return list(_merged(masked, lines))


def is_closing(masked: str, start: int, end: int) -> bool:
    """Whether a line says no more than "Kind regards,"."""
    words = [word.lower() for word in WORD.findall(masked, start, end)]
    return 0 < len(words) <= 5 and all(word in CLOSINGS for word in words) and masked[start:end].rstrip()[-1:] != ":"


def _is_signature(masked: str, lines: list[tuple[int, int]], *, after_closing: bool, is_last: bool) -> bool:
    start, end = lines[0]
    if is_last and len(lines) == 1 and _DASHED_NAME.match(masked, start, end):
        return True
    said = _PARENTHESIS.sub("", masked[start:end])
    words = WORD.findall(said)
    is_name = 0 < len(words) <= 5 and all(word[0].isupper() for word in words) and said.strip()[-1:] not in set(".!?:")
    return is_name and (after_closing or (is_last and len(lines) == 1 and said.strip()[-1:] != ","))


def _merged(masked: str, lines: list[tuple[int, int]]) -> Iterator[Piece]:
    """Pieces, with lines that only go on put together."""
    start, role, label_end = lines[0][0], "text", 0
    signs_off = False
    for line_start, line_end in lines:
        begins, its_label_end = _role_of(masked, line_start, line_end)
        if signs_off or begins is None:
            continue
        if line_start > start:
            yield Piece(start, line_start, _role(role), label_end)
        start, role, label_end = line_start, begins, its_label_end
        signs_off = begins == "sign-off"
    yield Piece(start, lines[-1][1], _role(role), label_end)


def _role(name: str) -> PieceRole:
    roles: dict[str, PieceRole] = {"turn": "turn", "header": "header", "sign-off": "sign-off"}
    return roles.get(name, "text")


def _role_of(masked: str, start: int, end: int) -> tuple[PieceRole | None, int]:
    """What begins with this line, if anything, and where its label ends."""
    if is_closing(masked, start, end):
        return "sign-off", 0
    if _STAMPED.match(masked, start, end):
        return "header", 0
    label = _LABEL.match(masked, start, end)
    if label is None:
        return None, 0
    first = label["label"].split()[0].lower()
    if label["label"].lower() in MAIL_HEADERS:
        return "header", 0
    return (None, 0) if first in ORDINARY else ("turn", label.end())
