"""Wording that keeps people away, found by the table in `wording.toml`."""

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

from alongside.engines.writing._finding import Finding, Strength

Group = Literal["barrier", "requirement", "culture", "pay"]

_NUMBERS: Final = dict(
    zip("five six seven eight nine ten twelve fifteen twenty".split(), (5, 6, 7, 8, 9, 10, 12, 15, 20), strict=True)
)
# A line that begins a list item or follows an empty line begins a new sentence, whatever the line before ended with.
_AROUND: Final = 400  # characters of a sentence that are looked at on each side
_SENTENCE_END = re.compile(r"[.!?]+(?=\s)|\n[ \t\r]*(?=\n)|\n(?=[ \t]*(?:[-*•·–▪◦#]|\d{1,2}[.)])\s*)")


@dataclass(frozen=True)
class Wording:
    """One line of the table."""

    id: str
    group: Group
    strength: Strength
    find: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str]
    unless_title: re.Pattern[str]
    at_least: int
    alternatives: tuple[str, ...]
    why: str
    source: str
    flags: tuple[str, ...]
    fair: tuple[str, ...]


@cache
def table() -> tuple[Wording, ...]:
    """All of the table; read when the first advert is looked at."""
    return tuple(_read(entry) for entry in read_table("wording.toml")["wording"])


def read_table(name: str) -> dict[str, Any]:
    """One of the TOML files beside this module."""
    return tomllib.loads(resources.files(__package__ or "").joinpath(name).read_text(encoding="utf-8"))


def wording_findings(text: str) -> Iterator[Finding]:
    """Every place where a line of the table fits and nothing in its sentence or the advert's title makes it fair."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    for entry in table():
        if not entry.unless_title.search(title(text)):
            yield from _findings(entry, text, ends)


def title(text: str) -> str:
    """The first line that says something, of a text that has more than one."""
    first, _, rest = text.strip().partition("\n")
    return first if rest else ""


def _findings(entry: Wording, text: str, ends: list[int]) -> Iterator[Finding]:
    taken = -1
    spans = {_marked(match) for find in entry.find for match in _long_enough(entry, find, text)}
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < taken or entry.unless.search(_sentence(text, start, end, ends)):
            continue
        taken = end
        yield Finding(
            start=start,
            end=end,
            text=text[start:end],
            rule=entry.id,
            category="adverts",
            kind="advert",
            strength=entry.strength,
            why=entry.why,
            alternatives=entry.alternatives,
            source=entry.source,
        )


def _long_enough(entry: Wording, find: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    for match in find.finditer(text):
        years = match.groupdict().get("years")
        if years is None or _number(years) >= entry.at_least:
            yield match


def _marked(match: re.Match[str]) -> tuple[int, int]:
    return match.span("at" if match.groupdict().get("at") else 0)


def _number(years: str) -> int:
    return int(years) if years.isdigit() else _NUMBERS[years.lower()]


def _sentence(text: str, start: int, end: int, ends: list[int]) -> str:
    after = bisect_left(ends, end)
    before = bisect_right(ends, start) - 1
    first = max(ends[before] if before >= 0 else 0, start - _AROUND)
    return text[first : min(ends[after] if after < len(ends) else len(text), end + _AROUND)]


def _read(entry: dict[str, Any]) -> Wording:
    return Wording(
        id=entry["id"],
        group=entry["group"],
        strength=entry["strength"],
        find=tuple(pattern(each) for each in entry["find"]),
        unless=any_of(entry.get("unless", ())),
        unless_title=any_of(entry.get("unless_title", ())),
        at_least=entry.get("at_least", 0),
        alternatives=tuple(entry["alternatives"]),
        why=entry["why"],
        source="; ".join(entry["source"]),
        flags=tuple(entry["flags"]),
        fair=tuple(entry["fair"]),
    )


def pattern(written: str) -> re.Pattern[str]:
    """A pattern of the tables, in which a space, an apostrophe and ~ stand for more than themselves."""
    loose = written.replace(" ?", r"\s*").replace(" ", r"\s+").replace("’", "['’]").replace("~", "[-‐‑– ]?")
    return re.compile(loose, re.IGNORECASE)


def any_of(written: Iterable[str]) -> re.Pattern[str]:
    """A pattern that fits where one of several does; nowhere if there are none."""
    return pattern("|".join(f"(?:{each})" for each in written) or r"(?!)")
