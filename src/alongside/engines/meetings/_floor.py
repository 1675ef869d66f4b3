"""Who had the floor: speaking time, turns, silence, overlapping speech, and how evenly time was shared."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from alongside.engines.meetings._lookback import Balance, Turn
from alongside.engines.meetings._speech import Columns, columns_of
from alongside.engines.meetings._transcript import Transcript

LONG_TURN = 120.0
"""Seconds. Two turns an hour were longer, 0.6 % of all, in 60 hours of work meetings (Janin et al. 2003)."""

PAUSE = 1.0
"""Seconds. Silences above about a second are the marked ones in talk (Jefferson 1989, "standard maximum silence")."""

# Seconds of silence after which the floor is open again to all, and whoever speaks begins a new turn (a "lapse", Sacks,
# Schegloff and Jefferson 1974).
_LAPSE = 10.0

# Real meetings with a channel a speaker overlap at a third of their speaker changes or more, and not one of 1,903
# stretches of 20 changes was without any; single-channel exports of the same meetings never overlap by 0.1 s.
_CHANGES_TO_JUDGE = 20
_LEAST_OVERLAPPED_SHARE = 0.05
_LEAST_OVERLAP = 0.1

Seconds = NDArray[np.float64]


class Floor(NamedTuple):
    """The floor in numbers; one entry a speaker, in the order of `Transcript.speakers`.

    Attributes:
        strips: (speaker index, start, end) of each utterance, to the millisecond.
        duration: seconds from the first word to the last.
        speaking: seconds of speech, the union of the speaker's own utterances.
        overlapped: seconds of it in which somebody else spoke too.
        share: of everybody's speaking time, from 0 to 1.
        first_at: when the speaker first said more than a listener's signal, or, failing that, anything.
        words: of all utterances, listener's signals included.
    """

    strips: tuple[tuple[int, float, float], ...]
    duration: float
    speaking: Seconds
    overlapped: Seconds
    share: Seconds
    first_at: Seconds
    words: NDArray[np.int64]
    turns: tuple[Turn, ...]
    balance: Balance

    @property
    def long_turns(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.end - turn.start > LONG_TURN)


def measure(transcript: Transcript, columns: Columns, listening: NDArray[np.bool_]) -> Floor:
    """Measure the floor; `listening` marks the utterances that are only a listener's signal ("uhhuh")."""
    utterances = transcript.utterances
    speaker, start, end = columns
    words = np.array([utterance.text.count(" ") + 1 for utterance in utterances], np.int64)
    told = (speaker, start, end, words)
    people = len(transcript.speakers)
    anyone = _union(start, end)
    speaking = np.array([_union(start[mine], end[mine]) for mine in _each(speaker, people)])
    others = np.array([_union(start[~mine], end[~mine]) for mine in _each(speaker, people)])
    total = speaking.sum()
    share = speaking / total if total else np.zeros(people)
    duration = float(end.max() - start.min()) if utterances else 0.0
    return Floor(
        strips=tuple(zip(speaker.tolist(), start.round(3).tolist(), end.round(3).tolist(), strict=True)),
        duration=round(duration, 3),
        speaking=speaking,
        overlapped=np.maximum(speaking + others - anyone, 0.0),
        share=share,
        first_at=np.array([_first(start[mine], listening[mine]) for mine in _each(speaker, people)]),
        words=np.bincount(speaker, weights=words, minlength=people).astype(np.int64),
        turns=_turns(transcript.speakers, zip(*(column[~listening].tolist() for column in told), strict=True)),
        balance=Balance(
            entropy=round(pielou_evenness(share), 4),
            gini=round(gini(share), 4),
            pauses=int(np.count_nonzero(_gaps(start, end) >= PAUSE)),
            silence=round(max(duration - anyone, 0.0), 3),
        ),
    )


def pielou_evenness(shares: Seconds) -> float:
    """Shannon entropy of the shares over its greatest value, the log of their number (Pielou 1966).

    1 where all shares are equal, 0 where one person spoke; a meeting of one, where 0/0 is not defined, counts as 0.
    """
    if len(shares) < 2:
        return 0.0
    spoken = shares[shares > 0]
    return float(max(-(spoken * np.log(spoken)).sum() / np.log(len(shares)), 0.0))


