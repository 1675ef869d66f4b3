"""Interruptions: somebody was stopped before they were finished, and somebody else had or took the floor.

Most overlapping speech is nothing of the kind: listeners' signals, early starts at a turn's end, people who give way.
So no rule on overlap is used. Each place where the floor may have been lost (`_floor_loss.py`) is weighed by how its
words end, what others say then, and who speaks on. The model was trained by `scripts/train_floor.py` on the hand labels
of Shriberg et al. (2004); what on, and how often it is right, stands in `docs/measures/meetings.md`.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

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
from alongside.engines.meetings._kinds import Kinds
from alongside.engines.meetings._listening import LIKELY
from alongside.engines.meetings._lookback import Interruption, InterruptionKind
from alongside.engines.meetings._rounding import to_thousandths
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


class View(NamedTuple):
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

    @property
    def streams(self) -> str:
        return "one stream" if self.one_stream else "a stream each"

    @classmethod
    def of(cls, talk: Talk, *, one_stream: bool) -> "View":
        """A transcript is verbatim if one unit in two hundred or more is marked as broken off."""
        broken_off = int(np.count_nonzero(talk.cut_off))
        return cls(one_stream, verbatim=broken_off * 200 >= len(talk.units) > 0)


class Setting(NamedTuple):
    """For one view: the line that calibrates log-odds, and from which probability on a moment is told, and is sure."""

    line: tuple[float, float]
    told: float
    sure: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "Setting":
        slope, offset = record["line"]
        return cls((slope, offset), record["told"], record["sure"])


class Losses(NamedTuple):
    """The interruptions of a meeting, the unit and the other of each, and the chance at every unit's end."""

    interruptions: tuple[Interruption, ...]
    unit: Ints
    by: Ints
    chance: Floats


class Weighed(NamedTuple):
    """Places worth a look.

    Attributes:
        log_odds: that each is an interruption; not yet calibrated.
        columns: each in numbers.
        kinds: what tells the kind of those that are interruptions.
    """

    places: Places
    log_odds: Floats
    columns: Mapping[str, Floats]
    kinds: Kinds

    def kinds_of(self, chosen: Sequence[int]) -> list[InterruptionKind]:
        return self.kinds.tell({name: column[chosen] for name, column in self.columns.items()})


def described_in(talk: Talk, places: Places, view: View, signal: Floats, signals: Floats) -> dict[str, Floats]:
    """Each place in numbers, with the view that the transcript gives of it."""
    columns = describe(talk, places, signal, signals)
    columns["one_stream"] = np.full(len(places), float(view.one_stream))
    columns["verbatim"] = np.full(len(places), float(view.verbatim))
    return columns


class InterruptionModel(NamedTuple):
    """Word weights for (left unfinished, interrupted), trees over them and the numbers of the place, and settings.

    `kinds` are by how the streams are kept (`View.streams`), `settings` by view. Places whose words alone make an
    interruption less likely than `least` (log-odds) are not looked at further.
    """

    words: WordWeights
    trees: Trees
    kinds: Mapping[str, Kinds]
    least: float
    settings: Mapping[str, Setting]

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "InterruptionModel":
        settings = {name: Setting.of(setting) for name, setting in record["settings"].items()}
        kinds = {streams: Kinds.of(trees) for streams, trees in record["kinds"].items()}
        return cls(WordWeights.of(record["words"]), Trees.of(record["trees"]), kinds, record["least"], settings)

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
        return Weighed(places, self.trees.score(columns), columns, self.kinds[view.streams])

    def find(self, talk: Talk, signal: Floats, view: View) -> Losses:
        """The interruptions of a meeting in order of time, and the chance of one at the end of every unit."""
        return tell(talk, signal, self.weigh(talk, signal, view), self.settings[view.name])


