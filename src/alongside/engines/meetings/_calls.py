"""Who is called upon: a name by which a speaker is spoken to, and not spoken about ("Priya, ...", "..., Priya?")."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from alongside.engines.meetings._late import late
from alongside.engines.meetings._names import Mentioning
from alongside.engines.meetings._units import Units

# Seconds. A name called by itself belongs to what the same person says next or has just said.
_SAME_BREATH = 2.0

_OPENERS = r"(?:(?:so|and|well|okay|ok|but|yeah|yes|then|now|oh|or|hey|hi|right|sorry|alright|maybe|please),?\ )*"
_ALONE = late(rf"{_OPENERS}@[.?!,？。]*")
_FIRST = late(
    rf"""
    ^{_OPENERS}@
    (?: (?:さん|様|君)?[,:、，،]\ ?(?!@|and\b)
      | \ (?=(?:what|how|why|where|when|who|which|any)(?:'s|'re|'d)?\b)
      | \ (?=(?:do|did|are|were|have|can|could|would|will|should|shall)(?:n't)?\ (?:you|we|i)\b|(?:can't|won't)\ you\b)
      | \ (?=you(?:'ve|'re|'d|r)?\ (?!and\b|guys\b)|please\b|go\ (?:ahead|on)\b|over\ to\ you|want\ to\b|since\b)
    )
    """,
    re.VERBOSE,
)
_IN_PASSING = late(r", @, ")
_LAST = late(r"(,)? @(?:さん)?[.?!？。]*$")

# Before a name at the end without a comma: the words that make it an object ("did you ask Sam?") ...
_SPOKEN_ABOUT = late(
    r"\b(?:to|from|with|by|for|of|about|ask|call|and|or|past|than|is|was|be|been|are|were|it's|that's|he's|she's|called|like|at|on|"
    r"who|which|what|many|speaker|the|a|an|my|your|our|know|contact|meet|met|tell|told|see|saw|email|cc|not|probably|"
    r"uses|via|me|him|her|as|get|got|have|invite|join|thank|thanks) @[.?!]*$"
)
# ... and those of speaking to somebody.
_SPOKEN_TO = late(r"\b(?:you|your|yours|you're|you've|we|go|go ahead|want to|anything|thoughts|isn't that)\b")

_YOU = late(r"\b(?:you|your|go ahead)\b", re.IGNORECASE)


class Call(NamedTuple):
    """A name called.

    Attributes:
        said_in: the unit in which the name is said.
        unit: the one it goes with; another one where the name is all that is said ("What do you think? Priya?").
        people: who it may be.
        text: that of `unit`, with the name as "@".
    """

    said_in: int
    unit: int
    people: tuple[int, ...]
    text: str


def find(units: Units, mentions: Iterable[Mentioning]) -> tuple[Call, ...]:
    """Find whom the units call upon; a speaker who names themself calls nobody."""
    calls = []
    for mention in mentions:
        at = _called(mention.text)
        if at is None or int(units.speaker[mention.unit]) in mention.people[at]:
            continue
        belongs_to = _neighbour(units, mention.unit) if _ALONE.fullmatch(mention.text) else mention.unit
        text = mention.text if belongs_to == mention.unit else f"@, {units.texts[belongs_to].lower()}"
        calls.append(Call(mention.unit, belongs_to, mention.people[at], text))
    return tuple(calls)


def _called(text: str) -> int | None:
    """Return which "@" of the text is called upon."""
    if _ALONE.fullmatch(text) or _FIRST.match(text):
        return 0
    passing = _IN_PASSING.search(text)
    if passing and _SPOKEN_TO.search(text):
        return text.count("@", 0, passing.start())
    last = _LAST.search(text)
    if last and (last[1] or (_SPOKEN_TO.search(text) and not _SPOKEN_ABOUT.search(text))):
        return text.count("@") - 1
    return None


def _neighbour(units: Units, unit: int) -> int:
    """Return what the same person asks of "you" just before or after a name called alone, else the name itself."""
    mine = np.flatnonzero(units.speaker == units.speaker[unit])
    at = int(np.searchsorted(mine, unit))
    for other in (*mine[at - 1 : at], *mine[at + 1 : at + 2]):
        first, second = sorted((unit, int(other)))
        near = units.start[second] - units.end[first] <= _SAME_BREATH
        if near and _YOU.search(units.texts[other]):
            return int(other)
    return unit
