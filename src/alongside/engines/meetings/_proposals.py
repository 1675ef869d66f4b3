"""Ideas put to the meeting: "we could", "why don't we", "what if".

A sentence is weighed by its turns of phrase, by its length and by the sentences of the same speaker around it. People
put an idea over several sentences, so what is reported is the stretch of a turn that most likely holds one.

The weights are logistic regressions trained by `scripts/train_ideas.py` on hand-labelled work meetings (`cs`,
suggestions, of the ICSI Meeting Recorder Dialogue Act corpus: Shriberg et al. 2004); see `docs/measures/ideas.md`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from alongside.engines.meetings._lookback import Proposal
from alongside.engines.meetings._phrases import PhraseWeights
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units
from alongside.engines.meetings._uptake import Uptake, packaged_model

Floats = NDArray[np.float64]

# An idea goes on over a pause of the same speaker of up to this many seconds, and over so many sentences.
_LONGEST_PAUSE = 1.5
_MOST_UNITS = 4
# A sentence less likely than this adds nothing to a stretch.
_LEAST = 0.02

_NEIGHBOUR_WITHIN = 10.0
_AROUND = 30.0
_SCORE_LIMITS = (-5.0, 2.0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Consecutive units of one speaker that likely hold one idea; `peak` is the unit that most likely does."""

    units: tuple[int, ...]
    peak: int
    probability: float


@dataclass(frozen=True)
class ProposalModel:
    """What a sentence must say, and where it must stand, to be an idea."""

    phrases: PhraseWeights
    context: Floats
    intercept: float
    threshold: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "ProposalModel":
        return cls(
            PhraseWeights.of(record["phrases"], record["phrases_intercept"], record["verbs"]),
            np.array([record["context"][name] for name in CONTEXT], np.float64),
            record["context_intercept"],
            record["threshold"],
        )

    def probabilities(self, units: Units) -> Floats:
        """How likely each unit is an idea."""
        odds = self.intercept + context_of(units, self.phrases.score(units.words)) @ self.context
        return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float64)


CONTEXT = ("phrases", "length", "length_squared", "before", "after", "around")
"""What is known of a unit beside its words: its score by phrases, the logarithm of its number of words and that squared,
the scores of the units of the same speaker just before and after, and how many ideas there seem to be around."""


def context_of(units: Units, score: Floats) -> Floats:
    """The columns of `CONTEXT` for each unit."""
    count = len(units)
    length = np.log1p(np.fromiter(map(len, units.words), np.float64, count))
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


def stretches(units: Units, probabilities: Floats, threshold: float) -> list[Stretch]:
    """The division of each speaker's units into ideas and the rest under which most ideas are found.

    Each idea counts for the probability that it holds one, less `threshold`; the best division is found by dynamic
    programming over runs of units that stand together.
    """
    found = [stretch for run in _runs(units, probabilities) for stretch in _divided(run, probabilities, threshold)]
    return sorted(found, key=lambda stretch: stretch.units[0])


def _runs(units: Units, probabilities: Floats) -> Iterator[list[int]]:
    """Units of one speaker, each at least faintly likely, without long pauses between them."""
    likely = np.flatnonzero(probabilities >= _LEAST)
    order = likely[np.argsort(units.speaker[likely], kind="stable")]
    rank = _ranks(units.speaker)
    joined = (
        (units.speaker[order][1:] == units.speaker[order][:-1])
        & (rank[order][1:] == rank[order][:-1] + 1)
        & (units.start[order][1:] - units.end[order][:-1] <= _LONGEST_PAUSE)
    )
    cuts = np.flatnonzero(~joined) + 1
    for run in np.split(order, cuts):
        if len(run):
            yield run.tolist()


def _ranks(speaker: NDArray[np.int32]) -> NDArray[np.int64]:
    """Which unit of its speaker each is."""
    order = np.argsort(speaker, kind="stable")
    _, first = np.unique(speaker[order], return_index=True)
    rank = np.empty(len(speaker), np.int64)
    rank[order] = np.arange(len(speaker)) - np.repeat(first, np.diff(np.append(first, len(speaker))))
    return rank


def _divided(run: list[int], probabilities: Floats, threshold: float) -> list[Stretch]:
    chance: list[float] = probabilities[run].tolist()
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
    return list(_traced(run, chance, length))


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
    return ProposalModel.of(orjson.loads(files(__package__).joinpath("models/proposals.json").read_bytes()))


def find_proposals(units: Units, transcript: Transcript) -> tuple[Proposal, ...]:
    """Every idea put to the meeting, in order of time, and what likely became of it."""
    if not len(units):
        return ()
    model = _model()
    uptake = Uptake(units, packaged_model())
    found = []
    for stretch in stretches(units, model.probabilities(units), model.threshold):
        answer = uptake.of(stretch.peak)
        found.append(
            Proposal(
                speaker=transcript.speakers[units.speaker[stretch.peak]],
                start=float(units.start[stretch.units[0]]),
                end=float(max(units.end[unit] for unit in stretch.units)),
                text=" ".join(units.texts[unit] for unit in stretch.units),
                probability=stretch.probability,
                unanswered_probability=answer.unanswered,
                answered_by="" if answer.unit is None else transcript.speakers[units.speaker[answer.unit]],
                reply="" if answer.unit is None else units.texts[answer.unit],
                say="",
            ),
        )
    return tuple(found)
