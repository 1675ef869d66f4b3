"""Segments with words, as WhisperX writes them (and, without words, many others)."""

from collections.abc import Iterable, Iterator
from math import inf
from typing import Any

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_text
from alongside.engines.meetings._reading._timed_words import cues_of_words, is_one_token_each


def whisperx_cues(document: Any) -> Iterator[Cue]:
    """Read the segments, letting go of each once it is read: they take many times the room of the cues."""
    segments = document if isinstance(document, list) else document.pop("segments")
    if isinstance(document, dict):
        document.clear()  # "word_segments" says the same a second time
    segments.reverse()
    while segments:
        segment = segments.pop()
        speaker = segment.get("speaker") or ""
        entries = segment.get("words")
        if not entries:
            yield Cue(speaker, segment["start"], segment.get("end"), clean_text(segment["text"]))
        elif cue := _cue_of_segment(speaker, entries):
            yield cue
        else:
            yield from _cues_of_segment(segment, speaker, entries)


def _cue_of_segment(speaker: str, entries: Iterable[dict[str, Any]]) -> Cue | None:
    """Make a cue of words as they nearly always are: of one speaker, with times, in order. None if they are not.

    This is the hot path: an hour of meeting has ten thousand words.
    """
    words, starts, ends = [], [], []
    latest = -inf
    try:
        for entry in entries:
            start, end = entry["start"], entry["end"]
            if entry["speaker"] != speaker or not latest <= start <= end:
                return None
            words.append(entry["word"])
            starts.append(start)
            ends.append(end)
            latest = end
        text = " ".join(words)
    except (KeyError, TypeError):  # numbers have no sound to align, and a word between two speakers may have none
        return None
    return Cue(speaker, starts[0], latest, text, tuple(starts), tuple(ends)) if is_one_token_each(text, words) else None


def _cues_of_segment(segment: dict[str, Any], speaker: str, entries: list[dict[str, Any]]) -> Iterator[Cue]:
    return cues_of_words(
        [entry["word"] for entry in entries],
        [entry.get("start") for entry in entries],
        [entry.get("end") for entry in entries],
        [entry.get("speaker") or speaker for entry in entries],
        within=(segment.get("start"), segment.get("end")),
    )
