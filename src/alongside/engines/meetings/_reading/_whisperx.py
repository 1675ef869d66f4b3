"""Segments with words, as WhisperX writes them (and, without words, many others)."""

from collections.abc import Iterator
from typing import Any

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_text
from alongside.engines.meetings._reading._timed_words import cue_of_words, cues_of_words


def whisperx_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read the segments, letting go of each once it is read: they take many times the room of the cues."""
    segments = document.pop("segments")
    document.clear()
    segments.reverse()
    while segments:
        segment = segments.pop()
        speaker = segment.get("speaker") or ""
        entries = segment.get("words")
        if not entries:
            yield Cue(speaker, segment["start"], segment.get("end"), clean_text(segment["text"]))
            continue
        words = [entry["word"] for entry in entries]
        starts = [entry.get("start") for entry in entries]
        ends = [entry.get("end") for entry in entries]
        speakers = [entry.get("speaker", speaker) for entry in entries]
        if speakers.count(speaker) == len(words) and None not in starts and None not in ends:
            yield cue_of_words(speaker, words, starts, ends)
        else:
            yield from cues_of_words(words, starts, ends, speakers, (segment.get("start"), segment.get("end")))
