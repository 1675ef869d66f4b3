"""What became of an idea: did somebody reply to it?

Who spoke next, how soon, with how many words and which; whether the speaker went on themself; and what the idea itself
asked for. Whether the reply repeats words of the idea tells almost nothing.

The weights are a logistic regression trained by `scripts/train_ideas.py` on the adjacency pairs of the ICSI Meeting
Recorder Dialogue Act corpus (Shriberg et al. 2004); see `docs/measures/ideas.md`.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._packaged import packaged
from alongside.engines.meetings._replies import Around, Said, signs
from alongside.engines.meetings._units import Units

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

# Units judged at a time, so that a very long meeting needs no more memory than an hour.
_CHUNK = 1024


class Answer(NamedTuple):
    """How likely nobody replied, and the unit of the first likely reply, if any."""

    unanswered: float
    unit: int | None


class UptakeModel(NamedTuple):
    """Weights of the signs that nobody replied."""

    weights: Mapping[str, float]
    intercept: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "UptakeModel":
        return cls(record["weights"], record["intercept"])

    def probability(self, columns: Mapping[str, Floats], rows: int) -> Floats:
        odds = np.full(rows, self.intercept)
        for name, weight in self.weights.items():
            if name in columns:
                odds += weight * columns[name]
        return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float64)

    def answers(self, units: Units, ideas: Sequence[tuple[Sequence[int], int]]) -> list[Answer]:
        """What became of each idea: the units of one speaker that hold it, and which of them most likely does."""
        if not ideas:
            return []
        size = np.array([len(held) for held, _ in ideas], np.intp)
        chance, reply = self._judged(units, np.concatenate([np.array(held, np.intp) for held, _ in ideas]))
        begin = np.cumsum(size) - size
        peak = begin + [held.index(peak) for held, peak in ideas]
        unanswered = np.add.reduceat(chance, begin) / size
        pairs = zip(unanswered.tolist(), reply[peak].tolist(), strict=True)
        return [Answer(nobody, unit if nobody < 0.5 and unit >= 0 else None) for nobody, unit in pairs]

    def _judged(self, units: Units, chosen: Ints) -> tuple[Floats, Ints]:
        """For each unit how likely nobody replied, and the first likely reply or -1."""
        said = Said.of(units)
        chance, reply = np.empty(len(chosen)), np.empty(len(chosen), np.intp)
        for at in range(0, len(chosen), _CHUNK):
            part = slice(at, at + _CHUNK)
            around = Around.of(said, chosen[part])
            chance[part] = self.probability(signs(said, around), len(around.unit))
            reply[part] = around.reply()
        return chance, reply


@cache
def packaged_model() -> UptakeModel:
    return UptakeModel.of(packaged("unanswered"))
