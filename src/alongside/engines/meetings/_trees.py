"""Small decision trees, added up.

Each tree asks three questions of the form "is this number greater than that?" and looks its answer up in a table of
eight. Trees are fitted by gradient boosting (Friedman 2001) with four leaves each, and are kept as plain numbers.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_QUESTIONS = 3
# Rows judged at a time, so that a very long meeting needs no more memory than an hour.
_CHUNK = 2048


class Trees(NamedTuple):
    """Boosted trees over named features.

    Attributes:
        names: the features, in the order of the columns.
        feature: column asked about, one row a tree and three questions a row.
        above: the number to be greater than, in the same shape.
        answers: log-odds for the eight outcomes, the first question being the lowest bit.
        intercept: log-odds to begin with.
    """

    names: tuple[str, ...]
    feature: NDArray[np.intp]
    above: Floats
    answers: Floats
    intercept: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Trees":
        """Trees from a record: features, intercept, and what each tree asks (`[name, above]`) and answers."""
        names = tuple(record["features"])
        column = {name: index for index, name in enumerate(names)}
        asked = [[(column[name], above) for name, above in tree["ask"]] for tree in record["trees"]]
        return cls(
            names=names,
            feature=np.array([[index for index, _ in asks] for asks in asked], np.intp),
            above=np.array([[above for _, above in asks] for asks in asked], np.float64),
            answers=np.array([tree["answers"] for tree in record["trees"]], np.float64),
            intercept=float(record["intercept"]),
        )

    def score(self, columns: Mapping[str, NDArray[Any]]) -> Floats:
        """Log-odds for each row."""
        table = np.array([columns[name] for name in self.names], np.float64)
        rows = table.shape[1]
        return np.concatenate([self._score(table[:, at : at + _CHUNK]) for at in range(0, max(rows, 1), _CHUNK)])

    def _score(self, table: Floats) -> Floats:
        outcome = np.zeros((len(self.answers), table.shape[1]), np.uint8)
        for question in range(_QUESTIONS):
            above = table[self.feature[:, question]] > self.above[:, question, None]
            outcome |= above.view(np.uint8) << np.uint8(question)
        place = outcome + np.arange(0, self.answers.size, 1 << _QUESTIONS)[:, None]
        total: Floats = self.answers.ravel()[place].sum(axis=0)
        return self.intercept + total


def probability(log_odds: Floats, line: Sequence[float] = (1.0, 0.0)) -> Floats:
    """Log-odds as a probability, after a straight line (slope, offset) that calibrates them (Platt 1999)."""
    slope, offset = line
    return 1.0 / (1.0 + np.exp(-(slope * log_odds + offset)))
