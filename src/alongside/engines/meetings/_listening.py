"""Listeners' signals: what shows that somebody listens, and does not take the floor ("uhhuh", "yeah", "right").

Two things are judged of each short unit: whether it is a backchannel in the narrow sense (Yngve 1970), and whether it
is any listener's signal, which adds acknowledgements ("I see") and assessments ("oh that's good").

The model was trained by `scripts/train_floor.py`; what on, and how right it is, stands in `docs/measures/meetings.md`.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lexicon import Keys
from alongside.engines.meetings._lookback import Backchannel
from alongside.engines.meetings._rounding import to_thousandths
from alongside.engines.meetings._speech import in_parts
from alongside.engines.meetings._talk import Talk
from alongside.engines.meetings._trees import Trees, probability
from alongside.engines.meetings._word_weights import Vocabulary, WordWeights, where

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

LIKELY = 0.5
"""From this probability on a unit is taken for a listener's signal."""

# Of 20,188 listener's signals in the training meetings, one in seventy is longer than this.
_MOST_WORDS = 8
_LEAST_SECONDS = 0.1


class Listening(NamedTuple):
    """Probabilities for each unit of a meeting, 0 where it is too long to be judged.

    `told` flags the units that are counted as backchannels.
    """

    backchannel: Floats
    signal: Floats
    told: NDArray[np.bool_]


class ListeningModel(NamedTuple):
    """Word weights for (backchannel, signal) and trees over them and the talk around.

    Units whose words alone make a signal less likely than `least` (log-odds) are not looked at further. The borders
    between the kinds are fluid, also among annotators: a unit is told as a backchannel when the mean of its two
    probabilities is `told` or more.
    """

    words: WordWeights
    backchannel: Trees
    signal: Trees
    least: float
    told: float

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> "ListeningModel":
        trees = (Trees.of(record["backchannel"]), Trees.of(record["signal"]))
        return cls(WordWeights.of(record["words"]), *trees, record["least"], record["told"])

    def judge(self, talk: Talk) -> Listening:
        short = short_units(talk)
        scores = self.words.score(word_features(talk, short, self.words.vocabulary), len(short))
        likely = scores[:, 1] > self.least
        short, scores = short[likely], scores[likely]
        columns = surroundings(talk, short)
        columns["words_backchannel"], columns["words_signal"] = scores[:, 0], scores[:, 1]
        backchannel, signal = np.zeros(len(talk.units)), np.zeros(len(talk.units))
        backchannel[short] = probability(self.backchannel.score(columns))
        signal[short] = probability(self.signal.score(columns))
        return Listening(backchannel, signal, told=backchannel + signal >= 2.0 * self.told)


def backchannels(talk: Talk, heard: Listening) -> tuple[Backchannel, ...]:
    """The units told as backchannels, in order of time."""
    units, told = talk.units, np.flatnonzero(heard.told)
    spoken = zip(told.tolist(), units.speaker[told].tolist(), strict=True)
    numbers = map(to_thousandths, (units.start[told], units.end[told], heard.backchannel[told]))
    return tuple(
        Backchannel(talk.speakers[speaker], start, end, units.texts[unit], probability)
        for (unit, speaker), start, end, probability in zip(spoken, *numbers, strict=True)
    )


def short_units(talk: Talk) -> Ints:
    """The units that are short enough to be a listener's signal."""
    length = talk.units.spoken.length
    return np.flatnonzero((length > 0) & (length <= _MOST_WORDS))


def word_features(talk: Talk, chosen: Ints, vocabulary: Vocabulary) -> dict[str, list[Keys]]:
    """What is said in the unit, just before and after it by the speaker, and last by somebody else."""
    coded = vocabulary.code(talk.units.spoken)
    other = _last_of_others(talk)[chosen]
    said, theirs = coded.of(chosen), coded.of(other)
    next_own, last_own = coded.of(talk.after[chosen]), coded.of(talk.before[chosen])
    closely_after, closely_before = talk.silence_after[chosen] < 1.0, talk.silence_before[chosen] < 1.0
    return {
        "all": [said.whole(4)],
        "first": [said.first(1), said.first(2)],
        "last": [said.last(1)],
        "length": [vocabulary.counts(said.length, _MOST_WORDS)],
        "has": [said.word(place) for place in range(_MOST_WORDS)],
        "goes on with": [where(closely_after, next_own.first(1))],
        "came from": [where(closely_before, last_own.last(1))],
        "other began with": [where(other >= 0, theirs.first(1))],
        "other ended with": [where(other >= 0, theirs.last(1))],
    }