def tell(talk: Talk, signal: Floats, weighed: Weighed, setting: Setting) -> Losses:
    """What is told of weighed places: calibrated, one a moment, and only from the setting's threshold on."""
    chance = probability(weighed.log_odds, setting.line)
    chosen = one_a_moment(talk, weighed.places, np.where(chance >= setting.told, chance, 0.0))
    of_unit = np.zeros(len(talk.units))
    of_unit[weighed.places.unit] = chance
    told = weighed.places.only(np.array(chosen, np.intp))
    certainty = (chance[chosen], chance[chosen] >= setting.sure)
    interruptions = _worded(talk, signal, told, weighed.kinds_of(chosen), certainty)
    return Losses(interruptions, told.unit, told.by, of_unit)


def one_a_moment(talk: Talk, places: Places, chance: Floats) -> list[int]:
    """Places with a chance above zero, the likeliest first in its moment, in order of time."""
    end, speaker = talk.units.end[places.unit], talk.units.speaker[places.unit]
    likeliest = np.argsort(-chance, kind="stable")[: np.count_nonzero(chance > 0.0)]
    told: dict[tuple[int, int], list[float]] = {}
    chosen = []
    for place, at, who in zip(
        *(column.tolist() for column in (likeliest, end[likeliest], speaker[likeliest])), strict=True
    ):
        bucket = int(at // _ONE_MOMENT)
        around = [time for near in (bucket - 1, bucket, bucket + 1) for time in told.get((who, near), ())]
        if all(abs(at - time) > _ONE_MOMENT for time in around):
            told.setdefault((who, bucket), []).append(at)
            chosen.append((at, place))
    return [place for _, place in sorted(chosen)]


def _worded(
    talk: Talk, signal: Floats, places: Places, kinds: Sequence[InterruptionKind], certainty: tuple[Floats, Flags]
) -> tuple[Interruption, ...]:
    """The records of what is told; nothing is sure where the other may just have helped to finish the sentence."""
    units, speakers, (chance, sure) = talk.units, talk.speakers, certainty
    rows = zip(
        to_thousandths(units.end[places.unit]),
        to_thousandths(units.start[places.unit]),
        places.unit.tolist(),
        places.by.tolist(),
        kinds,
        to_thousandths(chance),
        sure.tolist(),
        completes(talk, places.unit, places.by_unit).tolist(),
        _said_by(talk, places.by_unit, signal).tolist(),
        _came_back(talk, places.unit, signal),
        strict=True,
    )
    return tuple(
        Interruption(
            at=at,
            start=start,
            interrupted=speakers[units.speaker[unit]],
            by=speakers[by],
            kind=kind,
            probability=probability,
            sure=is_sure and not may_help,
            words_lost=_quoted(units.texts[unit], from_end=True),
            words_by=_quoted(units.texts[said_by]),
            came_back=came_back,
            say="",
        )
        for at, start, unit, by, kind, probability, is_sure, may_help, said_by, came_back in rows
    )


def _said_by(talk: Talk, by_unit: Ints, signal: Floats) -> Ints:
    """The units to quote of the other: not a "yeah" that the rest of what they said comes right after."""
    later = talk.after[by_unit]
    goes_on = (later >= 0) & (talk.silence_after[by_unit] < _ONE_MOMENT)
    return np.where(goes_on & (signal[by_unit] >= LIKELY), later, by_unit)


def _came_back(talk: Talk, unit: Ints, signal: Floats) -> list[float | None]:
    """Seconds until the speaker said more than a listener's signal; None where they never did."""
    after = talk.after[unit]
    while (listens := (after >= 0) & (signal[after] >= LIKELY)).any():
        after = np.where(listens, talk.after[after], after)
    seconds = to_thousandths(np.maximum(talk.units.start[after] - talk.units.end[unit], 0.0))
    return [wait if came else None for wait, came in zip(seconds, (after >= 0).tolist(), strict=True)]


def _quoted(text: str, *, from_end: bool = False) -> str:
    words = text.split()
    if len(words) <= _QUOTED_WORDS:
        return text
    return "… " + " ".join(words[-_QUOTED_WORDS:]) if from_end else " ".join(words[:_QUOTED_WORDS]) + " …"
