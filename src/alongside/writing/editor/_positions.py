"""Offsets as editors count them: by lines, and within a line in UTF-16 units, in bytes of UTF-8, or in code points."""

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

_LINE_END = re.compile(r"\r\n|\n|\r")


class Lines:
    """A text by its lines, as the protocol divides them: nowhere else than at these three line ends."""

    def __init__(self, text: str, encoding: PositionEncodingKind | str) -> None:
        self.text = text
        self._encoding = str(getattr(encoding, "value", encoding))
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> Position:
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self.text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The code point at a position; a position after the end of a line is at its end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self.line(position.line)
        left = position.character
        for place in range(start, end):
            if left <= 0:
                return place
            left -= self._units(self.text[place])
        return end

    def line(self, number: int) -> tuple[int, int]:
        """Where a line begins, and where it ends, without its line end."""
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip("\r\n"))

    def _units(self, text: str) -> int:
        if self._encoding == "utf-32" or text.isascii():
            return len(text)
        encoded = text.encode("utf-8" if self._encoding == "utf-8" else "utf-16-le", errors="surrogatepass")
        return len(encoded) if self._encoding == "utf-8" else len(encoded) // 2
