"""Ideas put to the meeting: "we could", "why don't we", "what if".

A sentence is weighed by its turns of phrase, by its length and by the sentences of the same speaker around it. People
put an idea over several sentences, so what is reported is the stretch of a turn that most likely holds one.

The weights are logistic regressions trained by `scripts/train_ideas.py` on hand-labelled work meetings (`cs`,
suggestions, of the ICSI Meeting Recorder Dialogue Act corpus: Shriberg et al. 2004); see `docs/measures/ideas.md`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from math import exp, log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lookback import Proposal
from alongside.engines.meetings._packaged import packaged
from alongside.engines.meetings._phrases import PhraseWeights
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units
from alongside.engines.meetings._uptake import packaged_model

Floats = NDArray[np.float64]

# An idea goes on over a pause of the same speaker of up to this many seconds, and over so many units.
_LONGEST_PAUSE = 3.0
_MOST_UNITS = 6
# A unit less likely than this adds nothing to a stretch.
_LEAST = 0.02

# By how much an explicit proposal ("what if we") passes the threshold where its other words speak against it.
_JUST = 0.01

_ALMOST_CERTAIN = 1.0 - 1e-9

_NEIGHBOUR_WITHIN = 10.0
_AROUND = 30.0
_SCORE_LIMITS = (-5.0, 2.0)


class Stretch(NamedTuple):
    """Consecutive units of one speaker that likely hold one idea; `peak` is the unit that most likely does."""

    units: tuple[int, ...]
    peak: int
    probability: float


class ProposalModel(NamedTuple):
    """What a unit must say, and where it must stand, to be an idea, and how likely one must be to be reported."""

    phrases: PhraseWeights
    context: Floats
    context_intercept: float
    threshold: float
    calibration: tuple[float, float]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "ProposalModel":
        slope, intercept = record["calibration"]
        return cls(
            PhraseWeights.of(record["phrases"], record["phrases_intercept"], record["verbs"], record["explicit"]),
            np.array([record["context"][name] for name in CONTEXT], np.float64),
            record["context_intercept"],
            record["threshold"],
            (slope, intercept),
        )

    def stretches(self, units: Units) -> list[Stretch]:
        """The stretches of talk that likely hold an idea, in order of time."""
        score, explicit = self.phrases.score(units.spoken)
        odds = self.context_intercept + context_of(units, score) @ self.context
        chance = 1.0 / (1.0 + np.exp(-odds))
        chance[explicit] = np.maximum(chance[explicit], self.threshold + _JUST)
        found = divide(units, chance, self.threshold)
        return [stretch._replace(probability=self._calibrated(stretch.probability)) for stretch in found]

    def _calibrated(self, chance: float) -> float:
        """The share of stretches of this chance that do hold an idea (Platt 1999)."""
        slope, intercept = self.calibration
        chance = min(chance, _ALMOST_CERTAIN)
        return 1.0 / (1.0 + exp(-slope * log(chance / (1.0 - chance)) - intercept))


CONTEXT = ("phrases", "length", "length_squared", "before", "after", "around")
"""What is known of a unit: its score by phrases, the logarithm of its number of words and that squared, the scores of
the units of the same speaker just before and after, and how many ideas there seem to be around."""


def context_of(units: Units, score: Floats) -> Floats:
    """The columns of `CONTEXT` for each unit."""
    count = len(units)
    length = np.log1p(units.spoken.length)
    shown = np.clip(score, *_SCORE_LIMITS)
    order = np.lexsort((np.arange(count), units.speaker))
    near = (units.speaker[order][1:] == units.speaker[order][:-1]) & (
        units.start[order][1:] - units.end[order][:-1] < _NEIGHBOUR_WITHIN
    )
    before = np.full(count, _SCORE_LIMITS[0])
    after = before.copy()
    before[order[1:][near]] = shown[order[:-1][near]]
    after[order[:-1][near]] = shown[order[1:][near]]
    likely = 1.0 / (1.0 + np.exp(-score))
    total = np.concatenate((np.zeros(1), np.cumsum(likely)))
    since = np.searchsorted(units.start, units.start - _AROUND)
    until = np.searchsorted(units.start, units.start + _AROUND)
    around = np.log1p(np.maximum(total[until] - total[since] - likely, 0.0))
    return np.column_stack((score, length, length * length, before, after, around))


def divide(units: Units, chance: Floats, threshold: float) -> list[Stretch]:
    """The division of each speaker's units into ideas and the rest under which most ideas are found.

    Each idea counts for the probability that it holds one, less `threshold`; the best division is found by dynamic
    programming over runs of units that stand together.
    """
    runs = _runs(units, chance, threshold)
    found = [stretch for run in runs for stretch in _divided(run, chance[run].tolist(), threshold)]
    return sorted(found, key=lambda stretch: stretch.units[0])


def _runs(units: Units, chance: Floats, threshold: float) -> Iterator[list[int]]:
    """Units of one speaker, each at least faintly likely, without long pauses between them, that may hold an idea."""
    order = np.argsort(units.speaker, kind="stable")
    speaker, start, end = units.speaker[order], units.start[order], units.end[order]
    likely = chance[order] >= _LEAST
    apart = (speaker[1:] != speaker[:-1]) | (start[1:] - end[:-1] > _LONGEST_PAUSE) | ~likely[1:]
    run = np.concatenate((np.zeros(1, np.int64), np.cumsum(apart)))
    # The chance that any of them holds an idea is at most the sum of their chances.
    likely &= np.bincount(run, chance[order] * likely)[run] > threshold
    order, run = order[likely], run[likely]
    for members in np.split(order, np.flatnonzero(np.diff(run)) + 1):
        yield members.tolist()


def _divided(run: list[int], chance: list[float], threshold: float) -> Iterator[Stretch]:
    best, length = [0.0], [0]
    for end in range(1, len(run) + 1):
        gain, taken = best[-1], 0
        none = 1.0
        for begin in range(end - 1, max(-1, end - 1 - _MOST_UNITS), -1):
            none *= 1.0 - chance[begin]
            value = best[begin] + 1.0 - none - threshold
            if value > gain:
                gain, taken = value, end - begin
        best.append(gain)
        length.append(taken)
    return _traced(run, chance, length)


def _traced(run: list[int], chance: list[float], length: list[int]) -> Iterator[Stretch]:
    end = len(run)
    while end:
        begin = end - max(1, length[end])
        if length[end]:
            members = range(begin, end)
            none = 1.0
            for member in members:
                none *= 1.0 - chance[member]
            peak = max(members, key=chance.__getitem__)
            yield Stretch(tuple(run[begin:end]), run[peak], 1.0 - none)
        end = begin


@cache
def _model() -> ProposalModel:
    return ProposalModel.of(packaged("proposals"))


def find_proposals(units: Units, transcript: Transcript) -> tuple[Proposal, ...]:
    """Every idea put to the meeting, in order of time, and what likely became of it."""
    if not len(units):
        return ()
    stretches = _model().stretches(units)
    answers = packaged_model().answers(units, [(stretch.units, stretch.peak) for stretch in stretches])
    return tuple(
        Proposal(
            speaker=transcript.speakers[units.speaker[stretch.peak]],
            start=round(float(units.start[stretch.units[0]]), 3),
            end=round(float(max(units.end[unit] for unit in stretch.units)), 3),
            text=" ".join(units.texts[unit] for unit in stretch.units),
            probability=round(stretch.probability, 4),
            unanswered_probability=round(answer.unanswered, 4),
            answered_by="" if answer.unit is None else transcript.speakers[units.speaker[answer.unit]],
            reply="" if answer.unit is None else units.texts[answer.unit],
            say="",
        )
        for stretch, answer in zip(stretches, answers, strict=True)
    )
