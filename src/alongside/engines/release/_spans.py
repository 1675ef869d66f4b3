"""What follows from sums alone: is there a sum or difference of published sets that is about a few people only?

Published counts are linear in the answers, so whoever adds and subtracts them can reach every vector of the space that
the rows of the published sets span, and no other (the tracker of Denning, Denning and Schwartz 1979 is one such sum). A
vector of that space that is zero but for fewer than k people is what must not be there.

Such a vector is found in the reduced row echelon form: each row of it is zero at all pivots but one, so a vector that
meets the pivots once stands there as a row. Whether it does depends on which people are pivots. So several forms are
kept, each with pivots in another order. Sets of up to six people are also searched for as what they are: people whose
rows of the null space add up to nothing. What both could miss, the audit of the bands in `_freedom` still holds.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from alongside.engines.release._cancelling import fewest_that_cancel

Matrix = np.ndarray[Any, np.dtype[np.float64]]

_ZERO = 1e-7


class Span:
    """Sets of people, as rows, and all that sums of them reach.

    With `sets_only`, only sums that count a set of people are looked for; else differences between people also.
    """

    def __init__(self, people: int, k: int, *, sets_only: bool, forms: int = 12) -> None:
        self._k = k
        self._sets_only = sets_only
        self._rows = [np.zeros((0, people)) for _ in range(forms)]
        self._pivots: list[list[int]] = [[] for _ in range(forms)]
        self._order = [looks_like_chance(people, form) for form in range(forms)]

    def add(self, row: Matrix) -> None:
        """Take in a row that is published."""
        for form in range(len(self._rows)):
            self._take(form, self._with(form, row))

    def would_expose(self, row: Matrix) -> int:
        """How many people a sum would be about if this row were published too; 0 if no sum is about too few."""
        for form in range(len(self._rows)):
            reached = self._with(form, row)
            if reached is None:
                return 0
            if few := self._few(reached[0]) or (self._sets_only and form == 0 and self._fewest_in_a_set(*reached)):
                return few
        return 0

    def _with(self, form: int, row: Matrix) -> tuple[Matrix, int] | None:
        rows = self._rows[form]
        rest = row - row[self._pivots[form]] @ rows
        size = np.abs(rest)
        largest = size.max(initial=0.0)
        if largest < _ZERO:
            return None
        # Among values that are large enough not to lose digits, the one that this form's order prefers.
        pivot = int(np.argmax(np.where(size > largest / 2, self._order[form], -1.0)))
        rest = rest / rest[pivot]
        reached = np.vstack([rows - np.outer(rows[:, pivot], rest), rest])
        reached[np.abs(reached) < _ZERO] = 0.0
        return reached, pivot

    def _take(self, form: int, reached: tuple[Matrix, int] | None) -> None:
        if reached:
            self._rows[form] = reached[0]
            self._pivots[form].append(reached[1])

    def _few(self, rows: Matrix) -> int:
        support = np.count_nonzero(rows, axis=1)
        suspects = support < self._k
        if self._sets_only and suspects.any():
            # A row is 1 at its pivot. It counts a set of people if it is 1 wherever it is not zero.
            suspects[suspects] = (np.minimum(np.abs(rows[suspects]), np.abs(rows[suspects] - 1)) < _ZERO).all(axis=1)
        return int(support[suspects].min(initial=self._k)) if suspects.any() else 0

    def _fewest_in_a_set(self, rows: Matrix, pivot: int) -> int:
        """A set of people is reached by sums if each vector of the null space adds up to nothing over it.

        Two vectors with arbitrary weights stand for the whole null space.
        """
        pivots = [*self._pivots[0], pivot]
        weights = np.column_stack([looks_like_chance(rows.shape[1], 11), looks_like_chance(rows.shape[1], 17)]) + 0.5
        weights[pivots] = 0.0
        weights[pivots] = -rows @ weights
        return fewest_that_cancel(weights, self._k - 1)


def looks_like_chance(people: int, form: int) -> Matrix:
    """Numbers in [0, 1) that look like chance, and are the same each time: digits of sines that nobody looks at."""
    return np.modf(np.abs(np.sin(np.arange(1.0, people + 1) * 12.9898 + form * 78.233)) * 43758.5453)[0]


def row_of(people: Iterable[str], column: Mapping[str, int]) -> Matrix:
    row = np.zeros(len(column))
    row[[column[person] for person in people]] = 1.0
    return row