def gini(shares: Seconds) -> float:
    """Mean absolute difference between all pairs of shares, over twice their mean (Gini 1912, Sen 1973).

    0 where all shares are equal; (n - 1) / n where one of n people spoke.
    """
    total = shares.sum()
    if not total:
        return 0.0
    count = len(shares)
    rank = np.arange(1, count + 1)
    return float(max(((2 * rank - count - 1) * np.sort(shares)).sum() / (count * total), 0.0))


def is_overlap_visible(transcript: Transcript) -> bool | None:
    """Whether the file keeps overlapping speech; None where it is too short to tell."""
    if transcript.timing == "starts":
        return False
    speaker, start, end = columns_of(transcript)
    heard = np.minimum(_last_heard(transcript)[:-1], end[1:])
    changed = speaker[1:] != speaker[:-1]
    changes = int(np.count_nonzero(changed))
    overlapped = int(np.count_nonzero(changed & (heard - start[1:] > _LEAST_OVERLAP)))
    if changes < _CHANGES_TO_JUDGE:
        return True if overlapped else None
    return overlapped >= _LEAST_OVERLAPPED_SHARE * changes


def _last_heard(transcript: Transcript) -> Seconds:
    """When the last word began, where words have times: in one stream nobody else begins before that."""
    times = ((said.word_starts or (said.end,))[-1] for said in transcript.utterances)
    return np.fromiter(times, np.float64, len(transcript.utterances))


def limits(transcript: Transcript, *, overlap_visible: bool | None, nameless: Sequence[str]) -> tuple[str, ...]:
    """Say in whole sentences what this file cannot show; `nameless` speakers have no name to be called by."""
    said = []
    if transcript.timing == "starts":
        said.append(
            "This file says when people started to speak but not when they stopped. Interruptions and people talking "
            "at the same time cannot be seen in it, and speaking times are estimates."
        )
    elif overlap_visible is None:
        said.append("This file is too short to tell whether it kept the places where people spoke at the same time.")
    elif not overlap_visible:
        said.append(
            "In this file only one person speaks at a time, so the places where people spoke at once were most likely "
            "lost in the recording. We see less here: people who tried to get in can be missing."
        )
    if transcript.timing == "cues":
        said.append("This file has times for lines, not for words, so moments within a line are placed by estimate.")
    if nameless:
        said.append(
            f"{_listed(nameless)} cannot be recognised by name in what others said, so questions, invitations and "
            "credit to them are not counted."
        )
    return tuple(said)


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _each(speaker: NDArray[np.intp], people: int) -> list[NDArray[np.bool_]]:
    return [speaker == person for person in range(people)]


def _gaps(start: Seconds, end: Seconds) -> Seconds:
    """Seconds of silence before each utterance but the first; utterances are in order of start."""
    return start[1:] - np.maximum.accumulate(end)[:-1]


def _union(start: Seconds, end: Seconds) -> float:
    """Seconds covered by at least one of the intervals, which are in order of start."""
    if not len(start):
        return 0.0
    return float(end.max() - start[0] - np.maximum(_gaps(start, end), 0.0).sum())


def _first(start: Seconds, listening: NDArray[np.bool_]) -> float:
    spoken = start[~listening]
    return float(spoken[0] if len(spoken) else start[0])


def _turns(speakers: Sequence[str], spoken: Iterable[tuple[int, float, float, int]]) -> tuple[Turn, ...]:
    """Join utterances, given as (speaker, start, end, words), into turns.

    What is said wholly within another's turn is a turn of its own, but does not end the one that goes on around it.
    """
    turns: list[tuple[int, float, float, int]] = []
    holder, start, end, count = -1, 0.0, 0.0, 0
    for speaker, begun, ended, words in spoken:
        if speaker == holder and begun - end < _LAPSE:
            end = max(end, ended)
            count += words
        elif count and ended <= end:
            turns.append((speaker, begun, ended, words))
        else:
            if count:
                turns.append((holder, start, end, count))
            holder, start, end, count = speaker, begun, ended, words
    if count:
        turns.append((holder, start, end, count))
    turns.sort(key=itemgetter(1, 2))
    return tuple(Turn(speakers[holder], start, end, count) for holder, start, end, count in turns)
