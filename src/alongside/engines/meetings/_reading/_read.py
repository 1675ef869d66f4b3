"""The door: nothing but a transcript or an UnreadableTranscriptError comes out."""

from os import PathLike
from pathlib import Path

from alongside.engines.meetings._reading._cue import Refusal
from alongside.engines.meetings._reading._joining import transcript_of
from alongside.engines.meetings._reading._limits import Limits
from alongside.engines.meetings._reading._opening import document_of
from alongside.engines.meetings._reading._recognising import reading_of, reading_of_pair
from alongside.engines.meetings._transcript import Transcript, UnreadableTranscriptError

_LIMITS = Limits()

File = str | PathLike[str] | bytes


def read(
    file: File, *, speakers: File | None = None, source: str | None = None, limits: Limits = _LIMITS
) -> Transcript:
    """Read a transcript from a path or from the bytes of a file, whatever its name.

    Args:
        file: the transcript; or the CTM of a pair.
        speakers: the RTTM of a pair (either of the two may be `file`).
        source: the name to show; by default that of the path.
        limits: how much is read before the file is refused.

    Raises:
        UnreadableTranscriptError: nothing else, whatever the bytes.
    """
    shown = source or ("-" if isinstance(file, bytes) else Path(file).name)
    try:
        if speakers is None:
            reading = reading_of(document_of(file, limits), limits)
        else:
            reading = reading_of_pair(document_of(file, limits), document_of(speakers, limits), limits)
        return transcript_of(reading, source=shown, limits=limits)
    except Refusal as refusal:
        place = shown if refusal.line is None else f"{shown}, line {refusal.line}"
        raise UnreadableTranscriptError(f"{place}: {refusal}") from refusal
