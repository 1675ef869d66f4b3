"""Segments with words, as WhisperX writes them (and, without words, many others)."""

from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import Any

from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_text
from alongside.engines.meetings._reading._timed_words import cue_of_words, cues_of_words

_fields = itemgetter("word", "start", "end", "speaker")


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
        if entries:
            yield from _cues_of_segment(segment, speaker, entries)
        else:
            yield Cue(speaker, segment["start"], segment.get("end"), clean_text(segment["text"]))


def _cues_of_segment(segment: dict[str, Any], speaker: str, entries: list[dict[str, Any]]) -> Iterable[Cue]:
    """Read the words of a segment, which nearly always have one speaker and times."""
    try:
        words, starts, ends, speakers = zip(*map(_fields, entries), strict=True)
        if speakers.count(speaker) == len(words):
            return (cue_of_words(speaker, words, starts, ends),)
    except (KeyError, TypeError):  # numbers have no sound to align, and a word between two speakers may have none
        pass
    return cues_of_words(
        [entry["word"] for entry in entries],
        [entry.get("start") for entry in entries],
        [entry.get("end") for entry in entries],
        [entry.get("speaker") or speaker for entry in entries],
        within=(segment.get("start"), segment.get("end")),
    )
