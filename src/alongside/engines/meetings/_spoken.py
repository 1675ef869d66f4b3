"""The words of a meeting, each different one numbered: what is asked of a word is asked of it once."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class Spoken(NamedTuple):
    """Units of words as numbers.

    Attributes:
        words: the different words, in order of first use.
        number: for each word that was said, unit after unit, its place in `words`.
        length: how many words each unit has.
    """

    words: tuple[str, ...]
    number: NDArray[np.intp]
    length: NDArray[np.intp]

    @classmethod
    def of(cls, units: Sequence[tuple[str, ...]]) -> "Spoken":
        number: defaultdict[str, int] = defaultdict(count().__next__)
        length = np.fromiter(map(len, units), np.intp, len(units))
        numbers = np.fromiter(map(number.__getitem__, chain.from_iterable(units)), np.intp, int(length.sum()))
        return cls(tuple(number), numbers, length)

    def counts(self) -> dict[str, int]:
        """How often each word was said."""
        return dict(zip(self.words, np.bincount(self.number, minlength=len(self.words)).tolist(), strict=True))
