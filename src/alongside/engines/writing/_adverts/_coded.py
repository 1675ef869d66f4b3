"""The findings on coded words: one for each place, with other words for it where there are some."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from alongside.engines.writing._adverts._counting import Coded, Side
from alongside.engines.writing._adverts._wording import pattern, read_table
from alongside.engines.writing._finding import Finding

_SOURCE: Final = "Gaucher, Friesen and Kay 2011, appendix A; Gender Decoder (Kat Matfield)"


@dataclass(frozen=True)
class Words:
    """Other words for coded ones, and where a coded word does plain work."""

    alternatives: dict[str, tuple[str, ...]]
    plain_sense: dict[Side, tuple[re.Pattern[str], ...]]


@cache
def words() -> Words:
    """The table in `words.toml`."""
    read = read_table("words.toml")
    sides: tuple[Side, ...] = ("masculine", "feminine")
    return Words(
        {word: tuple(others) for word, others in read["alternatives"].items()},
        {side: tuple(pattern(each) for each in read["plain_sense"][side]) for side in sides},
    )


def coded_findings(text: str, coded: Iterable[Coded], *, leans: Side | None, twice: bool) -> Iterator[Finding]:
    """One finding for each coded word.

    Args:
        text: the advert.
        coded: its coded words.
        leans: the side that the advert leans to, if any; the words of that side matter more.
        twice: whether a word that meets two stems was counted twice.
    """
    plain = {side: _plain_places(text, side) for side in words().plain_sense}
    for each in coded:
        span = (each.word.start, each.word.end)
        in_plain_sense = any(start <= span[0] < end for start, end in plain[each.side])
        yield Finding(
            start=span[0],
            end=span[1],
            text=text[span[0] : span[1]],
            rule=f"adverts.{each.side}-coded",
            category="adverts",
            kind="advert",
            strength="consider" if leans == each.side == "masculine" and not in_plain_sense else "context",
            why=_why(each, in_plain_sense=in_plain_sense, twice=twice and len(each.stems) > 1),
            alternatives=()
            if in_plain_sense or each.side == "feminine"
            else _cased(_alternatives(each.word.text), text[span[0]]),
            source=_SOURCE,
        )


def _plain_places(text: str, side: Side) -> set[tuple[int, int]]:
    return {match.span(1) for each in words().plain_sense[side] for match in each.finditer(text)}


def _alternatives(word: str) -> tuple[str, ...]:
    return words().alternatives.get(word, ())


def _cased(others: tuple[str, ...], first: str) -> tuple[str, ...]:
    return tuple(other[0].upper() + other[1:] for other in others) if first.isupper() else others


def _why(coded: Coded, *, in_plain_sense: bool, twice: bool) -> str:
    """The same words for all of a kind, so that a report may say them once."""
    said = f"Counts as {coded.side}."
    if twice:
        stems = " and ".join(f"“{stem}”" for stem in coded.stems)
        said += f" This one word counts twice, since it begins like two stems of the list: {stems}."
    if in_plain_sense:
        return f"{said} The list counts it in any sense. Here it does plain work and need not change."
    if coded.side == "feminine":
        return f"{said} In the study such words did not keep men away, so nothing needs to change."
    if not _alternatives(coded.word.text):
        return f"{said} In the study many such words made women feel less at home. Say what the person will do."
    return f"{said} In the study many such words made women feel less at home in the job."
