"""What became of an idea: did somebody reply to it?

Who spoke next, how soon, with how many words and which; whether the speaker went on themself; and what the idea itself
asked for. Whether the reply repeats words of the idea tells almost nothing.

The weights are a logistic regression trained by `scripts/train_ideas.py` on the adjacency pairs of the ICSI Meeting
Recorder Dialogue Act corpus (Shriberg et al. 2004); see `docs/measures/ideas.md`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log1p
from typing import Any

from alongside.engines.meetings._packaged import packaged
from alongside.engines.meetings._units import Units

# Seconds after an idea in which a reply still is one to it, and the units among which it is looked for.
_REPLY_WITHIN = 15.0
_SOON = 5.0
_UNITS_AHEAD = 40
_UNITS_BACK = 6
_LONG_AGO = 60.0
# Speech of others that ended this long before the idea did answers something before it.
_ENDED_BEFORE = 1.0

_SIGNALS = frozenset(
    "yeah uhhuh uh-huh mm-hmm mhm mmm hmm hm mm right okay ok yep oh huh ah aha sure yes uh um".split(),
)
_OPENINGS: Mapping[str, frozenset[str]] = {
    "agrees": frozenset("yeah yes yep sure absolutely definitely exactly certainly agreed totally".split()),
    "acknowledges": frozenset("okay ok right uh-huh uhhuh mm-hmm mhm mmm hmm oh ah huh cool great good nice".split()),
    "objects": frozenset("no but well nope actually except though although".split()),
    "takes up": frozenset("that that's that'd that'll which it it's or sounds".split()),
    "asks": frozenset("what how why when who where do does did is are can could would should".split()),
    "speaks for themself": frozenset("i i'm i'll i've i'd we we'll we're we've you you're maybe let's".split()),
    "goes on": frozenset("so and then because cuz the there there's if".split()),
}
_KINDS: Mapping[str, str] = {word: kind for kind, opening in _OPENINGS.items() for word in opening}
_GOING_ON = frozenset("the a an to of and or but so that if we i you it for with in on is are be my our this".split())
# Shorter words than this are those that any two sentences share.
_TELLING_LENGTH = 5


@dataclass(frozen=True, slots=True)
class Answer:
    """How likely nobody replied, and the unit of the first likely reply, if any."""

    unanswered: float
    unit: int | None


@dataclass(frozen=True, slots=True)
class _After:
    """What was said around the end of an idea: the speaker's next unit, and those of others in order."""

    own: int | None
    others: Sequence[int]
    fuller: Sequence[int]


@dataclass(frozen=True)
class UptakeModel:
    """Weights of the signs that nobody replied."""

    weights: Mapping[str, float]
    intercept: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "UptakeModel":
        return cls(record["weights"], record["intercept"])

    def probability(self, signs: Mapping[str, float]) -> float:
        odds = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in signs.items())
        return 1.0 / (1.0 + exp(-odds))


@cache
def packaged_model() -> UptakeModel:
    return UptakeModel.of(packaged("unanswered"))


