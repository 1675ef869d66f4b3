"""Speech services: AssemblyAI, Deepgram, Rev and Amazon Transcribe."""

from collections.abc import Iterable, Iterator
from typing import Any

from alongside.engines.meetings._reading._clock import seconds
from alongside.engines.meetings._reading._cue import Cue
from alongside.engines.meetings._reading._names import clean_name, label_of, told_apart
from alongside.engines.meetings._reading._timed_words import cues_of_stream


def assemblyai_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read utterances, whose times are whole milliseconds."""
    for utterance in document["utterances"]:
        entries = utterance["words"]
        yield from cues_of_stream(
            [entry["text"] for entry in entries],
            [_milliseconds(entry["start"]) for entry in entries],
            [_milliseconds(entry["end"]) for entry in entries],
            [label_of(utterance["speaker"])] * len(entries),
        )


def deepgram_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read utterances, or where there are none the words of each channel."""
    answer = document["results"]
    utterances = answer.get("utterances") or [
        {"channel": number, "words": channel["alternatives"][0]["words"]}
        for number, channel in enumerate(answer["channels"])
    ]
    has_channels = len({utterance.get("channel") for utterance in utterances}) > 1
    for utterance in utterances:
        entries = utterance["words"]
        channel = utterance.get("channel") if has_channels else None
        speaker = utterance.get("speaker")
        yield from cues_of_stream(
            [entry.get("punctuated_word") or entry["word"] for entry in entries],
            [entry["start"] for entry in entries],
            [entry["end"] for entry in entries],
            [_deepgram_speaker(entry.get("speaker", speaker), channel) for entry in entries],
        )


def rev_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read monologues, whose elements are words and, apart from them, punctuation."""
    monologues = document["monologues"]
    people = told_apart((str(monologue["speaker"]), _rev_name(monologue)) for monologue in monologues)
    for monologue in monologues:
        elements = [element for element in monologue["elements"] if element["type"] != "unknown"]
        words = [element for element in elements if element["type"] == "text"]
        yield from cues_of_stream(
            _with_punctuation((element["value"], element["type"] == "punct") for element in elements),
            [word.get("ts") for word in words],
            [word.get("end_ts") for word in words],
            [people[str(monologue["speaker"])]] * len(words),
        )


def amazon_cues(document: dict[str, Any]) -> Iterator[Cue]:
    """Read the items, whose times are text and whose speakers may stand in a list apart."""
    answer = document["results"]
    labels = {
        entry["start_time"]: entry["speaker_label"]
        for segment in answer.get("speaker_labels", {}).get("segments", ())
        for entry in segment["items"]
    }
    items = answer["items"]
    words = [item for item in items if item["type"] == "pronunciation"]
    yield from cues_of_stream(
        _with_punctuation((item["alternatives"][0]["content"], item["type"] == "punctuation") for item in items),
        [seconds(word["start_time"]) for word in words],
        [seconds(word["end_time"]) for word in words],
        [
            word.get("speaker_label") or labels.get(word["start_time"]) or word.get("channel_label") or ""
            for word in words
        ],
    )


def _with_punctuation(pieces: Iterable[tuple[str, bool]]) -> list[str]:
    words: list[str] = []
    for piece, is_mark in pieces:
        if not is_mark:
            words.append(piece)
        elif words:
            words[-1] += piece.strip()
    return words


def _milliseconds(time: int) -> float:
    if not isinstance(time, int):
        raise TypeError("whole milliseconds expected")
    return time / 1000


def _deepgram_speaker(speaker: object, channel: object) -> str:
    if channel is None:
        return label_of(speaker)
    return f"Channel {channel}" if speaker is None else f"{label_of(speaker)} (channel {channel})"


def _rev_name(monologue: dict[str, Any]) -> str:
    known: dict[str, Any] = monologue.get("speaker_info") or {}
    return clean_name(known.get("display_name") or "") or label_of(monologue["speaker"])
