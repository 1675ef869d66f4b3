"""Cuts masked text into blocks (paragraph, heading, list item, cell) and sentences. Offsets are those of the source."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "item", "cell"]

LONGEST_SENTENCE = 1_500
"""Code points. A longer one is cut at a space, so that looking around in a sentence costs little whatever comes in."""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a sentence does not leave."""

    start: int
    end: int
    kind: BlockKind


_LEAD = re.compile(
    r"[ \t>]*(?:(?P<item>[-*+•]|\(?\d{1,9}[.)]|\(?[a-z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?|(?P<heading>#{1,6})[ \t]+)?"
)
_MARK = re.compile(
    r"[ \t>]*+(?:(?P<empty>\r?\n?\Z)|(?P<row>(?=\|))"
    r"|(?P<underline>(?:=+|-{2,}|~+|\^+|\"+)[ \t]*\r?\n?\Z)"
    r"|(?P<item>(?:[-*+•]|\(?\d{1,9}[.)]|\(?[a-z][.)])[ \t]+(?:\[[ xX]\][ \t]+)?)|(?P<heading>#{1,6}[ \t]+))"
)
"""How a line begins that ends the block above it."""
_HEADING = re.compile(r"#{1,6}[ \t]")
_UNDERLINE = re.compile(r"[ \t>]*(?:=+|-+|~+|\^+|\"+)[ \t]*\r?\n?\Z")
_CELL = re.compile(r"[^|\n]+")
# A set of signs comes first, so that `re` skips to the next of them.
_STOP = re.compile(
    r"[.!?…;:。！？](?:(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"'”’)\]*_]*+(?=\s++[\"'“‘(\[*_]*+[^\W_a-z])"
    r"|(?<=[。！？])|(?<=[;:])(?=[ \t]*+\n))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|mx|dr|prof|rev|hon|st|sr|jr|vs|e\.?g|i\.?e|cf|al|no|nos|vol|p|pp|fig|approx|dept|ext|inc|ltd|corp)"
    r"|\b[A-Za-z]\.?)\Z",
    re.IGNORECASE,
)


def blocks(masked: str) -> list[Block]:
    """Return the blocks of a masked text, in order; blank stretches are left out."""
    found: list[Block] = []
    at = start = 0
    kind: BlockKind = "paragraph"
    while at < len(masked):
        end = masked.find("\n", at) + 1 or len(masked)
        mark = _MARK.match(masked, at, end)
        if mark is None:
            at = end
            continue
        underlined = mark.lastgroup == "underline" and start < at
        if underlined and "\n" not in masked[start : at - 1]:
            kind = "heading"
        _close(found, masked, start, at, kind)
        start, kind = _opened(found, masked, mark, end, underlined=underlined)
        at = end
    _close(found, masked, start, len(masked), kind)
    return found


def _opened(
    found: list[Block], masked: str, mark: re.Match[str], end: int, *, underlined: bool
) -> tuple[int, BlockKind]:
    """Where the next block begins, and what it is; a line that is a block by itself is added."""
    if mark.lastgroup == "item":
        return mark.end(), "item"
    if mark.lastgroup == "heading":
        _close(found, masked, mark.end(), end, "heading")
    elif mark.lastgroup == "row":
        for cell in _CELL.finditer(masked, mark.start(), end):
            _close(found, masked, cell.start(), cell.end(), "cell")
    elif mark.lastgroup == "underline" and not underlined:
        return mark.start(), "paragraph"
    return end, "paragraph"


def block_lines(text: str, offset: int, least: int = 0) -> tuple[int, int]:
    """Return where the lines begin and end that one block, or one row of a table, takes up; none before `least`."""
    start = text.rfind("\n", least, offset) + 1 or least
    end = _line_end(text, offset)
    if _stands_alone(text, start, end):
        return start, end
    while start > least and not _begins(text, start, end):
        above = text.rfind("\n", least, start - 1) + 1 or least
        if _stands_alone(text, above, start) or _UNDERLINE.fullmatch(text, above, start):
            break
        start, end = above, start
    return start, _block_end(text, offset)


def _block_end(text: str, offset: int) -> int:
    end = _line_end(text, offset)
    while end < len(text):
        below = _line_end(text, end)
        if _UNDERLINE.fullmatch(text, end, below):
            return below
        if _stands_alone(text, end, below) or _begins(text, end, below):
            return end
        end = below
    return end


def _line_end(text: str, offset: int) -> int:
    return text.find("\n", offset) + 1 or len(text)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """An empty line, a heading or a row of a table."""
    said = text[start:end].strip(" \t\r\n>")
    return not said or said[0] == "|" or (said[0] == "#" and _HEADING.match(said) is not None)


def _begins(text: str, start: int, end: int) -> bool:
    lead = _LEAD.match(text, start, end)
    return lead is not None and lead["item"] is not None


def _close(found: list[Block], masked: str, start: int, end: int, kind: BlockKind) -> None:
    said = masked[start:end].rstrip(" \t\r\n>")
    kept = said.lstrip(" \t\r\n>")
    if kept:
        found.append(Block(start + len(said) - len(kept), start + len(said), kind))


def sentences(masked: str) -> list[tuple[int, int]]:
    """Return start and end of each sentence of a masked text, in order."""
    return [sentence for block in blocks(masked) for sentence in sentences_of(masked, block.start, block.end)]


def sentences_of(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return start and end of each sentence of one block."""
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(masked, start, end):
        if masked[stop.start()] == "." and _ABBREVIATION.search(masked, max(start, stop.start() - 8), stop.start()):
            continue
        _cut(found, masked, start, stop.end())
        start = stop.end()
    _cut(found, masked, start, end)
    return found


def _cut(found: list[tuple[int, int]], masked: str, start: int, end: int) -> None:
    while start < end and masked[start].isspace():
        start += 1
    while end - start > LONGEST_SENTENCE:
        space = masked.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        middle = space if space > 0 else start + LONGEST_SENTENCE
        found.append((start, middle))
        start = middle
    if start < end:
        found.append((start, end))


def sentence_at(found: list[tuple[int, int]], offset: int) -> tuple[int, int] | None:
    """Return the sentence that holds an offset, out of sentences in order."""
    index = bisect_right(found, (offset, 1 << 62)) - 1
    if index >= 0 and found[index][0] <= offset < found[index][1]:
        return found[index]
    return None
