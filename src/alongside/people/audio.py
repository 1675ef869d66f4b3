"""What a sound file is, told by its content: what a browser says of a file is not to be relied on."""

import re
from enum import StrEnum


class Sound(StrEnum):
    """The kinds that browsers record and phones keep. The value is the type that a browser is told."""

    WEBM = "audio/webm"
    OGG = "audio/ogg"
    MP4 = "audio/mp4"
    WAV = "audio/wav"


MOST_BYTES = 400_000
_RANGE = re.compile(r"bytes=(\d{1,9})-(\d{0,9})")


def kind_of(start: bytes) -> Sound | None:
    """The kind of a file from its first 12 bytes, or None if it is not a sound that we know."""
    if start.startswith(b"\x1a\x45\xdf\xa3"):
        return Sound.WEBM
    if start.startswith(b"OggS"):
        return Sound.OGG
    if start[4:8] == b"ftyp":
        return Sound.MP4
    if start.startswith(b"RIFF") and start[8:12] == b"WAVE":
        return Sound.WAV
    return None


def asked_part(header: str, size: int) -> slice | None:
    """The part of a file that a `Range` header asks for (RFC 9110 section 14), or None for all of it.

    Some browsers play a sound only from a server that can answer with a part. Of the forms that the RFC has, they use
    the one with a start; others are answered with the whole file, which the RFC allows.
    """
    asked = _RANGE.fullmatch(header)
    if not asked or int(asked[1]) >= size:
        return None
    last = min(int(asked[2]), size - 1) if asked[2] else size - 1
    return slice(int(asked[1]), last + 1) if last >= int(asked[1]) else None
