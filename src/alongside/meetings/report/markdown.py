"""The report in Markdown, for notes of one's own."""

import re
from collections.abc import Iterator, Sequence

from alongside.engines.meetings import LookBack
from alongside.meetings.report.events import Quote
from alongside.meetings.report.printable import printable
from alongside.meetings.report.story import Highlight, Part, Story, tell

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!$])")


def render(look_back: LookBack) -> str:
    story = tell(printable(look_back))
    blocks = (
        f"# A look back at {_escaped(story.source)}",
        _escaped(story.about),
        *map(_escaped, (" ".join(story.happened), *story.limits)),
        *_highlights(story.highlights),
        *_part(story.good),
        *_part(story.questions),
        *_part(story.lost),
        *_numbers(story),
        "## How sure this is",
        *map(_escaped, (*story.repairs, story.how_sure, story.for_you, story.not_proof)),
    )
    return "\n\n".join(blocks) + "\n"


def _escaped(text: str) -> str:
    """Put a backslash before what Markdown or the HTML in it would read as markup."""
    return _MARKUP.sub(r"\\\1", text)


def _quotes(quotes: Sequence[Quote]) -> Iterator[str]:
    if said := [f"> {_escaped(quote.who)}: “{_escaped(quote.words)}”" for quote in quotes if quote.words]:
        yield "\n>\n".join(said)


def _highlights(highlights: Sequence[Highlight]) -> Iterator[str]:
    if highlights:
        yield "## What matters most"
    for moment in highlights:
        yield " ".join(filter(None, ("###", moment.time, _escaped(moment.title))))
        yield from _quotes(moment.quotes)
        if moment.say:
            yield f"Next time you could say: “{_escaped(moment.say)}”"


def _part(part: Part) -> Iterator[str]:
    if not part.events:
        return
    yield f"## {part.heading}"
    yield part.about
    for event in part.events:
        yield f"**{event.time}** {_escaped(' '.join(filter(None, (event.sentence, event.after))))}"
        yield from _quotes(event.quotes)
        if event.say:
            yield f"You could say: “{_escaped(event.say)}”"


def _numbers(story: Story) -> Iterator[str]:
    yield "## The numbers"
    yield "\n".join(f"- {figure.name}: {figure.amount}, {figure.meaning}" for figure in story.figures)
    heading = ["", *(column.heading for column in story.columns)]
    rows = ([_escaped(row.person), *row.cells] for row in story.rows)
    border = ["---", *("---:" for _ in story.columns)]
    yield "\n".join(f"| {' | '.join(cells)} |" for cells in (heading, border, *rows))
