"""The words of a meeting, each different one numbered: what is asked of a word is asked of it once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count
from operator import methodcaller

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]

# All marks but those within a word ("don't", "and/or", "3.5") and the hyphen after one. To take these out and split is
# quicker than to look for words. So is to look first for what is none of the commonest letters.
_NO_PART_OF_A_WORD = re.compile(r"[^a-z \n](?<=[^\w\s])(?<![^\W_]-)(?!(?<=[^\W_]['’.&/])[^\W_])")
_BORDER = "|"


@dataclass(frozen=True)
class Spoken:
    """Units of words as numbers.

    Attributes:
        words: the different words, in order of first use.
        number: for each word that was said, unit after unit, its place in `words`.
        length: how many words each unit has.
    """

    words: tuple[str, ...]
    number: Ints
    length: Ints

    @classmethod
    def of(cls, units: Sequence[Sequence[str]]) -> "Spoken":
        return cls._of_words(chain.from_iterable((*unit, _BORDER) for unit in units))

    @classmethod
    def in_texts(cls, texts: Iterable[str]) -> "Spoken":
        """The words of each text in lower case; marks in a word stay ("don't"), and so does a hyphen after ("th-").

        A curly apostrophe is written straight. All texts are gone through as lines of one, which is quicker than one by
        one.
        """
        lines = _NO_PART_OF_A_WORD.sub(" ", "\n".join((*texts, "")).lower().replace("_", " "))
        return cls._of_words(lines.replace("’", "'").replace("\n", f" {_BORDER} ").split())

    @classmethod
    def _of_words(cls, said: Iterable[str]) -> "Spoken":
        number: defaultdict[str, int] = defaultdict(count().__next__)
        border = number[_BORDER]
        numbers = np.array(list(map(number.__getitem__, said)), np.intp)
        ends = np.flatnonzero(numbers == border)
        return cls(tuple(number)[1:], numbers[numbers != border] - 1, np.diff(ends, prepend=-1) - 1)

    @cached_property
    def begin(self) -> Ints:
        """Where each unit begins in `number`."""
        return np.cumsum(self.length) - self.length

    @cached_property
    def unit(self) -> Ints:
        """For each word that was said its unit."""
        return np.repeat(np.arange(len(self.length)), self.length)

    @cached_property
    def first(self) -> Ints:
        """The number of the first word of each unit; -1 where there is none."""
        return np.where(self.length > 0, np.append(self.number, -1)[self.begin], -1)

    @cached_property
    def last(self) -> Ints:
        """The number of the last word of each unit; -1 where there is none."""
        return np.where(self.length > 0, np.append(self.number, -1)[self.begin + self.length - 1], -1)

    @cached_property
    def cut_off(self) -> Flags:
        """Whether each of `words` is cut off ("th-"); and one more, as `which` has."""
        return self.which(methodcaller("endswith", "-"))

    def which(self, passes: Callable[[str], bool]) -> Flags:
        """Whether each of `words` passes a test; one more at the end says that no word (-1) does not."""
        return np.array([*map(passes, self.words), False], np.bool_)

    def in_units(self, units: Ints) -> tuple[Ints, Ints]:
        """All words of some units: which of the units, and the number of the word."""
        length = self.length[units]
        row = np.repeat(np.arange(len(units)), length)
        before = np.cumsum(length) - length
        return row, self.number[np.arange(len(row)) + (self.begin[units] - before)[row]]

    def of_unit(self, unit: int) -> list[str]:
        """The words of one unit."""
        begin = self.begin[unit]
        return [self.words[number] for number in self.number[begin : begin + self.length[unit]].tolist()]

    def counts(self) -> dict[str, int]:
        """How often each word was said."""
        return dict(zip(self.words, np.bincount(self.number, minlength=len(self.words)).tolist(), strict=True))

    def followed_by(self, word: str, chosen: Flags) -> "Spoken":
        """Put one more word at the end of the chosen units."""
        number = np.insert(self.number, (self.begin + self.length)[chosen], len(self.words))
        return Spoken((*self.words, word), number, self.length + chosen)
