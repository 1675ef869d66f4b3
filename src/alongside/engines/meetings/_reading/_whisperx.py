"""Segments with words, as WhisperX writes them (and, without words, many others)."""

from collections.abc import Iterator
from typing import Any

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_text
from alongside.engines.meetings._reading._timed_words import cue_of_words, cues_of_words


def whisperx_cues(document: Any) -> Iterator[Cue]:
    """Read the segments, letting go of each once it is read: they take many times the room of the cues."""
    segments = document if isinstance(document, list) else document.pop("segments")
    if isinstance(document, dict):
        document.clear()  # "word_segments" says the same a second time
    segments.reverse()
    while segments:
        segment = segments.pop()
        entries = segment.get("words")
        if entries:
            yield from _cues_of_segment(segment, entries)
        else:
            yield Cue(segment.get("speaker") or "", segment["start"], segment.get("end"), clean_text(segment["text"]))


def _cues_of_segment(segment: dict[str, Any], entries: list[dict[str, Any]]) -> Iterator[Cue]:
    speaker = segment.get("speaker") or ""
    words = [entry["word"] for entry in entries]
    try:
        starts = [entry["start"] for entry in entries]
        ends = [entry["end"] for entry in entries]
        speakers = [entry["speaker"] for entry in entries]
    except KeyError:  # numbers have no sound to align, and a word between two speakers may have none
        starts = [entry.get("start") for entry in entries]
        ends = [entry.get("end") for entry in entries]
        speakers = [entry.get("speaker", speaker) for entry in entries]
    if speakers.count(speaker) == len(words) and None not in starts and None not in ends:
        yield cue_of_words(speaker, words, starts, ends)
    else:
        names = [name or speaker for name in speakers]
        yield from cues_of_words(words, starts, ends, names, (segment.get("start"), segment.get("end")))
