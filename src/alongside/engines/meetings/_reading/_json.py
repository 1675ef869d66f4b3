"""JSON of speech recognisers and note-takers: which of the known shapes a document has."""

from typing import Any

import orjson

from alongside.engines.meetings._reading._cue import Reading, Refusal
from alongside.engines.meetings._reading._whisperx import whisperx_cues


def read_json(document: bytes) -> Reading:
    try:
        parsed = orjson.loads(document)
    except orjson.JSONDecodeError as error:
        raise Refusal(
            f"this is not complete JSON ({error.msg}). Export or download it again.", line=error.lineno
        ) from error
    return _read_shape(parsed)


def _read_shape(parsed: Any) -> Reading:
    reading = Reading("JSON (WhisperX)", [])
    try:
        reading.cues.extend(whisperx_cues(parsed))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise Refusal(f"entry {len(reading.cues) + 1} is not as {reading.format} has it.") from error
    return reading
