"""Speech at the same time, and what each piece of it was.

Most overlap is no interruption: listeners' signals, somebody who helps to finish the sentence (a collaborative
completion, Lerner 1991), an early start at the end of a turn (Jefferson 1984), somebody who gives way, or two who speak
side by side. What is left is what `_interruptions.py` found.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from alongside.engines.meetings._floor_loss import completes
from alongside.engines.meetings._interruptions import Losses
from alongside.engines.meetings._listening import LIKELY, Listening
from alongside.engines.meetings._lookback import Overlap, OverlapKind
from alongside.engines.meetings._talk import Talk

# Seconds before the end of a turn within which a start is only early (terminal overlap: the last word or two).
_EARLY = 0.5
_LEAST_SECONDS = 0.02


class _Pair(NamedTuple):
    """Two utterances at once: the holder's, and that of the other who came in."""

    start: float
    end: float
    holder: int
    other: int


def find_overlaps(talk: Talk, heard: Listening, losses: Losses) -> tuple[Overlap, ...]:
    """Every overlap of two utterances in order of time."""
    judge = _Judge.of(talk, heard, losses)
    overlaps = []
    for pair in _pairs(talk):
        what, chance = judge.what(pair)
        holder, other = (talk.speakers[judge.owner[utterance]] for utterance in (pair.holder, pair.other))
        overlaps.append(Overlap(round(pair.start, 3), round(pair.end, 3), holder, other, what, round(chance, 3)))
    return tuple(overlaps)


def _pairs(talk: Talk) -> list[_Pair]:
    """For each utterance the utterances of others that it came into."""
    found = []
    for person, (mine, speech) in enumerate(zip(talk.by_speaker, talk.speech, strict=True)):
        latest = np.searchsorted(speech.start, talk.start, "left") - 1
        holder = mine[np.maximum(latest, 0)]
        inside = (latest >= 0) & (talk.owner != person) & (talk.end[holder] - talk.start > _LEAST_SECONDS)
        came = np.flatnonzero(inside)
        end = np.minimum(talk.end[holder[came]], talk.end[came])
        columns = (talk.start[came], end, holder[came], came)
        found += [_Pair(*row) for row in zip(*(column.tolist() for column in columns), strict=True)]
    return sorted(found)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is needed to say what an overlap was.

    `owner` is the speaker of each utterance, and `units_in` its units. Of each unit, `signal` and `narrow` are the
    probabilities that it is a listener's signal and a backchannel, and `chance` that it was interrupted. `lost` is the
    chance of an interruption by the utterance that stopped and the person who spoke on.
    """

    talk: Talk
    signal: list[float]
    narrow: list[float]
    chance: list[float]
    owner: list[int]
    units_in: list[list[int]]
    lost: dict[tuple[int, int], float]

    @classmethod
    def of(cls, talk: Talk, heard: Listening, losses: Losses) -> "_Judge":
        units_in: list[list[int]] = [[] for _ in range(len(talk.start))]
        for unit, utterance in enumerate(talk.units.utterance.tolist()):
            units_in[utterance].append(unit)
        stops = zip(talk.units.utterance[losses.unit].tolist(), losses.by.tolist(), strict=True)
        chances = [loss.probability for loss in losses.interruptions]
        columns = (heard.signal.tolist(), heard.backchannel.tolist(), losses.chance.tolist(), talk.owner.tolist())
        return cls(talk, *columns, units_in, dict(zip(stops, chances, strict=True)))

    def what(self, pair: _Pair) -> tuple[OverlapKind, float]:
        """What the overlap was, and how sure that is."""
        came, stop = self.units_in[pair.other], self.units_in[pair.holder][-1]
        signal = min([self.signal[unit] for unit in came])
        if signal >= LIKELY:
            narrow = min([self.narrow[unit] for unit in came])
            return ("backchannel", narrow) if narrow >= signal / 2.0 else ("acknowledgement", signal - narrow)
        if chance := self.lost.get((pair.holder, self.owner[pair.other])):
            return "interruption", chance
        if chance := self.lost.get((pair.other, self.owner[pair.holder])):
            return "gave_way", chance
        chance = 1.0 - self.chance[stop]
        if completes(self.talk, stop, came[0]):
            return "completion", chance
        if float(self.talk.end[pair.holder]) - pair.start <= _EARLY:
            return "early_start", chance
        return "side_by_side", chance
