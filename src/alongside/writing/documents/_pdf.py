"""The text of a PDF file, page by page."""

import logging
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from alongside.writing.documents._in_time import in_time
from alongside.writing.documents._piece import Limits, Piece, UnreadableFile

_BETWEEN = "\n\n"
# What a damaged file makes of a library that expects a good one.
_DAMAGED = (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError)


def piece(content: bytes, limits: Limits) -> Piece:
    # It tells every oddity of a file, to nobody who could do something about it.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with in_time(limits.seconds):
            pages = _pages(content, limits)
    except (*_DAMAGED, MemoryError, RecursionError):
        raise UnreadableFile(
            "this PDF file is damaged. Make it again, or give the document that it was made from."
        ) from None
    if not any(page.strip() for page in pages):
        raise UnreadableFile("this PDF file has no text, only pictures of it. Give the document that it was made from.")
    starts, length = [], 0
    for page in pages:
        starts.append(length)
        length += len(page) + len(_BETWEEN)
    return Piece(_BETWEEN.join(pages), "text", unit="page", starts=tuple(starts))


def _pages(content: bytes, limits: Limits) -> list[str]:
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile("this PDF file has a password. Save it without one.")
    if len(reader.pages) > limits.pages:
        raise UnreadableFile(f"this PDF file has more than {limits.pages:,} pages. Divide it.")
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(page.extract_text())
        length += len(pages[-1])
        if length > limits.unpacked:
            raise UnreadableFile(f"its text is larger than {limits.unpacked // 1_000_000} MB. Divide it.")
    return pages
