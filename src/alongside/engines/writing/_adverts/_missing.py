"""What an advert does not say: pay, adjustments, flexible hours, a welcome; and lists that are too long."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from alongside.engines.writing._adverts._wording import any_of, read_table
from alongside.engines.writing._finding import Finding

WHOLE_ADVERT_FROM: Final = 40  # words; a shorter text is a sentence of an advert, which need not say everything
LONG_LIST_FROM: Final = 9  # items; eight are our own border, for no study names one
_PAY: Final = "adverts.missing-pay"

_ITEM = re.compile(r"[ \t]*(?:[-*•·–▪◦‣●]|\d{1,2}[.)])[ \t]+\S")


@dataclass(frozen=True)
class Statement:
    """What should be said, how one sees that it is, and why."""

    rule: str
    said: re.Pattern[str]
    why: str
    source: str


@dataclass(frozen=True)
class Headings:
    """What stands over lists."""

    required: re.Pattern[str]
    not_required: re.Pattern[str]


@cache
def statements() -> tuple[Statement, ...]:
    """What a whole advert should say."""
    return tuple(
        Statement(each["id"], any_of(each["said"]), each["why"], "; ".join(each["source"]))
        for each in read_table("statements.toml")["statement"]
    )


@cache
def _headings() -> Headings:
    lists = read_table("statements.toml")["lists"]
    return Headings(any_of(lists["required"]), any_of(lists["not_required"]))


def missing(text: str) -> Iterator[Finding]:
    """What a whole advert does not say. The finding marks the advert's first line, since there is no better place."""
    if len(text.split()) < WHOLE_ADVERT_FROM:
        return
    for statement in statements():
        if not statement.said.search(text):
            yield _finding(text, _first_line(text), statement.rule, (statement.why, statement.source))


def names_pay(text: str) -> bool:
    """Whether a figure, a pay band or a named minimum is given."""
    return any(each.said.search(text) for each in statements() if each.rule == _PAY)


def long_lists(text: str) -> Iterator[Finding]:
    """Lists of what one must have with more than eight items; the finding marks the heading."""
    heading: tuple[int, int] | None = None
    items, at = 0, 0
    for line in [*text.splitlines(keepends=True), "end"]:
        if _ITEM.match(line):
            items += 1
        elif line.strip() and not (items and line[0] in " \t"):
            if heading and items >= LONG_LIST_FROM:
                yield _long_list(text, heading, items)
            heading, items = (_said(line, at) if _is_heading(line) else None), 0
        at += len(line)


def _is_heading(line: str) -> bool:
    kinds = _headings()
    return len(line.split()) <= 12 and bool(kinds.required.search(line)) and not kinds.not_required.search(line)


def _long_list(text: str, heading: tuple[int, int], items: int) -> Finding:
    why = (
        f"{items} things are asked for. Many people, men and women, do not apply unless they meet the list as written. "
        "Keep what the work needs on the first day, and move the rest to “useful, not needed”."
    )
    source = "Mohr 2014, Harvard Business Review; the border of eight is our own"
    return _finding(text, heading, "adverts.long-list", (why, source))


def _first_line(text: str) -> tuple[int, int]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            return _said(line, at)
        at += len(line)
    return 0, 0


def _said(line: str, at: int) -> tuple[int, int]:
    said = line.strip(" \t\r\n#*:")[:60].rstrip() or line.strip()
    start = at + line.find(said)
    return start, start + len(said)


def _finding(text: str, span: tuple[int, int], rule: str, reason: tuple[str, str]) -> Finding:
    return Finding(
        start=span[0],
        end=span[1],
        text=text[span[0] : span[1]],
        rule=rule,
        category="adverts",
        kind="advert",
        strength="consider",
        why=reason[0],
        source=reason[1],
    )
