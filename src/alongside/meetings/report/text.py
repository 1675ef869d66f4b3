"""The report in a terminal: short, wrapped at its width, and without colour codes where it is not a terminal."""

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from alongside.engines.meetings import LookBack
from alongside.meetings.report.events import Quote
from alongside.meetings.report.numbers import Column
from alongside.meetings.report.printable import printable
from alongside.meetings.report.story import Part, Story, tell
from alongside.meetings.report.wording import number

_NARROWEST = 40
_LONGEST_NAME = 20
_MOST_EVENTS = 5
_MOST_WORDS = 60


class _Page:
    """Lines wrapped at a width, with headings in bold where a terminal shows them; `time` columns are for times."""

    def __init__(self, width: int, *, time: int, colour: bool) -> None:
        self.width = width
        self.time = time
        self.lines: list[str] = []
        self._bold = "\x1b[1m{}\x1b[0m" if colour else "{}"

    def heading(self, text: str) -> None:
        self.lines += ["", self._bold.format(text), ""] if self.lines else [self._bold.format(text)]

    def write(self, text: str, *, indent: int = 0, first: str = "") -> None:
        begin = f"{first:<{indent}}"
        self.lines += textwrap.wrap(text, self.width, initial_indent=begin, subsequent_indent=" " * indent)

    def skip(self) -> None:
        self.lines.append("")


def render(look_back: LookBack, *, width: int = 80, colour: bool = False) -> str:
    story = tell(printable(look_back))
    times = [*(moment.time for moment in story.highlights), *(event.time for event in story.events)]
    page = _Page(max(width, _NARROWEST), time=max(map(len, times), default=0) + 4, colour=colour)
    page.heading(f"A look back at {story.source}")
    page.write(story.about)
    page.skip()
    page.write(" ".join(story.happened))
    for limit in story.limits:
        page.skip()
        page.write(limit)
    _highlights(page, story)
    told = {moment.number for moment in story.highlights}
    _part(page, story.good, told)
    _part(page, story.questions, told)
    _numbers(page, story)
    _sureness(page, story)
    return "\n".join(line.rstrip() for line in page.lines) + "\n"


def _highlights(page: _Page, story: Story) -> None:
    if story.highlights:
        page.heading("What matters most")
    for place, moment in enumerate(story.highlights):
        if place:
            page.skip()
        page.write(moment.title, indent=page.time, first=f"  {moment.time}")
        _quotes(page, moment.quotes)
        if moment.say:
            page.write(f"Next time you could say: “{moment.say}”", indent=page.time)
    told = {moment.number for moment in story.highlights}
    if any(event.number not in told for event in story.lost.events):
        page.skip()
        every = number(len(story.lost.events))
        page.write(f"The page (--format html) tells of every time that somebody stopped: {every} in all.")


def _part(page: _Page, part: Part, told: AbstractSet[int]) -> None:
    events = [event for event in part.events if event.number not in told]
    if not events:
        return
    page.heading(part.heading)
    for event in events[:_MOST_EVENTS]:
        page.write(event.sentence, indent=page.time, first=f"  {event.time}")
        _quotes(page, event.quotes)
    more = len(events) - _MOST_EVENTS
    if more > 0:
        page.write(f"and {more:,} more, in the page (--format html)", indent=page.time, first="  ...")


def _quotes(page: _Page, quotes: Sequence[Quote]) -> None:
    for quote in quotes:
        if quote.words:
            page.write(f"{quote.who}: “{_beginning(quote.words)}”", indent=page.time)


def _beginning(said: str) -> str:
    """Return what was said, without the end of a long speech."""
    words = said.split()
    return said if len(words) <= _MOST_WORDS else f"{' '.join(words[:_MOST_WORDS])} …"


def _numbers(page: _Page, story: Story) -> None:
    page.heading("The numbers")
    indent = max(len(figure.name) for figure in story.figures) + 4
    for figure in story.figures:
        page.write(f"{figure.amount}, {figure.meaning}", indent=indent, first=f"  {figure.name}")
    page.skip()
    page.lines += _table(story, page.width)


def _sureness(page: _Page, story: Story) -> None:
    page.heading("How sure this is")
    for text in (*story.repairs, story.how_sure, story.for_you):
        page.write(text)
        page.skip()
    page.lines.pop()


def _table(story: Story, width: int) -> Iterator[str]:
    names = ["", *(_clipped(row.person) for row in story.rows)]
    indent = max(map(_columns_of, names)) + 2
    for place, block in enumerate(_blocks(story.columns, width - indent)):
        if place:
            yield ""
        for line, name in enumerate(names):
            cells = ([column.heading, *column.cells][line].rjust(_width(column)) for column in block)
            yield "  " + name + " " * (indent - 2 - _columns_of(name)) + "".join(cells)


def _blocks(columns: Sequence[Column], width: int) -> Iterator[list[Column]]:
    """Set as many columns beside one another as fit."""
    block: list[Column] = []
    for column in columns:
        if block and sum(map(_width, (*block, column))) > width:
            yield block
            block = []
        block.append(column)
    yield block


def _width(column: Column) -> int:
    return max(map(len, (column.heading, *column.cells))) + 2


def _columns_of(text: str) -> int:
    """Columns that a terminal gives to a text: two to a Chinese character, none to an accent of its own."""
    return sum(0 if unicodedata.combining(mark) else 1 + (unicodedata.east_asian_width(mark) in "WF") for mark in text)


def _clipped(name: str) -> str:
    if _columns_of(name) <= _LONGEST_NAME:
        return name
    while _columns_of(name) >= _LONGEST_NAME:
        name = name[:-1]
    return f"{name}…"
