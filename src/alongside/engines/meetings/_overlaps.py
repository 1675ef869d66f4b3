"""Speech at the same time, and what each piece of it was.

Most overlap is no interruption: listeners' signals, somebody who helps to finish the sentence (a collaborative
completion, Lerner 1991), an early start at the end of a turn (Jefferson 1984), somebody who gives way, or two who speak
side by side. What is left is what `_interruptions.py` found.
"""

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

_KINDS: tuple[OverlapKind, ...] = (
    "backchannel",
    "acknowledgement",
    "interruption",
    "gave_way",
    "completion",
    "early_start",
    "side_by_side",
)

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]


def find_overlaps(talk: Talk, heard: Listening, losses: Losses) -> tuple[Overlap, ...]:
    """Every overlap of two utterances in order of time."""
    holder, other = _pairs(talk)
    end = np.minimum(talk.end[holder], talk.end[other])
    order = np.lexsort((other, holder, end, talk.start[other]))
    holder, other = holder[order], other[order]
    kind, chance = _judged(talk, heard, losses, holder, other)
    people = zip(talk.owner[holder].tolist(), talk.owner[other].tolist(), kind.tolist(), strict=True)
    numbers = map(to_thousandths, (talk.start[other], end[order], chance))
    return tuple(
        Overlap(start, end, talk.speakers[holds], talk.speakers[comes], _KINDS[what], chance)
        for (holds, comes, what), start, end, chance in zip(people, *numbers, strict=True)
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


def _judged(talk: Talk, heard: Listening, losses: Losses, holder: Ints, other: Ints) -> tuple[Ints, Floats]:
    """What each overlap of two utterances was, as a place in `_KINDS`, and how sure that is."""
    utterance = talk.units.utterance
    first, last = np.empty(len(talk.start), np.intp), np.empty(len(talk.start), np.intp)
    first[utterance[::-1]] = np.arange(len(utterance))[::-1]  # the last of those that are written to a place stays
    last[utterance] = np.arange(len(utterance))
    signal, narrow = (utterance_signals(talk, chance)[other] for chance in (heard.signal, heard.backchannel))
    listens = signal >= LIKELY
    stopped = _chances_of_loss(talk, losses, holder, talk.owner[other])
    gave_way = _chances_of_loss(talk, losses, other, talk.owner[holder])
    none = 1.0 - losses.chance[last[holder]]
    cases = (
        (listens & (narrow >= signal / 2.0), narrow),
        (listens, signal - narrow),
        (stopped > 0.0, stopped),
        (gave_way > 0.0, gave_way),
        (completes(talk, last[holder], first[other]), none),
        (talk.end[holder] - talk.start[other] <= _EARLY, none),
        (np.ones(len(holder), np.bool_), none),
    )
    kind = np.array([flags for flags, _ in cases]).argmax(axis=0)
    return kind, np.choose(kind, [chances for _, chances in cases])


def _chances_of_loss(talk: Talk, losses: Losses, utterance: Ints, by: Ints) -> Floats:
    """The chance that each utterance was interrupted by a person each; 0 where that is not told."""
    stops = zip(talk.units.utterance[losses.unit].tolist(), losses.by.tolist(), strict=True)
    told = dict(zip(stops, [loss.probability for loss in losses.interruptions], strict=True))
    asked = zip(utterance.tolist(), by.tolist(), strict=True)
    return np.array([told.get(stop, 0.0) for stop in asked], np.float64)
