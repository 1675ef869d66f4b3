"""Text cut between paragraphs, so that a file of any length needs the memory of one piece."""

from collections.abc import Iterator
from importlib import import_module
from typing import IO

from alongside.writing.documents._piece import Limits, Piece, UnreadableFile


def whole(stream: IO[bytes], opening: bytes, limits: Limits) -> bytes:
    content = opening + stream.read(max(limits.whole + 1 - len(opening), 0))
    if len(content) > limits.whole:
        raise UnreadableFile(
            f"it is larger than {limits.whole // 1_000_000} MB. Divide it, or give the part you work on."
        )
    return content


def piece_of(text: str, markup: str, encoding: str = "utf-8", *, start: int = 0, line: int = 0) -> Piece:
    """A piece without the byte order mark that the first may begin with, but which can be written back with it."""
    mark = "\ufeff" if not start and text.startswith("\ufeff") else ""
    return Piece(text[len(mark) :], markup, start, line, encoding, mark)


def cut(stream: IO[bytes], opening: bytes, markup: str, limits: Limits) -> Iterator[Piece]:
    """Yield the text in pieces that end between two paragraphs, and outside of a block of code."""
    start = line = 0
    for part in _parts(stream, opening, markup, limits):
        piece = piece_of(_decoded(part, line), markup, start=start, line=line)
        yield piece
        start += len(piece.text)
        line += part.count(b"\n")


def _decoded(part: bytes, lines_before: int) -> str:
    if b"\0" in part:
        line = lines_before + part.count(b"\n", 0, part.index(b"\0")) + 1
        raise UnreadableFile(f"line {line} is not text: it has a NUL character. Save the file as UTF-8 text.")
    try:
        return part.decode()
    except UnicodeDecodeError as broken:
        line = lines_before + part.count(b"\n", 0, broken.start) + 1
        raise UnreadableFile(f"line {line} is not UTF-8 text. Save the file as UTF-8.") from None


def _parts(stream: IO[bytes], opening: bytes, markup: str, limits: Limits) -> Iterator[bytes]:
    part = opening + stream.read(max(limits.piece - len(opening), 0))
    lines_before = 0
    while part:
        _refuse_long_line(part, lines_before, limits)
        if len(part) < limits.piece:
            yield part
            return
        # Few files are as long as that.
        part += import_module("alongside.writing.documents._gaps").to_a_gap(stream, part, markup, limits, lines_before)
        yield part
        lines_before += part.count(b"\n")
        part = stream.read(limits.piece)


TOO_LONG = "line {line} is longer than {limit:,} bytes. Break it into lines, if it is something that people read."


def _refuse_long_line(part: bytes, lines_before: int, limits: Limits) -> None:
    if len(part) <= limits.line:
        return
    begin = 0
    while begin < len(part):
        end = part.rfind(b"\n", begin, begin + limits.line + 1)
        if end < 0:
            if len(part) - begin <= limits.line:
                return
            line = lines_before + part.count(b"\n", 0, begin) + 1
            raise UnreadableFile(TOO_LONG.format(line=line, limit=limits.line))
        begin = end + 1
