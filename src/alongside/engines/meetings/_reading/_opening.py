"""From a path or bytes to bytes within the limits, and from bytes to text."""

import codecs
import os
from pathlib import Path

from alongside.engines.meetings._reading._cue import Refusal
from alongside.engines.meetings._reading._limits import Limits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def document_of(file: str | os.PathLike[str] | bytes, limits: Limits) -> bytes:
    if isinstance(file, bytes):
        document = file
    else:
        try:
            with Path(file).open("rb") as stream:
                document = stream.read(limits.max_bytes + 1)
        except (OSError, ValueError) as error:
            raise Refusal(f"it cannot be opened ({_reason(error)}). Check the path.") from None
    if len(document) > limits.max_bytes:
        raise Refusal(f"it is larger than {limits.max_bytes:,} bytes. Cut it into several meetings.")
    if not document.strip(b" \t\r\n\0"):
        raise Refusal("it is empty. Export the transcript again.")
    return document


def text_of(document: bytes, repairs: list[str]) -> str:
    """Decode by byte order mark, by the zeros of UTF-16, as UTF-8, and last as Windows-1252."""
    encoding = next((name for mark, name in _MARKS if document.startswith(mark)), None) or _without_mark(document)
    try:
        return document.decode(encoding)
    except UnicodeDecodeError as error:
        line = document.count(b"\n", 0, error.start) + 1
    if encoding != "utf-8" or b"\0" in document:
        raise Refusal("this is not text in UTF-8 or UTF-16. Save or export it as UTF-8 text.", line=line)
    try:
        text = document.decode("cp1252")
    except UnicodeDecodeError:
        raise Refusal("this is not text in UTF-8 or UTF-16. Save or export it as UTF-8 text.", line=line) from None
    repairs.append("The file is not UTF-8 and was read as Windows-1252; check the accents in names.")
    return text


def _without_mark(document: bytes) -> str:
    head = document[:200]
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le"
    if head[::2].count(0) > len(head) // 4:
        return "utf-16-be"
    return "utf-8"


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "").lower() if isinstance(error, OSError) and error.strerror else "not a path"