def _last_of_others(talk: Talk) -> Ints:
    """For each unit the unit before it that is another speaker's; -1 where there is none."""
    speaker = talk.units.speaker
    place = np.arange(len(speaker))
    changed = np.concatenate(([False], speaker[1:] != speaker[:-1]))
    return np.maximum.accumulate(np.where(changed, place, 0)) - 1


def surroundings(talk: Talk, chosen: Ints) -> dict[str, Floats]:
    """How the unit stands in the talk around it. Seconds, but for counts and shares."""
    units = talk.units
    start, end = units.start[chosen], units.end[chosen]
    utterance = units.utterance[chosen]
    columns = {
        "seconds": end - start,
        "words": talk.units.spoken.length[chosen].astype(np.float64),
        "into_utterance": start - talk.start[utterance],
        "left_of_utterance": talk.end[utterance] - end,
        "silence_before": talk.silence_before[chosen],
        "silence_after": talk.silence_after[chosen],
        "since_question": _since_question(talk, chosen),
        "question": (units.last_mark[chosen] == "?").astype(np.float64),
    }
    return columns | _speech_around(talk, chosen)


def _speech_around(talk: Talk, chosen: Ints) -> dict[str, Floats]:
    names = [
        "own_before_5",
        "own_after_5",
        "own_before_15",
        "own_after_15",
        "holder_before_5",
        "holder_after_5",
        "holder_during",
        "holder_before_1",
        "holder_after_1",
        "others_before_5",
        "others_after_5",
        "other_during",
        "other_after_5",
    ]
    return dict(zip(names, in_parts(len(chosen), lambda part: _spoken_around(talk, chosen[part])), strict=True))


def _spoken_around(talk: Talk, chosen: Ints) -> list[Floats]:
    """Speech before, during and after, by the speaker and others; the holder is the other who spoke most before."""
    start, end = talk.units.start[chosen], talk.units.end[chosen]
    speaker, row = talk.units.speaker[chosen], np.arange(len(chosen))
    times = np.stack((start, end, start - 5.0, end + 5.0, start - 15.0, end + 15.0, start - 1.0, end + 1.0))
    at_start, at_end, *rest = talk.speech.everybodys_until(times).swapaxes(0, 1)
    before, before_15, before_1 = (at_start - earlier for earlier in rest[::2])
    after, after_15, after_1 = (later - at_end for later in rest[1::2])
    during = (at_end - at_start) / np.maximum(end - start, _LEAST_SECONDS)
    others = np.arange(len(before))[:, None] != speaker
    leader = np.where(others, before, -np.inf).argmax(axis=0)
    led = others[leader, row]  # nobody leads where one person is alone
    own = [column[speaker, row] for column in (before, after, before_15, after_15)]
    holder = [np.where(led, column[leader, row], 0.0) for column in (before, after, during, before_1, after_1)]
    total = [np.where(others, column, 0.0).sum(axis=0) for column in (before, after)]
    most = [np.where(others, column, 0.0).max(axis=0, initial=0.0) for column in (during, after)]
    return [*own, *holder, *total, *most]


def _since_question(talk: Talk, chosen: Ints) -> Floats:
    """Seconds since the last question of somebody else ended; 60 at most."""
    units = talk.units
    asked = np.flatnonzero(units.last_mark == "?")
    asked = asked[np.argsort(units.end[asked], kind="stable")]
    if not len(asked):
        return np.full(len(chosen), 60.0)
    latest = np.searchsorted(units.end[asked], units.start[chosen] + 0.5, "right") - 1
    question = asked[np.maximum(latest, 0)]
    usable = (latest >= 0) & (units.speaker[question] != units.speaker[chosen])
    return np.where(usable, np.minimum(units.start[chosen] - units.end[question], 60.0), 60.0)