class Uptake:
    """What became of the ideas of one meeting."""

    def __init__(self, units: Units, model: UptakeModel) -> None:
        self._model = model
        self._words = units.words
        self._length = [len(words) for words in units.words]
        self._signal = [
            length <= 2 and _SIGNALS.issuperset(words) for length, words in zip(self._length, units.words, strict=True)
        ]
        self._texts = units.texts
        self._speaker: list[int] = units.speaker.tolist()
        self._start: list[float] = units.start.tolist()
        self._end: list[float] = units.end.tolist()
        self._last: list[bool] = units.last.tolist()

    def of(self, units: Sequence[int], peak: int) -> Answer:
        """What became of the idea that these units of one speaker hold, most likely the one at `peak`."""
        unanswered = sum(self._model.probability(self.signs(unit)) for unit in units) / len(units)
        if unanswered >= 0.5:
            return Answer(unanswered, None)
        after = self._after(peak)
        return Answer(unanswered, next(iter(after.fuller or after.others), None))

    def signs(self, unit: int) -> dict[str, float]:
        """The numbers from which it is judged whether the idea in this unit was answered; absent ones are 0."""
        after = self._after(unit)
        return {
            **self._of_itself(unit),
            **self._of_going_on(unit, after.own),
            **self._of_reply(unit, after.others, "first"),
            **self._of_reply(unit, after.fuller, "fuller"),
            **self._of_others(unit, after),
        }

    def _after(self, unit: int) -> _After:
        speakers, starts, ends = self._speaker, self._start, self._end
        speaker, end = speakers[unit], ends[unit]
        middle = starts[unit] + 0.5 * min(1.0, end - starts[unit])
        own = None
        others = []
        for other in range(max(0, unit - _UNITS_BACK), min(len(starts), unit + _UNITS_AHEAD)):
            if starts[other] > end + _REPLY_WITHIN:
                break
            if speakers[other] == speaker:
                own = other if own is None and other > unit else own
            elif starts[other] >= middle and ends[other] >= end - _ENDED_BEFORE:
                others.append(other)
        return _After(own, others, [other for other in others if not self._signal[other]])

    def _of_itself(self, unit: int) -> dict[str, float]:
        words = self._words[unit]
        return {
            "length": log1p(len(words)),
            "asks": float(self._texts[unit].rstrip().endswith("?")),
            "ends utterance": float(self._last[unit]),
            "ends in a word that goes on": float(bool(words) and words[-1] in _GOING_ON),
        }

    def _of_going_on(self, unit: int, own: int | None) -> dict[str, float]:
        pause = _REPLY_WITHIN if own is None else min(max(self._start[own] - self._end[unit], 0.0), _REPLY_WITHIN)
        return {
            "own pause": log1p(pause),
            "goes on at once": float(pause < 0.3),
            "goes on soon": float(pause < 1.0),
            "goes on for": log1p(self._length[own]) if own is not None and pause < 3.0 else 0.0,
        }

    def _of_reply(self, unit: int, replies: Sequence[int], name: str) -> dict[str, float]:
        if not replies:
            return {f"{name}: none": 1.0, f"{name}: wait": log1p(_REPLY_WITHIN)}
        reply = replies[0]
        wait = self._start[reply] - self._end[unit]
        words = self._words[reply]
        signs = {
            f"{name}: wait": log1p(max(wait, 0.0)),
            f"{name}: overlaps": float(wait < 0.0),
            f"{name}: late": float(wait > _SOON),
            f"{name}: length": log1p(len(words)),
            f"{name}: own words before": log1p(self._own_words_between(unit, reply)),
        }
        opening = words[0].replace("’", "'") if words else ""
        if opening in _KINDS:
            signs[f"{name}: {_KINDS[opening]}"] = 1.0
            if name == "first":
                signs[f"{name}: {opening}"] = 1.0
        return signs

    def _own_words_between(self, unit: int, reply: int) -> int:
        speaker = self._speaker[unit]
        return sum(self._length[own] for own in range(unit + 1, reply) if self._speaker[own] == speaker)

    def _of_others(self, unit: int, after: _After) -> dict[str, float]:
        soon = [other for other in after.others if self._start[other] < self._end[unit] + _SOON]
        telling = {word for word in self._words[unit] if len(word) >= _TELLING_LENGTH}
        shared = sum(len(telling.intersection(self._words[other])) for other in after.fuller)
        return {
            "shared words": float(min(3, shared)),
            "others' words": log1p(sum(self._length[other] for other in soon)),
            "others": float(min(3, len({self._speaker[other] for other in soon}))),
            "signals": float(min(3, sum(self._signal[other] for other in soon))),
            "first is fuller": float(bool(after.fuller) and after.others[0] == after.fuller[0]),
            "held the floor for": log1p(self._floor_held(unit)),
        }

    def _floor_held(self, unit: int) -> float:
        """Seconds since somebody else said more than a few words."""
        speaker, start = self._speaker[unit], self._start[unit]
        for other in range(unit - 1, max(-1, unit - 1 - _UNITS_AHEAD), -1):
            if self._speaker[other] != speaker and self._length[other] > 3:
                return min(_LONG_AGO, max(start - self._end[other], 0.0))
        return _LONG_AGO
