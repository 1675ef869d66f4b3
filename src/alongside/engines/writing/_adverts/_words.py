"""An advert's words, as the public decoder takes them (with its oddities), and as the paper does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.engines.writing._adverts._stems import KEEPS_ITS_HYPHEN


@dataclass(frozen=True, slots=True)
class Word:
    """A word in small letters, and where it stands in the text."""

    text: str
    start: int
    end: int


# What is not plain ASCII ends a word, as do spaces and these marks. "#", "_", "+" and the like are part of it.
_DECODER_WORD = re.compile(r"""[^\x80-\U0010ffff\s.,“”‘’<>*?!"\[\]@':;()/&]+""")
_PAPER_WORD = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


def decoder_words(text: str) -> list[Word]:
    """The words that the public decoder would look at.

    Hyphens part words, with three exceptions. A word that begins with a hyphen stays whole, so a list written as
    "-lead the team" hides "lead". A word that begins like a coded one with a hyphen ("co-operate") stays whole. And
    since the decoder changes its list of words while it walks along it, it passes over the word that follows the first
    one it handles; so in "A data-driven role" the word "driven" is not found. If the word passed over comes again
    later, it is the last of them that stays whole.
    """
    tokens = [Word(match[0].lower(), *match.span()) for match in _DECODER_WORD.finditer(text)]
    passed_over = _passed_over(tokens)
    return [part for at, token in enumerate(tokens) for part in ([token] if at == passed_over else _parts(token))]


def _passed_over(tokens: list[Word]) -> int | None:
    first = next((at for at, token in enumerate(tokens) if _is_handled(token.text)), None)
    if first is None or first + 1 >= len(tokens) or not _is_handled(tokens[first + 1].text):
        return None
    same = tokens[first + 1].text
    return max(at for at, token in enumerate(tokens) if token.text == same)


def _is_handled(word: str) -> bool:
    return not word.startswith(("-", *KEEPS_ITS_HYPHEN))


def _parts(token: Word) -> Iterator[Word]:
    if not _is_handled(token.text):
        yield token
        return
    start = token.start
    for part in token.text.split("-"):
        yield Word(part, start, start + len(part))
        start += len(part) + 1


def paper_words(text: str) -> list[Word]:
    """Runs of letters and digits; a hyphen inside belongs to the word, so that "self-reliant" is one."""
    return [Word(match[0].lower(), *match.span()) for match in _PAPER_WORD.finditer(text)]
