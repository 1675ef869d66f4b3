from os import PathLike
from pathlib import Path

from alongside.engines.meetings._reading._cue import Refusal
from alongside.engines.meetings._reading._joining import transcript_of
from alongside.engines.meetings._reading._json import read_json
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._subtitles import read_subtitles
from alongside.engines.meetings._transcript import Transcript, UnreadableTranscriptError

_LIMITS = Limits()


def read(file: str | PathLike[str] | bytes, *, source: str | None = None, limits: Limits = _LIMITS) -> Transcript:
    """Read a transcript from a path or from the bytes of a file, whatever its name.

    Raises:
        UnreadableTranscriptError: nothing else, whatever the bytes.
    """
    document = file if isinstance(file, bytes) else Path(file).read_bytes()
    shown = source or ("-" if isinstance(file, bytes) else Path(file).name)
    try:
        reading = read_json(document) if document.startswith(b"{") else read_subtitles(document.decode())
        return transcript_of(reading, source=shown)
    except Refusal as refusal:
        place = shown if refusal.line is None else f"{shown}, line {refusal.line}"
        raise UnreadableTranscriptError(f"{place}: {refusal}") from refusal
