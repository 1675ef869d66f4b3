"""The pages about people, and about one person, as somebody else may see them."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.people.models import Audience, Person, PersonQuerySet, PronounAnswer, Recording, Unit

PEOPLE_ON_A_PAGE = 20
UNITS_SHOWN = 60
_FOUND_UNITS = 6

# The way up from one unit, in one query however deep the tree is. UNION, not UNION ALL, ends even if it had a loop.
_WAY_UP = """
WITH RECURSIVE way (id, parent_id, step) AS (
    SELECT id, parent_id, 0 FROM people_unit WHERE id = %s
    UNION SELECT unit.id, unit.parent_id, way.step + 1 FROM people_unit unit JOIN way ON unit.id = way.parent_id
    WHERE way.step < 50
)
SELECT unit.* FROM way JOIN people_unit unit ON unit.id = way.id ORDER BY way.step DESC
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of a list of people."""

    href: str
    name: str
    respelling: str
    recording_url: str
    team: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """Some people in the order of their names, and where the next page starts."""

    people: list[Listed]
    next_after: UUID | None
    is_first: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """One person as one other person may see them. What is empty here has no place on the page."""

    name: str
    respelling: str
    ipa: str
    recording_url: str
    pronouns: str
    units: list[Unit]


@dataclass(frozen=True, slots=True)
class UnitPage:
    unit: Unit
    above: list[Unit]
    within: list[Unit]
    has_more_within: bool
    people: PeoplePage


def people_page(people: PersonQuerySet, after: Person | None) -> PeoplePage:
    """The page of `people` that follows `after`, by name. It costs the same however far down it is."""
    if after is not None:
        further = Q(sort_name__gt=after.sort_name) | Q(pk__gt=after.pk)
        people = people.filter(further, sort_name__gte=after.sort_name)
    rows = people.order_by("sort_name", "pk").values_list(
        "uuid", "called", "full_name", "respelling", "recording__kind", "unit__name"
    )[: PEOPLE_ON_A_PAGE + 1]
    shown = list(rows)
    return PeoplePage(
        people=[_listed(row) for row in shown[:PEOPLE_ON_A_PAGE]],
        next_after=shown[PEOPLE_ON_A_PAGE - 1][0] if len(shown) > PEOPLE_ON_A_PAGE else None,
        is_first=after is None,
    )


def units_at_the_top(viewer: Person) -> QuerySet[Unit]:
    return Unit.objects.visible_to(viewer).filter(parent=None).order_by("sort_name")[:UNITS_SHOWN]


def units_named(viewer: Person, asked: str) -> QuerySet[Unit]:
    return Unit.objects.visible_to(viewer).named(asked).order_by("sort_name")[:_FOUND_UNITS]


def way_to(unit_id: int | None) -> list[Unit]:
    """A unit and all units above it, the top one first."""
    return list(Unit.objects.raw(_WAY_UP, [unit_id])) if unit_id else []


def ways_of(organisation: int) -> dict[int | None, tuple[str, ...]]:
    """The way from the top to each unit, by its key: the uuids of the units on it. In one query."""
    rows = Unit.objects.filter(organisation=organisation).values_list("pk", "uuid", "parent")
    units = {pk: (str(uuid), parent) for pk, uuid, parent in rows}
    ways: dict[int | None, tuple[str, ...]] = {}
    for start in units:
        below: list[int] = []
        unit: int | None = start
        while unit is not None and unit not in ways:
            below.append(unit)
            unit = units[unit][1]
        for each in reversed(below):
            uuid, parent = units[each]
            ways[each] = (*ways.get(parent, ()), uuid)
    return ways


def profile(person: Person, viewer: Person) -> Profile:
    return Profile(
        name=person.name,
        respelling=person.respelling,
        ipa=person.ipa,
        recording_url=recording_url(person.uuid) if Recording.objects.filter(person=person).exists() else "",
        pronouns=pronouns_for(person, viewer),
        units=way_to(person.unit_id),
    )


def may_see_pronouns(person: Person, viewer: Person) -> bool:
    return person.pronoun_audience == Audience.ALL or (person.pronoun_audience == Audience.MET and person.meets(viewer))


def pronouns_for(person: Person, viewer: Person) -> str:
    """What one person's page tells another about pronouns; empty if that is nothing."""
    if not may_see_pronouns(person, viewer):
        return ""
    said = {
        PronounAnswer.GIVEN: person.pronouns,
        PronounAnswer.ASK: _("Please ask me"),
        PronounAnswer.NAME: _("Please just use my name"),
    }
    return said.get(PronounAnswer(person.pronoun_answer), "")


def unit_page(unit: Unit, viewer: Person, after: Person | None) -> UnitPage:
    within = list(unit.children.order_by("sort_name")[: UNITS_SHOWN + 1])
    return UnitPage(
        unit=unit,
        above=way_to(unit.parent_id),
        within=within[:UNITS_SHOWN],
        has_more_within=len(within) > UNITS_SHOWN,
        people=people_page(Person.objects.visible_to(viewer).filter(unit=unit), after),
    )


def recording_url(uuid: UUID) -> str:
    return reverse("recording", args=[uuid])


def _listed(row: tuple[UUID, str, str, str, str | None, str | None]) -> Listed:
    uuid, called, full_name, respelling, kind, team = row
    return Listed(
        href=reverse("person", args=[uuid]),
        name=called or full_name,
        respelling=respelling,
        recording_url=recording_url(uuid) if kind else "",
        team=team or "",
    )
