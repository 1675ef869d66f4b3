"""Reads one transcript in a process of its own, which can do little else: `python -m alongside.meetings.parsing`.

It gets the bytes on standard input and answers with JSON on standard output. It cannot write files; its memory and its
time are limited. A file that comes from outside may be made to break a reader: here, it breaks this process only.
"""

import resource
import sys
from dataclasses import fields, is_dataclass
from typing import Any

import orjson

MOST_BYTES = 20_000_000
MEMORY = 1 << 30
SECONDS = 60

# Letters stand between these in the answer, so that a page can tell the person A from the word "A".
BEFORE, AFTER = "\ue000", "\ue001"


def main() -> None:
    _give_up_rights()
    most_speakers = int(sys.stdin.buffer.readline())
    answer = answer_to(sys.stdin.buffer.read(MOST_BYTES + 1), most_speakers)
    sys.stdout.buffer.write(orjson.dumps(answer))


def _give_up_rights() -> None:
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def answer_to(text: bytes, most_speakers: int) -> dict[str, Any]:
    """Look back, with letters. Returns `{"look_back": ...}`, or `{"refusal": ...}` with the reason or the count.

    Args:
        text: the bytes of the transcript.
        most_speakers: how many people know of the look-back. If more than these speak, somebody was not told.
    """
    # numpy comes with the engine: it is imported only when the limits stand.
    from alongside.engines.meetings import (  # noqa: PLC0415
        Limits,
        UnreadableTranscriptError,
        look_back,
        read,
        with_letters,
    )

    try:
        transcript = read(text, source="Your file", limits=Limits(max_bytes=MOST_BYTES))
    except UnreadableTranscriptError as refusal:
        return {"refusal": str(refusal)}
    if len(transcript.speakers) > most_speakers:
        return {"too_many_speakers": len(transcript.speakers)}
    return {"look_back": _page_parts(with_letters(look_back(transcript), around=(BEFORE, AFTER)))}


def _page_parts(look_back: Any) -> dict[str, Any]:
    from alongside.meetings.report.picture import lay_out  # noqa: PLC0415
    from alongside.meetings.report.printable import printable  # noqa: PLC0415
    from alongside.meetings.report.story import tell  # noqa: PLC0415

    shown = printable(look_back)
    story = tell(shown)
    parts: dict[str, Any] = {
        name: _as_plain(getattr(story, name))
        for name in (
            "about happened highlights parts legend limits repairs figures columns rows how_sure not_proof"
        ).split()
    }
    return {**parts, "picture": _as_plain(lay_out(shown, story.events))}


def _as_plain(value: Any) -> Any:
    """Make mappings of records, with what they tell of themselves (the `time` of an event) beside their fields."""
    if isinstance(value, tuple):
        return [_as_plain(entry) for entry in value]
    if not is_dataclass(value):
        return value
    told = [name for name, kind in vars(type(value)).items() if isinstance(kind, property)]
    return {name: _as_plain(getattr(value, name)) for name in (*(field.name for field in fields(value)), *told)}


if __name__ == "__main__":
    main()
