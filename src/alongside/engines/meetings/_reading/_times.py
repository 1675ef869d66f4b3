"""The times of cues: on one clock, from the beginning of the meeting, in order, and none without an end."""

from bisect import bisect_right
from itertools import accumulate, pairwise
from operator import attrgetter

from alongside.engines.meetings._reading._clock import DAY, HOUR
from alongside.engines.meetings._reading._cue import WORDS_PER_SECOND, Cue, Refusal, counted
from alongside.engines.meetings._transcript import Timing

_WALL_CLOCK = 2 * HOUR  # nobody meets after so long a silence: the stamps are of the clock on the wall
_LONGEST = 7 * DAY

_start = attrgetter("start")


def in_order(cues: list[Cue], repairs: list[str]) -> list[Cue]:
    """Put cues on one clock that begins with the meeting, and sort them by start."""
    cues = _from_the_beginning(_past_midnight(cues, repairs), repairs)
    starts = [cue.start for cue in cues]
    if starts != sorted(starts):
        late = sum(second < first for first, second in pairwise(starts))
        repairs.append(f"{counted(late, 'cue was', 'cues were')} out of order and put in the order of time.")
        cues.sort(key=_start)
    return cues


def with_ends(cues: list[Cue], repairs: list[str]) -> tuple[list[Cue], Timing]:
    """Estimate the ends that are missing, from the number of words and the next start of anyone."""
    missing = [cue.end for cue in cues].count(None)
    backward = [cue.end is not None and cue.end < cue.start for cue in cues].count(True)
    if missing:
        repairs.append(f"{counted(missing, 'cue has', 'cues have')} no end time; it was estimated.")
    if backward:
        repairs.append(f"{counted(backward, 'cue ends', 'cues end')} before the start; the end was estimated.")
    if missing or backward:
        starts = [cue.start for cue in cues]
        cues = [
            cue._replace(end=_estimated_end(cue, starts)) if cue.end is None or cue.end < cue.start else cue
            for cue in cues
        ]
    if 2 * [cue.word_starts for cue in cues].count(()) < len(cues):
        return cues, "words"
    return cues, "starts" if 2 * missing > len(cues) else "cues"


def _estimated_end(cue: Cue, starts: list[float]) -> float:
    following = bisect_right(starts, cue.start)
    end = cue.start + len(cue.text.split()) / WORDS_PER_SECOND
    return min(end, starts[following]) if following < len(starts) else end


def _past_midnight(cues: list[Cue], repairs: list[str]) -> list[Cue]:
    starts = [cue.start for cue in cues]
    first, last = min(starts), max(starts)
    if first < 0 or last >= DAY or last - first <= DAY / 2:
        return cues
    if all(first - second <= DAY / 2 for first, second in pairwise(starts)):
        return cues
    days = [0, *accumulate(round((first - second) / DAY) for first, second in pairwise(starts))]
    repairs.append("The time stamps go past midnight; the later ones were moved to the next day.")
    return [cue.later(day * DAY) for cue, day in zip(cues, days, strict=True)]


def _from_the_beginning(cues: list[Cue], repairs: list[str]) -> list[Cue]:
    starts = [cue.start for cue in cues]
    first = min(starts)
    if not max(starts) - first <= _LONGEST:
        raise Refusal("its time stamps span more than a week. Is it one meeting, with times in seconds?")
    if 0 <= first < _WALL_CLOCK:
        return cues
    if first > 0:
        repairs.append("The time stamps are of a clock; they were made relative to the first.")
    else:
        repairs.append("Some times are before the beginning; all were made relative to the first.")
    return [cue.later(-first) for cue in cues]
