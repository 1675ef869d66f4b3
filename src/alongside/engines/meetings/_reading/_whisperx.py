"""Segments with words, as WhisperX writes them (and, without words, many others)."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import Any

from msgspec import Struct, convert
from msgspec.json import Decoder

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_text
from alongside.engines.meetings._reading._timed_words import cues_of_words, is_one_token_each


class _Word(Struct, gc=False):
    word: str
    start: float | None = None  # numbers have no sound to align
    end: float | None = None
    speaker: str | None = None


class _Segment(Struct, gc=False):
    """What is of type Any is found right or wrong in the cue that is made of it."""

    speaker: Any = None
    start: Any = None
    end: Any = None
    text: Any = None
    words: list[_Word] | None = None


class _Document(Struct):
    segments: list[_Segment]


_DECODER = Decoder(_Document)


def segments_in(document: bytes | str) -> list[_Segment] | None:
    """Parse a document that is all as it should be, which is quicker than to parse just any; None if it is not."""
    try:
        return _DECODER.decode(document).segments
    except (ValueError, RecursionError):
        return None


def segments_of(entries: Iterable[Any]) -> Iterator[_Segment]:
    return (convert(entry, _Segment) for entry in entries)


def cues_of_segments(segments: Iterable[_Segment]) -> Iterator[Cue]:
    for segment in segments:
        speaker = segment.speaker or ""
        if not segment.words:
            yield _cue_of_text(segment, speaker)
        elif cue := _cue_of_segment(speaker, segment.words):
            yield cue
        else:
            yield from _cues_of_segment(segment, speaker, segment.words)


def _cue_of_text(segment: _Segment, speaker: str) -> Cue:
    for field in ("start", "text"):
        if getattr(segment, field) is None:
            raise KeyError(field)
    return Cue(speaker, segment.start, segment.end, clean_text(segment.text))


def _cue_of_segment(speaker: str, entries: Iterable[_Word]) -> Cue | None:
    """Make a cue of words as they nearly always are: of one speaker, with times, in order. None if they are not.

    This is the hot path: an hour of meeting has ten thousand words.
    """
    words, starts, ends = [], [], []
    latest = -inf
    for entry in entries:
        start, end = entry.start, entry.end
        if start is None or end is None or entry.speaker != speaker or not latest <= start <= end:
            return None
        words.append(entry.word)
        starts.append(start)
        ends.append(end)
        latest = end
    text = " ".join(words)
    return Cue(speaker, starts[0], latest, text, tuple(starts), tuple(ends)) if is_one_token_each(text, words) else None


def _cues_of_segment(segment: _Segment, speaker: str, entries: list[_Word]) -> Iterator[Cue]:
    return cues_of_words(
        [entry.word for entry in entries],
        [entry.start for entry in entries],
        [entry.end for entry in entries],
        [entry.speaker or speaker for entry in entries],
        within=(segment.start, segment.end),
    )
