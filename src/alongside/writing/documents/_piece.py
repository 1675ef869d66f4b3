from bisect import bisect_right
from typing import NamedTuple


class UnreadableFile(Exception):
    """The message says where it stopped, what was expected, and what to do; it does not name the file."""


class Limits(NamedTuple):
    """How much is read before a file is refused. Text without an upper bound on its size is read in pieces.

    Attributes:
        piece: bytes of text that are checked at once; a longer file is cut between paragraphs.
        whole: bytes of a file that cannot be cut: a Word, OpenDocument or PDF file, JSON, YAML, code, UTF-16.
        line: bytes in one line.
        unpacked: bytes of text in a Word or OpenDocument file, once it is unpacked.
        pages: of a PDF file.
        seconds: to get the text out of a Word, OpenDocument or PDF file.
    """

    piece: int = 4_000_000
    whole: int = 32_000_000
    line: int = 1_000_000
    unpacked: int = 32_000_000
    pages: int = 3_000
    seconds: int = 60


class Piece(NamedTuple):
    """A stretch of a file that is checked at once.

    Attributes:
        text: with its line ends as they are in the file.
        markup: as the engine names it.
        start: code points of the file before it.
        line: lines of the file before it.
        encoding: how to write it back, or "" where the text was taken out of a document.
        mark: the byte order mark that stood before it.
        unit: "line", or "paragraph" or "page" where the file has no lines to speak of.
        starts: where each paragraph or page begins.
    """

    text: str
    markup: str
    start: int = 0
    line: int = 0
    encoding: str = ""
    mark: str = ""
    unit: str = "line"
    starts: tuple[int, ...] = ()

    def place(self, offset: int) -> str:
        """The paragraph or page of an offset, as a person would say it; "" where there are lines."""
        return f"{self.unit} {bisect_right(self.starts, offset)}" if self.starts else ""
