"""Interruptions: somebody was stopped before they were finished, and somebody else had or took the floor.

Most overlapping speech is nothing of the kind: listeners' signals, early starts at a turn's end, people who give way.
So no rule on overlap is used. Each place where the floor may have been lost (`_floor_loss.py`) is weighed by how its
words end, what others say then, and who speaks on. The model was trained by `scripts/train_floor.py` on the hand labels
of Shriberg et al. (2004); what on, and how often it is right, stands in `docs/measures/meetings.md`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._floor_loss import (
    Places,
    completes,
    describe,
    find_places,
    utterance_signals,
    word_features,
)
from alongside.engines.meetings._listening import LIKELY
from alongside.engines.meetings._lookback import Interruption, InterruptionKind
from alongside.engines.meetings._talk import Talk
from alongside.engines.meetings._trees import Trees, probability
from alongside.engines.meetings._word_weights import WordWeights

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Flags = NDArray[np.bool_]

# Two stops of one speaker within this time are one moment, told once.
_ONE_MOMENT = 1.5
_QUOTED_WORDS = 12
# In the training meetings no unit that is likelier a listener's signal was told as interrupted.
_CLEARLY_LISTENING = 0.7
# Who comes in seems to have waited where the last, cut-off word was tidied away, and in one stream, where a word ends
# when somebody else's begins. There so many seconds of silence are needed before it is called "after a pause".
_SILENCE_FOR_SURE = 0.5


@dataclass(frozen=True, slots=True)
class View:
    """What a transcript lets one see. The model was measured, and is calibrated, for each view apart.

    Attributes:
        one_stream: overlapping speech was lost in the export, and was put together again by `_unfold.py`.
        verbatim: cut-off words ("th-") were kept.
    """

    one_stream: bool
    verbatim: bool

    @property
    def name(self) -> str:
        return "one stream" if self.one_stream else "verbatim" if self.verbatim else "tidied"

    @classmethod
    def of(cls, talk: Talk, *, one_stream: bool) -> "View":
        """A transcript is verbatim if one unit in two hundred or more is marked as broken off."""
        broken_off = sum(1 for words in talk.said if words and words[-1][-1] == "-")
        return cls(one_stream, verbatim=broken_off * 200 >= len(talk.said) > 0)


@dataclass(frozen=True, slots=True)
class Setting:
    """For one view: the line that calibrates log-odds, and from which probability on a moment is told, and is sure."""

    line: tuple[float, float]
    told: float
    sure: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Setting":
        slope, offset = record["line"]
        return cls((slope, offset), record["told"], record["sure"])


@dataclass(frozen=True, slots=True)
class Losses:
    """The interruptions of a meeting, the unit and the other of each, and the chance at every unit's end."""

    interruptions: tuple[Interruption, ...]
    unit: Ints
    by: Ints
    chance: Floats


@dataclass(frozen=True, slots=True)
class Weighed:
    """Places worth a look.

    Attributes:
        log_odds: that each is an interruption; not yet calibrated.
        there_first: whether the other had the floor before the speaker who stopped began.
        afterwards: whether the other began only after the stop.
    """

    places: Places
    log_odds: Floats
    there_first: Flags
    afterwards: Flags

    def kind(self, place: int) -> InterruptionKind:
        if self.afterwards[place]:
            return "after_pause"
        return "crowded_out" if self.there_first[place] else "cut_off"


def described_in(talk: Talk, places: Places, view: View, signal: Floats, signals: Floats) -> dict[str, Floats]:
    """Each place in numbers, with the view that the transcript gives of it."""
    columns = describe(talk, places, signal, signals)
    columns["one_stream"] = np.full(len(places), float(view.one_stream))
    columns["verbatim"] = np.full(len(places), float(view.verbatim))
    return columns


