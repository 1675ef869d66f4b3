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
    describe,
    find_places,
    utterance_signals,
    word_features,
)
from alongside.engines.meetings._lookback import Interruption, InterruptionKind
from alongside.engines.meetings._talk import Talk
from alongside.engines.meetings._trees import Trees, probability
from alongside.engines.meetings._word_weights import WordWeights

Floats = NDArray[np.float64]

# Two stops of one speaker within this time are one moment, told once.
_ONE_MOMENT = 1.5
_QUOTED_WORDS = 12


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
        """A transcript is verbatim if one unit in two hundred or more ends in a word that was cut off."""
        cut = sum(1 for words in talk.units.words if words and words[-1].endswith("-"))
        return cls(one_stream, verbatim=cut * 200 >= len(talk.units))


@dataclass(frozen=True, slots=True)
class Setting:
    """For one view: the line that calibrates log-odds, and from which probability on a moment is told, and is sure."""

    line: tuple[float, float]
    told: float
    sure: float


@dataclass(frozen=True, slots=True)
class InterruptionModel:
    """Word weights for (left unfinished, interrupted), trees over them and the numbers of the place, and settings.

    Places whose words alone make an interruption less likely than `least` (log-odds) are not looked at further.
    """

    words: WordWeights
    trees: Trees
    least: float
    settings: Mapping[str, Setting]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "InterruptionModel":
        settings = {
            name: Setting(tuple(setting["line"]), setting["told"], setting["sure"])
            for name, setting in record["settings"].items()
        }
        return cls(WordWeights.of(record["words"]), Trees.of(record["trees"]), record["least"], settings)

    def weigh(self, talk: Talk, signal: Floats, view: View) -> tuple[Places, Floats]:
        """The places worth a look and the log-odds that each is an interruption."""
        signals = utterance_signals(talk, signal)
        places = find_places(talk, signals)
        scores = self.words.score(word_features(talk, places))
        likely = scores[:, 1] > self.least
        places, scores = places.only(likely), scores[likely]
        columns = describe(talk, places, signal, signals)
        columns["words_unfinished"], columns["words_interrupted"] = scores[:, 0], scores[:, 1]
        columns["one_stream"] = np.full(len(places), float(view.one_stream))
        columns["verbatim"] = np.full(len(places), float(view.verbatim))
        return places, self.trees.score(columns)

    def find(self, talk: Talk, speakers: tuple[str, ...], signal: Floats, view: View) -> tuple[Interruption, ...]:
        """The interruptions of a meeting in order of time."""
        setting = self.settings[view.name]
        places, log_odds = self.weigh(talk, signal, view)
        chance = probability(log_odds, setting.line)
        told = one_a_moment(talk, places, np.where(chance >= setting.told, chance, 0.0))
        return tuple(
            _interruption(talk, speakers, places, int(place), float(chance[place]), signal, setting.sure)
            for place in told
        )


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


def _interruption(
    talk: Talk,
    speakers: tuple[str, ...],
    places: Places,
    place: int,
    chance: float,
    signal: Floats,
    sure: float,
) -> Interruption:
    units, unit, by_unit = talk.units, int(places.unit[place]), int(places.by_unit[place])
    start, at = float(units.start[unit]), float(units.end[unit])
    return Interruption(
        at=round(at, 3),
        start=round(start, 3),
        interrupted=speakers[units.speaker[unit]],
        by=speakers[places.by[place]],
        kind=kind_of(start, at, float(talk.start[places.by_utterance[place]])),
        probability=round(chance, 3),
        sure=chance >= sure,
        words_lost=" ".join(units.texts[unit].split()[-_QUOTED_WORDS:]),
        words_by=" ".join(units.texts[by_unit].split()[:_QUOTED_WORDS]),
        came_back=_came_back(talk, unit, signal),
        say="",
    )


def kind_of(start: float, at: float, by_start: float) -> InterruptionKind:
    """Who was there first: the other after the stop, the other before the start, or the interrupted speaker."""
    if by_start >= at:
        return "after_pause"
    return "crowded_out" if by_start < start else "cut_off"


def _came_back(talk: Talk, unit: int, signal: Floats) -> float | None:
    after = int(talk.after[unit])
    while after >= 0 and signal[after] >= 0.5:
        after = int(talk.after[after])
    return None if after < 0 else round(max(float(talk.units.start[after] - talk.units.end[unit]), 0.0), 3)
