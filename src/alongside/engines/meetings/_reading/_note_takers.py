"""Note-takers and meeting services: Otter, Fireflies and Google Meet."""

from collections.abc import Iterator
from typing import Any

from alongside.engines.meetings._reading._clock import seconds, seconds_of_date, seconds_of_stamp
from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_name, clean_text, label_of, told_apart
from alongside.engines.meetings._reading._timed_words import cues_of_words


def otter_cues(document: dict[str, Any]) -> Iterator[Cue]:
    for segment in document["speech_segments"]:
        yield Cue(
            label_of(segment.get("speaker_name")),
            seconds(segment["start_ts"]),
            _optional_seconds(segment.get("end_ts")),
            clean_text(segment["transcript"]),
        )


def fireflies_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read sentences, in the words that were recognised rather than as somebody has edited them since."""
    sentences = document["sentences"]
    people = told_apart((_fireflies_id(sentence), label_of(sentence["speaker_name"])) for sentence in sentences)
    for sentence in sentences:
        yield Cue(
            people[_fireflies_id(sentence)],
            seconds(sentence["start_time"]),
            _optional_seconds(sentence.get("end_time")),
            clean_text(sentence.get("raw_text") or sentence["text"]),
        )


def fireflies_download_cues(sentences: list[dict[str, Any]]) -> Iterator[Cue]:
    """Read the file behind the download button, whose times are stamps."""
    for sentence in sentences:
        yield Cue(
            label_of(sentence["speaker_name"]),
            seconds_of_stamp(sentence["startTime"]),
            seconds_of_stamp(sentence["endTime"]),
            clean_text(sentence["sentence"]),
        )


def meet_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read entries, which know people by the names of resources; `participants`, if it is there, resolves them."""
    entries = document["transcriptEntries"]
    listed = {person["name"]: _display_name(person) for person in document.get("participants", ())}
    order = {
        participant: number for number, participant in enumerate(dict.fromkeys(e["participant"] for e in entries), 1)
    }
    people = told_apart((key, listed.get(key) or f"Participant {number}") for key, number in order.items())
    for entry in entries:
        speaker = people[entry["participant"]]
        start, end = seconds_of_date(entry["startTime"]), seconds_of_date(entry["endTime"])
        words = entry.get("words")
        if not words:
            yield Cue(speaker, start, end, clean_text(entry["text"]))
            continue
        yield from cues_of_words(
            [word["word"] for word in words],
            [_optional_date(word.get("startTime")) for word in words],
            [_optional_date(word.get("endTime")) for word in words],
            [speaker] * len(words),
            (start, end),
        )


def _optional_seconds(value: str | float | None) -> float | None:
    return None if value is None else seconds(value)


def _optional_date(value: str | None) -> float | None:
    return None if value is None else seconds_of_date(value)


def _fireflies_id(sentence: dict[str, Any]) -> str:
    return f"{sentence.get('speaker_id')}/{sentence['speaker_name']}"


def _display_name(person: dict[str, Any]) -> str:
    user = person.get("signedinUser") or person.get("anonymousUser") or person.get("phoneUser") or {}
    return clean_name(user.get("displayName", ""))
