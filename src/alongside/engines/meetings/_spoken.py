"""The words of a meeting, each different one numbered: what is asked of a word is asked of it once."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]


class Spoken(NamedTuple):
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
    def of(cls, units: Sequence[tuple[str, ...]]) -> "Spoken":
        number: defaultdict[str, int] = defaultdict(count().__next__)
        length = np.fromiter(map(len, units), np.intp, len(units))
        numbers = np.fromiter(map(number.__getitem__, chain.from_iterable(units)), np.intp, int(length.sum()))
        return cls(tuple(number), numbers, length)

    @property
    def begin(self) -> Ints:
        """Where each unit begins in `number`."""
        return np.cumsum(self.length) - self.length

    def counts(self) -> dict[str, int]:
        """How often each word was said."""
        return dict(zip(self.words, np.bincount(self.number, minlength=len(self.words)).tolist(), strict=True))

    def followed_by(self, word: str, chosen: Flags) -> "Spoken":
        """Put one more word at the end of the chosen units."""
        number = np.insert(self.number, (self.begin + self.length)[chosen], len(self.words))
        return Spoken((*self.words, word), number, self.length + chosen)

    def end_with(self, mark: str) -> Flags:
        """Whether the last word of each unit ends with the mark."""
        return np.array([word.endswith(mark) for word in (*self.words, "")], np.bool_)[self._last()]

    def last_of(self, units: Ints) -> list[str]:
        """The last words of some units; "" where there is none."""
        return [self.words[word] if word >= 0 else "" for word in self._last()[units].tolist()]

    def _last(self) -> Ints:
        return np.where(self.length > 0, np.append(self.number, -1)[self.begin + self.length - 1], -1)
