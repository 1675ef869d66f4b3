"""From words with times to cues. This is the hot path: an hour of meeting has ten thousand words."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from operator import le
from typing import Any

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_text

Times = Sequence[Any]  # seconds, or None where the recogniser did not align the word


def cue_of_words(speaker: str, words: list[str], starts: list[float], ends: list[float]) -> Cue:
    """Make one cue of one speaker's words, all of which have times.

    Raises:
        TypeError: a word or a time is of another type.
    """
    text = " ".join(words)
    if not text.isprintable() or text.split() != words:
        words, starts, ends = _one_token_each(words, starts, ends)
        text = " ".join(words)
    if starts != sorted(starts) or not all(map(le, starts, ends)):
        starts = list(accumulate(starts, max))
        ends = list(map(max, starts, ends))
    return Cue(speaker, min(starts, default=0.0), max(ends, default=0.0), text, tuple(starts), tuple(ends))


def cues_of_words(
    words: list[str], starts: Times, ends: Times, speakers: Sequence[str], within: Times
) -> Iterator[Cue]:
    """Make a cue of each run of one speaker's words.

    Words without times share the time between their neighbours, or up to the borders of the whole (`within`).
    """
    all_starts, all_ends = _interpolated(starts, ends, within)
    for speaker, run in groupby(range(len(words)), key=speakers.__getitem__):
        positions = list(run)
        cut = slice(positions[0], positions[-1] + 1)
        yield cue_of_words(speaker, words[cut], all_starts[cut], all_ends[cut])


def _interpolated(starts: Times, ends: Times, within: Times) -> tuple[list[float], list[float]]:
    timed = [start is not None and end is not None for start, end in zip(starts, ends, strict=True)]
    filled_starts: list[Any] = list(starts)
    filled_ends: list[Any] = list(ends)
    for is_timed, run in groupby(range(len(timed)), key=timed.__getitem__):
        first, *_, last = [*run] * 2
        if not is_timed:
            low = filled_ends[first - 1] if first else within[0]
            high = filled_starts[last + 1] if last + 1 < len(timed) else within[1]
            borders = shares(low if low is not None else high, high if high is not None else low, last + 1 - first)
            filled_starts[first : last + 1] = borders[:-1]
            filled_ends[first : last + 1] = borders[1:]
    return filled_starts, filled_ends


def _one_token_each(
    words: list[str], starts: list[float], ends: list[float]
) -> tuple[list[str], list[float], list[float]]:
    tokens: list[str] = []
    token_starts: list[float] = []
    token_ends: list[float] = []
    for word, start, end in zip(words, starts, ends, strict=True):
        parts = clean_text(word).split()
        borders = shares(start, end, len(parts))
        tokens += parts
        token_starts += borders[:-1]
        token_ends += borders[1:]
    return tokens, token_starts, token_ends


def shares(start: Any, end: Any, count: int) -> list[float]:
    """Cut a stretch of time into equal parts; return their borders."""
    return [start + (end - start) * number / max(count, 1) for number in range(count + 1)]
