"""JSON of speech recognisers and note-takers: which of the known shapes a document has."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import orjson

from alongside.engines.meetings._reading._cue import Cue, Reading, Refusal
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._note_takers import (
    fireflies_cues,
    fireflies_download_cues,
    meet_cues,
    otter_cues,
)
from alongside.engines.meetings._reading._services import amazon_cues, assemblyai_cues, deepgram_cues, rev_cues
from alongside.engines.meetings._reading._whisperx import cues_of_segments, segments_in, segments_of


class _Shape(NamedTuple):
    name: str
    path: tuple[str, ...]  # the keys that lead to the list it is known by
    cues: Callable[[Any], Iterator[Cue]]


_SHAPES = (
    _Shape("WhisperX", ("segments",), lambda document: cues_of_segments(segments_of(document["segments"]))),
    _Shape("AssemblyAI", ("utterances",), assemblyai_cues),
    _Shape("Deepgram", ("results", "channels"), deepgram_cues),
    _Shape("Amazon Transcribe", ("results", "items"), amazon_cues),
    _Shape("Rev", ("monologues",), rev_cues),
    _Shape("Otter", ("speech_segments",), otter_cues),
    _Shape("Fireflies", ("sentences",), fireflies_cues),
    _Shape("Google Meet", ("transcriptEntries",), meet_cues),
)
_LIST_SHAPES = (
    _Shape("Fireflies", ("sentence", "startTime"), fireflies_download_cues),
    _Shape("Google Meet", ("participant", "startTime"), lambda entries: meet_cues({"transcriptEntries": entries})),
    _Shape("segments", ("start", "text"), lambda entries: cues_of_segments(segments_of(entries))),
)
_WRAPPERS = ("data", "transcript", "speech")

_TIME = (float, int)
_END = (float, int, type(None))


def read(document: bytes | str, limits: Limits) -> Reading:
    if (segments := segments_in(document)) is not None:
        return _read("WhisperX", cues_of_segments(segments), limits)
    parsed = _parse(document)
    while isinstance(parsed, dict) and not _shapes_of(parsed) and (inner := _wrapped(parsed)):
        parsed = inner
    shapes = _shapes_of(parsed)
    if not shapes:
        raise Refusal(
            "this is JSON, but of no shape that is known here. Expected: "
            f"{', '.join(shape.name for shape in _SHAPES)}. Export with speakers and times."
        )
    return _read(shapes[0].name, shapes[0].cues(parsed), limits)


def _parse(document: bytes | str) -> Any:
    try:
        return orjson.loads(document)
    except orjson.JSONDecodeError as error:
        raise Refusal(
            f"this begins like JSON but is not complete JSON ({error.msg}). Download or export the file again.",
            line=error.lineno,
        ) from None


def _read(name: str, cues: Iterator[Cue], limits: Limits) -> Reading:
    reading = Reading(f"JSON ({name})", [])
    try:
        for cue in cues:
            reading.cues.append(_checked(cue))
            if len(reading.cues) > limits.max_cues:
                raise Refusal(f"there are more than {limits.max_cues:,} entries. Cut the file into several.")
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise Refusal(_misfit(reading, error)) from None
    return reading


def _checked(cue: Any) -> Cue:
    if isinstance(cue.speaker, str) and isinstance(cue.start, _TIME) and isinstance(cue.end, _END):
        return cue  # type: ignore[no-any-return]
    raise TypeError("a name or a time of another type")


def _shapes_of(parsed: Any) -> list[_Shape]:
    if isinstance(parsed, list):
        return [
            shape
            for shape in _LIST_SHAPES
            if parsed and isinstance(parsed[0], dict) and {*shape.path} <= parsed[0].keys()
        ]
    return [shape for shape in _SHAPES if isinstance(_at(parsed, shape.path), list)]


def _at(parsed: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        parsed = parsed.get(key) if isinstance(parsed, dict) else None
    return parsed


def _wrapped(parsed: dict[str, Any]) -> Any:
    return next((parsed[key] for key in _WRAPPERS if isinstance(parsed.get(key), dict | list)), None)


def _misfit(reading: Reading, error: Exception) -> str:
    after = f"after {len(reading.cues):,} good entries" if reading.cues else "in the first entry"
    detail = f"{error} is missing" if isinstance(error, KeyError) else "something is of another type than it should be"
    return f"{reading.format} was recognised, but {after} {detail}. Export the file again, or tell us of this shape."
