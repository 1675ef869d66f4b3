"""The text of a Word (.docx) or OpenDocument (.odt) file: a ZIP archive with XML in it.

Only the part with the text is unpacked, up to a limit. The parser expands no entities and fetches nothing.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from alongside.writing.documents._in_time import in_time
from alongside.writing.documents._piece import Limits, Piece, UnreadableFile

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHER_VERSION = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"

_WORD_PART, _OPEN_PART = "word/document.xml", "content.xml"
_BETWEEN = "\n\n"
_DAMAGED = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


def piece(content: bytes, limits: Limits) -> Piece:
    with in_time(limits.seconds):
        name, part = _unpacked(content, limits)
        try:
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
            paragraphs = list(_of_word(root) if name == _WORD_PART else _of_open_document(root))
        except (etree.LxmlError, ValueError):
            raise UnreadableFile(
                "the text inside it is damaged. Open it in your word processor and save it again."
            ) from None
    starts, length = [], 0
    for paragraph in paragraphs:
        starts.append(length)
        length += len(paragraph) + len(_BETWEEN)
    return Piece(_BETWEEN.join(paragraphs), "text", unit="paragraph", starts=tuple(starts))


def _unpacked(content: bytes, limits: Limits) -> tuple[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = {part.filename: part for part in archive.infolist()}
            name = next((name for name in (_WORD_PART, _OPEN_PART) if name in names), "")
            if name and names[name].compress_type in {ZIP_STORED, ZIP_DEFLATED}:
                with archive.open(name) as stream:
                    part = stream.read(limits.unpacked + 1)
                if len(part) > limits.unpacked:
                    raise UnreadableFile(
                        f"its text is larger than {limits.unpacked // 1_000_000} MB unpacked. Divide it."
                    )
                return name, part
    except _DAMAGED:
        raise UnreadableFile("it is damaged, or has a password. Save it again, without a password.") from None
    raise UnreadableFile("it is a ZIP archive, but no Word or OpenDocument text. Unpack it, and give what is inside.")


def _of_word(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_WORD}p"):
        if next(paragraph.iterancestors(_OTHER_VERSION), None) is None:
            yield "".join(_runs(paragraph)).strip("\n")


_WORD_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "\u2011"}


def _runs(parent: etree._Element) -> Iterator[str]:
    """The words of a paragraph in Word, without those of a text box that is anchored in it."""
    for child in parent.iterchildren():
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif sign := _WORD_SIGNS.get(child.tag):
            yield sign
        elif child.tag not in {f"{_WORD}p", f"{_WORD}txbxContent", f"{_WORD}pPr", f"{_WORD}rPr", _OTHER_VERSION}:
            yield from _runs(child)


_NOT_WRITTEN = {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}note"}


_NOT_SPANS = {*_NOT_WRITTEN, f"{_TEXT}p", etree.Comment, etree.ProcessingInstruction, etree.Entity}


def _of_open_document(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        if next(paragraph.iterancestors(*_NOT_WRITTEN), None) is None:
            yield "".join(_spans(paragraph))


def _spans(parent: etree._Element) -> Iterator[str]:
    yield parent.text or ""
    for child in parent.iterchildren():
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c", "1")), 100)
        elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
            yield "\t" if child.tag == f"{_TEXT}tab" else "\n"
        elif child.tag not in _NOT_SPANS:
            yield from _spans(child)
        yield child.tail or ""
