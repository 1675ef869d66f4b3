"""A file or a stream, as pieces. What it is, its first bytes tell; which markup, its name."""

from collections.abc import Iterator
from importlib import import_module
from typing import IO

from alongside.writing.documents._names import markup_of
from alongside.writing.documents._piece import Limits, Piece, UnreadableFile
from alongside.writing.documents._pieces import cut, piece_of, whole

_ENOUGH_TO_TELL = 4096
_CUTTABLE = {"markdown", "text", "rst", "html"}
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def pieces(stream: IO[bytes], name: str, *, markup: str = "", limits: Limits | None = None) -> Iterator[Piece]:
    """Read a file piece by piece.

    Args:
        stream: open for reading bytes.
        name: of the file; its ending tells the markup if `markup` does not.
        markup: as the engine names it, or "" to find out.
        limits: how much to read.

    Raises:
        UnreadableFile: it is not text, or damaged, locked or too large. It may come after the first pieces.
    """
    limits = limits or Limits()
    opening = stream.read(_ENOUGH_TO_TELL)
    if document := _document(opening):
        module = import_module(f"alongside.writing.documents._{document}")
        yield module.piece(whole(stream, opening, limits), limits)
        return
    encoding = next((encoding for mark, encoding in _BYTE_ORDER_MARKS if opening.startswith(mark)), "utf-8")
    if encoding == "utf-8" and b"\0" in opening:
        raise UnreadableFile("it is not text. Give the document that it was made from.")
    markup = markup or markup_of(name, opening.decode(encoding, errors="ignore").removeprefix("\ufeff"))
    yield from _text(stream, opening, markup, encoding, limits)


def _document(opening: bytes) -> str:
    if opening.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            "it is a Word document of the old kind, or one with a password. Save it as .docx, without a password."
        )
    if b"%PDF-" in opening[:1024]:
        return "pdf"
    return "packed" if opening.startswith(b"PK\x03\x04") else ""


def _text(stream: IO[bytes], opening: bytes, markup: str, encoding: str, limits: Limits) -> Iterator[Piece]:
    if markup in _CUTTABLE and encoding == "utf-8":
        return cut(stream, opening, markup, limits)
    content = whole(stream, opening, limits)
    try:
        return iter([piece_of(content.decode(encoding), markup, encoding)])
    except UnicodeDecodeError as broken:
        line = content.count(b"\n", 0, broken.start) + 1
        raise UnreadableFile(
            f"line {line} is not {encoding[:6].upper().rstrip('-')} text. Save the file as UTF-8."
        ) from None
