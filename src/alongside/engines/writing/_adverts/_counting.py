"""The coded words of an advert by three ways of counting, and the class that follows."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, get_args

from alongside.engines.writing._adverts._stems import (
    DECODER_FEMININE,
    DECODER_MASCULINE,
    NOT_CODED,
    PAPER_FEMININE,
    PAPER_MASCULINE,
)
from alongside.engines.writing._adverts._words import Word, decoder_words, paper_words

Counting = Literal["decoder", "each_word_once", "paper"]
Coding = Literal[
    "strongly masculine-coded", "masculine-coded", "neutral", "empty", "feminine-coded", "strongly feminine-coded"
]
Side = Literal["masculine", "feminine"]

WAYS: Final[tuple[Counting, ...]] = get_args(Counting)
STRONGLY_FROM: Final = 4  # a lead of four words and more; the public decoder's border


@dataclass(frozen=True, slots=True)
class Coded:
    """A coded word in the text, and the stems that it begins with."""

    word: Word
    side: Side
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """What one way of counting makes of an advert."""

    masculine: tuple[str, ...]
    feminine: tuple[str, ...]

    @property
    def score(self) -> int:
        """Feminine less masculine."""
        return len(self.feminine) - len(self.masculine)

    @property
    def coding(self) -> Coding:
        if not self.masculine and not self.feminine:
            return "empty"
        if self.score == 0:
            return "neutral"
        if self.score > 0:
            return "strongly feminine-coded" if self.score >= STRONGLY_FROM else "feminine-coded"
        return "strongly masculine-coded" if -self.score >= STRONGLY_FROM else "masculine-coded"


def coded_words(text: str, counting: Counting) -> tuple[Coded, ...]:
    """Every coded word, in the order of the text."""
    if counting == "paper":
        return tuple(_paper_coded(text))
    return tuple(
        Coded(word, side, stems)
        for word in decoder_words(text)
        if word.text not in NOT_CODED
        for side, known in _DECODER
        if (stems := _stems_of(word.text, known))
    )


def count(coded: Iterable[Coded], counting: Counting) -> Count:
    """The words found, one entry a count: the decoder names a word once for each of its stems that the word meets."""
    found: dict[Side, list[str]] = {"masculine": [], "feminine": []}
    for each in coded:
        times = len(each.stems) if counting == "decoder" else 1
        found[each.side] += [each.word.text] * times
    return Count(tuple(found["masculine"]), tuple(found["feminine"]))


_DECODER: Final[tuple[tuple[Side, tuple[str, ...]], ...]] = (
    ("masculine", DECODER_MASCULINE),
    ("feminine", DECODER_FEMININE),
)
_PAPER: Final[tuple[tuple[Side, tuple[str, ...]], ...]] = (("masculine", PAPER_MASCULINE), ("feminine", PAPER_FEMININE))

_PAPER_BEGINNINGS: Final = tuple(entry.rstrip("*") for _, known in _PAPER for entry in known)


def _stems_of(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    if not word.startswith(known):
        return ()
    return tuple(stem for stem in known if word.startswith(stem))


def _paper_coded(text: str) -> Iterable[Coded]:
    for token in paper_words(text):
        whole = _paper_sides(token)
        yield from whole or [each for part in _at_hyphens(token) for each in _paper_sides(part)]


def _paper_sides(word: Word) -> list[Coded]:
    if not word.text.startswith(_PAPER_BEGINNINGS):
        return []
    return [
        Coded(word, side, entries)
        for side, known in _PAPER
        if (entries := tuple(entry for entry in known if _meets(word.text, entry)))
    ]


def _meets(word: str, entry: str) -> bool:
    return word.startswith(entry[:-1]) if entry.endswith("*") else word == entry


def _at_hyphens(token: Word) -> list[Word]:
    parts, start = [], token.start
    for part in token.text.split("-"):
        parts.append(Word(part, start, start + len(part)))
        start += len(part) + 1
    return parts
