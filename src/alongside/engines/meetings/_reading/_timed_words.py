"""From words with times to cues."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Any

from alongside.engines.meetings._reading._cue import PAUSE, Cue
from alongside.engines.meetings._reading._names import clean_text

Times = Sequence[Any]  # seconds, or None where the recogniser could not place a word


def cue_of_words(speaker: str, words: Sequence[str], starts: Sequence[float], ends: Sequence[float]) -> Cue:
    """Make one cue of one speaker's words, all of which have times.

    Raises:
        TypeError: a word or a time is of another type.
    """
    text = " ".join(words)
    if not is_one_token_each(text, words):
        words, starts, ends = _one_token_each(words, starts, ends)
        text = " ".join(words)
    if not text:
        return Cue(speaker, 0.0, None, "")
    end = ends[-1]
    if not _follow_each_other(starts, ends):
        starts = list(accumulate(starts, max))
        ends = list(map(max, starts, ends))
        end = max(ends)
    return Cue(speaker, starts[0], end, text, tuple(starts), tuple(ends))


def cues_of_words(
    words: list[str], starts: Times, ends: Times, speakers: Sequence[str], within: Times
) -> Iterator[Cue]:
    """Make a cue of each run of one speaker's words.

    Words without times share the time between their neighbours, or up to the borders of the whole (`within`).
    """
    all_starts, all_ends = _interpolated(starts, ends, within)
    yield from _cues_of_runs(words, all_starts, all_ends, speakers, speakers)


def cues_of_stream(words: list[str], starts: Times, ends: Times, speakers: Sequence[str]) -> Iterator[Cue]:
    """Make cues of words that the file does not part into utterances: at each change of speaker and at each pause."""
    all_starts, all_ends = _interpolated(starts, ends, (None, None))
    pauses = [False, *(start - end >= PAUSE for start, end in zip(all_starts[1:], all_ends, strict=False))]
    runs = list(zip(speakers, accumulate(pauses), strict=True))
    yield from _cues_of_runs(words, all_starts, all_ends, speakers, runs)


def is_one_token_each(text: str, words: Sequence[str]) -> bool:
    """Tell whether these words, with one space between them in the text, would be the same if it was split."""
    return text.count(" ") == len(words) - 1 and "" not in words and text.isprintable()


def shares(start: Any, end: Any, count: int) -> list[float]:
    """Cut a stretch of time into equal parts; return their borders."""
    return [start + (end - start) * number / max(count, 1) for number in range(count + 1)]


def _cues_of_runs(
    words: list[str], starts: list[float], ends: list[float], speakers: Sequence[str], runs: Sequence[object]
) -> Iterator[Cue]:
    for _, run in groupby(range(len(words)), key=runs.__getitem__):
        positions = list(run)
        cut = slice(positions[0], positions[-1] + 1)
        yield cue_of_words(speakers[positions[0]], words[cut], starts[cut], ends[cut])


def _interpolated(starts: Times, ends: Times, within: Times) -> tuple[list[float], list[float]]:
    timed = [start is not None and end is not None for start, end in zip(starts, ends, strict=True)]
    filled_starts: list[Any] = list(starts)
    filled_ends: list[Any] = list(ends)
    for is_timed, run in groupby(range(len(timed)), key=timed.__getitem__):
        if is_timed:
            continue
        positions = list(run)
        first, after = positions[0], positions[-1] + 1
        low = filled_ends[first - 1] if first else within[0]
        high = filled_starts[after] if after < len(timed) else within[1]
        borders = shares(low if low is not None else high, high if high is not None else low, len(positions))
        filled_starts[first:after] = borders[:-1]
        filled_ends[first:after] = borders[1:]
    return filled_starts, filled_ends


def _follow_each_other(starts: Sequence[float], ends: Sequence[float]) -> bool:
    times = [0.0] * (2 * len(starts))
    times[::2] = starts
    times[1::2] = ends
    return times == sorted(times)


def _one_token_each(
    words: Iterable[str], starts: Iterable[float], ends: Iterable[float]
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