@dataclass(frozen=True, slots=True)
class InterruptionModel:
    """Word weights for (left unfinished, interrupted), trees over them and the numbers of the place, and settings.

    `there_first` are the trees that tell who was crowded out from who was cut off. Places whose words alone make an
    interruption less likely than `least` (log-odds) are not looked at further.
    """

    words: WordWeights
    trees: Trees
    there_first: Trees
    least: float
    settings: Mapping[str, Setting]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "InterruptionModel":
        settings = {name: Setting.of(setting) for name, setting in record["settings"].items()}
        trees = (Trees.of(record["trees"]), Trees.of(record["there_first"]))
        return cls(WordWeights.of(record["words"]), *trees, record["least"], settings)

    def weigh(self, talk: Talk, signal: Floats, view: View) -> Weighed:
        """Weigh every place of a meeting."""
        signals = utterance_signals(talk, signal)
        places = find_places(talk, signals)
        places = places.only(signal[places.unit] < _CLEARLY_LISTENING)
        scores = self.words.score(word_features(talk, places, self.words.vocabulary), len(places))
        likely = scores[:, 1] > self.least
        places, scores = places.only(likely), scores[likely]
        columns = described_in(talk, places, view, signal, signals)
        columns["words_unfinished"], columns["words_interrupted"] = scores[:, 0], scores[:, 1]
        by_start = columns["by_start"]
        return Weighed(
            places,
            self.trees.score(columns),
            there_first=self.there_first.score(columns) > 0.0,
            afterwards=by_start >= (0.0 if view.name == "verbatim" else _SILENCE_FOR_SURE),
        )

    def find(self, talk: Talk, signal: Floats, view: View) -> Losses:
        """The interruptions of a meeting in order of time, and the chance of one at the end of every unit."""
        return tell(talk, signal, self.weigh(talk, signal, view), self.settings[view.name])


def tell(talk: Talk, signal: Floats, weighed: Weighed, setting: Setting) -> Losses:
    """What is told of weighed places: calibrated, one a moment, and only from the setting's threshold on."""
    places = weighed.places
    chance = probability(weighed.log_odds, setting.line)
    told = one_a_moment(talk, places, np.where(chance >= setting.told, chance, 0.0))
    of_unit = np.zeros(len(talk.units))
    of_unit[places.unit] = chance
    interruptions = []
    for place in told:
        is_sure = bool(chance[place] >= setting.sure) and not _may_help(talk, places, place)
        interruptions.append(_interruption(talk, signal, weighed, place, (float(chance[place]), is_sure)))
    return Losses(tuple(interruptions), places.unit[told], places.by[told], of_unit)


def one_a_moment(talk: Talk, places: Places, chance: Floats) -> list[int]:
    """Places with a chance above zero, the likeliest first in its moment, in order of time."""
    end, speaker = talk.units.end[places.unit], talk.units.speaker[places.unit]
    told: dict[tuple[int, int], list[float]] = {}
    chosen = []
    for place in np.argsort(-chance, kind="stable").tolist():
        if chance[place] <= 0.0:
            break
        at, who = float(end[place]), int(speaker[place])
        bucket = int(at // _ONE_MOMENT)
        around = [time for near in (bucket - 1, bucket, bucket + 1) for time in told.get((who, near), ())]
        if all(abs(at - time) > _ONE_MOMENT for time in around):
            told.setdefault((who, bucket), []).append(at)
            chosen.append(place)
    return sorted(chosen, key=lambda place: (end[place], place))


def _may_help(talk: Talk, places: Places, place: int) -> bool:
    """Whether the other may just have helped to finish the sentence, so that nothing is sure."""
    return completes(talk, int(places.unit[place]), int(places.by_unit[place]))


def _interruption(
    talk: Talk, signal: Floats, weighed: Weighed, place: int, certainty: tuple[float, bool]
) -> Interruption:
    units, places = talk.units, weighed.places
    unit, by_unit = int(places.unit[place]), int(places.by_unit[place])
    chance, is_sure = certainty
    return Interruption(
        at=round(float(units.end[unit]), 3),
        start=round(float(units.start[unit]), 3),
        interrupted=talk.speakers[units.speaker[unit]],
        by=talk.speakers[places.by[place]],
        kind=weighed.kind(place),
        probability=round(chance, 3),
        sure=is_sure,
        words_lost=_quoted(units.texts[unit], from_end=True),
        words_by=_quoted(units.texts[_said_by(talk, by_unit, signal)]),
        came_back=_came_back(talk, unit, signal),
        say="",
    )


def _said_by(talk: Talk, by_unit: int, signal: Floats) -> int:
    """The unit to quote of the other: not a "yeah" that the rest of what they said comes right after."""
    later = int(talk.after[by_unit])
    goes_on = later >= 0 and talk.silence_after[by_unit] < _ONE_MOMENT
    return later if signal[by_unit] >= LIKELY and goes_on else by_unit


def _quoted(text: str, *, from_end: bool = False) -> str:
    words = text.split()
    if len(words) <= _QUOTED_WORDS:
        return text
    return "… " + " ".join(words[-_QUOTED_WORDS:]) if from_end else " ".join(words[:_QUOTED_WORDS]) + " …"


def _came_back(talk: Talk, unit: int, signal: Floats) -> float | None:
    after = int(talk.after[unit])
    while after >= 0 and signal[after] >= LIKELY:
        after = int(talk.after[after])
    return None if after < 0 else round(max(float(talk.units.start[after] - talk.units.end[unit]), 0.0), 3)
