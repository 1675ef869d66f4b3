"""Words and signs of a sentence, with their places in the text."""

import re
from dataclasses import dataclass

_MARKS = (
    "\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0b80-\u0b83\u0bbe-\u0bcd"
    "\u0e31-\u0e4e"
)
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
WORD = re.compile(rf"{_LETTER}+(?:['’ʼ‘´`‐‑-]{_LETTER}+)*")
_TOKEN = re.compile(rf"{WORD.pattern}|\d[\w.:,]*\w|\d|\S")
_CLITIC = re.compile(r"(?<=\w)['’](?:s|d|ll|re|ve|m)\Z", re.IGNORECASE)
_EMPHASIS = frozenset("*_~`")
_GLUE_BEFORE = frozenset("\\#~=+&$%@/.-_")
_GLUE_AFTER = frozenset("\\#~=+@/_$")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign. A word ends before its clitic: "she's" is "she" with "'s"."""

    start: int
    end: int
    text: str
    low: str
    """In lower case, with a straight apostrophe."""
    clitic: str = ""
    is_word: bool = False
    is_loose: bool = True
    """Not part of a path, an address, an identifier or the like."""

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.is_word and self.text[0].isupper()

    @property
    def whole_end(self) -> int:
        """The end with the clitic."""
        return self.end + len(self.clitic)


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut a stretch of a text into tokens."""
    return [_token(text, match) for match in _TOKEN.finditer(text, start, end) if match.group() not in _EMPHASIS]


def _token(text: str, match: re.Match[str]) -> Token:
    said = match.group()
    if not (said[0].isalpha() or len(said) > 1) or said[0].isdigit():
        return Token(match.start(), match.end(), said, said)
    clitic = _CLITIC.search(said)
    bare = said[: clitic.start()] if clitic else said
    loose = _is_loose(text, match.start(), match.end(), bare)
    tail = clitic.group() if clitic else ""
    return Token(match.start(), match.start() + len(bare), bare, _lowered(bare), tail, is_word=True, is_loose=loose)


def _lowered(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_loose(text: str, start: int, end: int, word: str) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if after.isdigit() or before.isdigit():
        return False
    if after == "." and text[end + 1 : end + 2].isalnum():
        return False
    if before == "_" or after == "_":
        return _is_emphasis(text, start, end)
    if "/" in {before, after} and word[0].isupper():
        return before not in _GLUE_BEFORE - {"/"} and after not in _GLUE_AFTER - {"/"}
    return before not in _GLUE_BEFORE and after not in _GLUE_AFTER


def _is_emphasis(text: str, start: int, end: int) -> bool:
    """Whether the underscores around a word are those of Markdown: "_Omar_ said"."""
    before, after = text[max(0, start - 4) : start].rstrip("_")[-1:], text[end : end + 4].lstrip("_")[:1]
    return not (before.isalnum() or after.isalnum() or "." in {before, after} or "/" in {before, after})
