"""The report in a terminal: short, wrapped at its width, and without colour codes where it is not a terminal."""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

from alongside.engines.meetings import LookBack, Moment
from alongside.meetings.report.printable import printable
from alongside.meetings.report.story import FOR_YOU, HOW_SURE, Column, Event, Story, tell
from alongside.meetings.report.wording import clock

_LONGEST_NAME = 20
_TIME = 9


class _Page:
    """Lines wrapped at a width; bold and faint only where a terminal shows them."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self.colour = colour
        self.lines: list[str] = []

    def heading(self, text: str) -> None:
        self.lines += ["", self.bold(text), ""]

    def write(self, text: str, indent: int = 0, first: str = "") -> None:
        begin = f"{first:<{indent}}"
        wrapped = textwrap.wrap(text, self.width, initial_indent=begin, subsequent_indent=" " * indent)
        self.lines += wrapped or [begin]

    def bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text


def render(look_back: LookBack, *, width: int = 80, colour: bool = False) -> str:
    story = tell(printable(look_back))
    page = _Page(max(width, 40), colour=colour)
    page.lines.append(page.bold(f"A look back at {story.source}"))
    page.write(story.about)
    page.lines.append("")
    page.write(" ".join(story.happened))
    _moments(page, story)
    _events(page, "Good moments", story.good)
    _events(page, "Questions for you", story.questions)
    _numbers(page, story)
    if story.limits:
        page.heading("What this file cannot show")
        for limit in story.limits:
            page.write(limit, 2, "-")
    page.heading("How sure this is")
    page.write(HOW_SURE)
    page.lines.append("")
    page.write(FOR_YOU)
    return "\n".join(line.rstrip() for line in page.lines) + "\n"


def _moments(page: _Page, story: Story) -> None:
    if not story.moments:
        return
    page.heading("What matters most")
    for moment in story.moments:
        _moment(page, moment)


def _moment(page: _Page, moment: Moment) -> None:
    page.write(moment.title, _TIME, f"  {clock(moment.at)}")
    page.write(f"“{moment.quote}”", _TIME)
    page.write(f"Next time you could say: {moment.say}", _TIME)
    page.lines.append("")


def _events(page: _Page, heading: str, events: Iterable[Event]) -> None:
    if not events:
        return
    page.heading(heading)
    for event in events:
        page.write(event.sentence, _TIME, f"  {clock(event.at)}")
        for quote in event.quotes:
            page.write(f"{quote.who}: “{quote.words}”", _TIME)


def _numbers(page: _Page, story: Story) -> None:
    page.heading("The numbers")
    longest = max(len(name) for name, _, _ in story.figures)
    for name, figure, meaning in story.figures:
        page.write(f"{figure} ({meaning})", longest + 4, f"  {name}")
    page.lines.append("")
    page.lines += _table(story, page.width)


def _table(story: Story, width: int) -> Iterator[str]:
    names = ["", *(_clipped(name) for name in story.people)]
    first = max(map(_columns_of, names)) + 2
    for block in _blocks(story.columns, width - first):
        rows = [[column.heading, *column.cells] for column in block]
        for row, name in enumerate(names):
            cells = (cells[row].rjust(max(map(len, cells)) + 2) for cells in rows)
            yield "  " + name + " " * (first - 2 - _columns_of(name)) + "".join(cells)
        yield ""


def _blocks(columns: tuple[Column, ...], width: int) -> Iterator[list[Column]]:
    """As many columns beside one another as fit."""
    block: list[Column] = []
    used = 0
    for column in columns:
        wide = max(map(len, (column.heading, *column.cells))) + 2
        if block and used + wide > width:
            yield block
            block, used = [], 0
        block.append(column)
        used += wide
    yield block


def _columns_of(text: str) -> int:
    """Columns that a terminal gives to a text: two to a Chinese character, none to an accent of its own."""
    return sum(0 if unicodedata.combining(mark) else 1 + (unicodedata.east_asian_width(mark) in "WF") for mark in text)


def _clipped(name: str) -> str:
    if _columns_of(name) <= _LONGEST_NAME:
        return name
    while _columns_of(name) >= _LONGEST_NAME:
        name = name[:-1]
    return name + "…"
