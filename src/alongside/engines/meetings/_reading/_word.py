"""The text of a Word document, as Teams exports it or as anybody pasted a transcript into one.

Only the part with the text is unpacked, up to a limit; python-docx parses it, and expands no entities.
"""

import re
import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from docx.oxml.exceptions import InvalidXmlError
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from lxml.etree import LxmlError

from alongside.engines.meetings._reading._cue import Refusal
from alongside.engines.meetings._reading._limits import Limits

_TEXT_PART = re.compile(r"word/document\d*\.xml")
_DAMAGED_ZIP = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


def text_of_word(document: bytes, limits: Limits) -> str:
    """Return the paragraphs as lines."""
    part = _text_part(document, limits)
    if len(part) > limits.max_uncompressed_bytes:
        raise Refusal(
            f"its text is larger than {limits.max_uncompressed_bytes:,} bytes unpacked. Cut it into several meetings."
        )
    try:
        return "\n".join(paragraph.text or "" for paragraph in parse_xml(part).iter(qn("w:p")))
    except (InvalidXmlError, KeyError, LxmlError, TypeError, ValueError):
        raise Refusal("the text inside this Word document is damaged. Open it in Word and save it again.") from None


def _text_part(document: bytes, limits: Limits) -> bytes:
    try:
        with ZipFile(BytesIO(document)) as archive:
            part = next((part for part in archive.infolist() if _TEXT_PART.fullmatch(part.filename)), None)
            if part and part.compress_type in {ZIP_STORED, ZIP_DEFLATED}:
                with archive.open(part) as stream:
                    return stream.read(limits.max_uncompressed_bytes + 1)
    except _DAMAGED_ZIP:
        raise Refusal(
            "this is a Word document or a ZIP archive that is damaged or locked. Save it again without a password."
        ) from None
    raise Refusal("this is a ZIP archive, but not a Word document. Unpack it and give the transcript that is inside.")
