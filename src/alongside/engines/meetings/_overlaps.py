"""Speech at the same time, and what each piece of it was.

Most overlap is no interruption: listeners' signals, somebody who helps to finish the sentence (a collaborative
completion, Lerner 1991), an early start at the end of a turn (Jefferson 1984), somebody who gives way, or two who speak
side by side. What is left is what `_interruptions.py` found.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._floor_loss import completes, utterance_signals
from alongside.engines.meetings._interruptions import Losses
from alongside.engines.meetings._listening import LIKELY, Listening
from alongside.engines.meetings._lookback import Overlap, OverlapKind
from alongside.engines.meetings._rounding import to_thousandths
from alongside.engines.meetings._talk import Talk

# Seconds before the end of a turn within which a start is only early (terminal overlap: the last word or two).
_EARLY = 0.5
_LEAST_SECONDS = 0.02

Ints = NDArray[np.intp]


def find_overlaps(talk: Talk, heard: Listening, losses: Losses) -> tuple[Overlap, ...]:
    """Every overlap of two utterances in order of time."""
    holder, other = _pairs(talk)
    end = np.minimum(talk.end[holder], talk.end[other])
    order = np.lexsort((other, holder, end, talk.start[other]))
    holder, other = holder[order], other[order]
    judge = _Judge.of(talk, heard, losses)
    people = zip(talk.owner[holder].tolist(), talk.owner[other].tolist(), strict=True)
    times = map(to_thousandths, (talk.start[other], end[order]))
    what = map(judge.what, holder.tolist(), other.tolist())
    return tuple(
        Overlap(start, end, talk.speakers[holds], talk.speakers[comes], kind, round(chance, 3))
        for (holds, comes), start, end, (kind, chance) in zip(people, *times, what, strict=True)
    )


def _pairs(talk: Talk) -> tuple[Ints, Ints]:
    """Two utterances at once: the holder's, and that of the other, who came into it."""
    begun = np.searchsorted(talk.start, talk.start, "left")
    holders, others = [np.empty(0, np.intp)], [np.empty(0, np.intp)]
    for person, latest in enumerate(talk.speech.latest):
        holder = latest[begun]
        inside = (holder >= 0) & (talk.owner != person) & (talk.end[holder] - talk.start > _LEAST_SECONDS)
        holders.append(holder[inside])
        others.append(np.flatnonzero(inside))
    return np.concatenate(holders), np.concatenate(others)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What is needed to say what an overlap was.

    Of each utterance: its speaker (`owner`) and times, the probabilities that it is a listener's `signal` and a
    backchannel (`narrow`), its first and its last unit, and the `chance` that it was interrupted. `lost` is the chance
    of an interruption by the utterance that stopped and the person who spoke on.
    """

    talk: Talk
    owner: list[int]
    start: list[float]
    end: list[float]
    signal: list[float]
    narrow: list[float]
    first: list[int]
    last: list[int]
    chance: list[float]
    lost: dict[tuple[int, int], float]

    @classmethod
    def of(cls, talk: Talk, heard: Listening, losses: Losses) -> "_Judge":
        utterance = talk.units.utterance
        first, last = np.empty(len(talk.start), np.intp), np.empty(len(talk.start), np.intp)
        first[utterance[::-1]] = np.arange(len(utterance))[::-1]  # the last of those that are written to a place stays
        last[utterance] = np.arange(len(utterance))
        stops = zip(utterance[losses.unit].tolist(), losses.by.tolist(), strict=True)
        chances = [loss.probability for loss in losses.interruptions]
        return cls(
            talk,
            owner=talk.owner.tolist(),
            start=talk.start.tolist(),
            end=talk.end.tolist(),
            signal=utterance_signals(talk, heard.signal).tolist(),
            narrow=utterance_signals(talk, heard.backchannel).tolist(),
            first=first.tolist(),
            last=last.tolist(),
            chance=losses.chance[last].tolist(),
            lost=dict(zip(stops, chances, strict=True)),
        )

    def what(self, holder: int, other: int) -> tuple[OverlapKind, float]:
        """What the overlap of two utterances was, and how sure that is."""
        signal, narrow = self.signal[other], self.narrow[other]
        if signal >= LIKELY:
            return ("backchannel", narrow) if narrow >= signal / 2.0 else ("acknowledgement", signal - narrow)
        if chance := self.lost.get((holder, self.owner[other])):
            return "interruption", chance
        if chance := self.lost.get((other, self.owner[holder])):
            return "gave_way", chance
        chance = 1.0 - self.chance[holder]
        if completes(self.talk, self.last[holder], self.first[other]):
            return "completion", chance
        if self.end[holder] - self.start[other] <= _EARLY:
            return "early_start", chance
        return "side_by_side", chance
