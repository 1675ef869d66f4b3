"""What the API says and takes. Each field is named here; nothing of a model goes out by itself."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from alongside.engines.writing import MARKUPS, Kind, Strength
from alongside.writing.forms import LONGEST_TEXT


class Refusal(Schema):
    """Why there is no answer."""

    detail: str


class OwnUnit(Schema):
    uuid: UUID
    name: str


class Me(Schema):
    """What a person has said about themself, for that person alone."""

    uuid: UUID
    name: str
    full_name: str
    email: str
    organisation: str
    unit: OwnUnit | None
    roles: list[str]
    respelling: str
    ipa: str
    pronoun_answer: str
    pronouns: str
    pronoun_audience: str
    time_zone: str
    language: str
    working_days: str
    asks_a_month: int


class Listed(Schema):
    """Somebody in a list."""

    page: str
    name: str
    respelling: str
    recording: str
    team: str


class People(Schema):
    """Some people in the order of their names. Give `next_after` as `after` for those who follow."""

    people: list[Listed]
    next_after: UUID | None


class Profile(Schema):
    """Somebody as you may see them. What they keep to themselves is empty, like what they never said."""

    name: str
    respelling: str
    ipa: str
    recording: str
    pronouns: str
    units: list[OwnUnit]


class Unit(Schema):
    """A unit, the way up from it, and what is in it."""

    uuid: UUID
    name: str
    above: list[OwnUnit]
    within: list[OwnUnit]


class Act(Schema):
    """One thing to do."""

    code: str
    area: str
    title: str
    what: str
    minutes: int
    cost: str
    is_structural: bool
    say: list[str]
    avoid: list[str]
    source: str


class Said(StrEnum):
    """What became of the act of a day."""

    DID = "did"
    NO_CHANCE = "no_chance"
    DUCKED = "ducked"


class Today(Schema):
    """Your act of the day, if this is a day you work; why this one; and when the next comes."""

    act: Act | None
    why: str
    smaller_step: str
    answer: str
    next_on: dt.date


class Answer(Schema):
    answer: Said


class Text(Schema):
    """A text to check. It is kept nowhere."""

    text: Annotated[str, Field(max_length=LONGEST_TEXT)]
    markup: Literal[MARKUPS] = "markdown"  # type: ignore[valid-type]  # the engine's own list
    locale: Literal["en-GB", "en-US"] = "en-GB"
    colleagues: bool = True
    """Whether the names and pronouns of colleagues are checked, as far as you may know them."""


class Finding(Schema):
    """One place in a text. `start` and `end` count code points; `person` is a colleague's uuid."""

    start: int
    end: int
    text: str
    rule: str
    category: str
    kind: Kind
    strength: Strength
    why: str
    alternatives: list[str]
    person: str | None
    source: str


class Writing(Schema):
    """What was found, in the order of the text."""

    findings: list[Finding]
