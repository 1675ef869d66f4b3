"""Who is asked in a round, in which groups, and what the plan of it may show."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from alongside.engines import listening, release
from alongside.people.models import Person
from alongside.people.selectors import ways_of
from alongside.voice.models import FrozenPlan, Round

LEAST_ASKED = 12
"""The fewest people of a round, and of a unit in it: smaller units answer as part of the unit above."""

APART = dt.timedelta(days=28)
"""Between the end of one round and the start of the next that asks the same people."""

_ANSWERS_THAT_JUDGE = 8
EVERYONE = "everyone"
Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """Who is asked.

    Attributes:
        groups: of each person, by their key, the way to the unit as part of which they answer.
        names: of each person, the name that the plan has for them.
        rolled_up: units that answer as part of another, by their uuid, with the label of that one.
        whole: the unit that all are in, by its uuid: it is everyone. Empty if there is none.
    """

    groups: Mapping[int, Way]
    names: Mapping[int, str]
    rolled_up: Mapping[str, str]
    whole: str

    def members(self) -> list[release.Member]:
        return [release.Member(self.names[person], way) for person, way in self.groups.items()]

    def labels(self) -> dict[int, str]:
        """The label of each person's group: the uuid of the unit, which says where it is in the tree."""
        return {person: label_of(way) for person, way in self.groups.items()}


def label_of(way: Way) -> str:
    return way[-1] if way else EVERYONE


def value_of(cell: release.CellName) -> str:
    """The last part of a cell's name, by which its rows are found: the uuid of a unit, or a value of a cut."""
    return "".join(cell.value[-1:])


def membership_of(asked: Round) -> Membership:
    """Everyone who works in the units of a round now, in groups that are large enough. In four queries.

    In an organisation with units, those who are in none are not asked: they come from outside, such as coaches.
    """
    people = Person.objects.filter(organisation=asked.organisation_id, is_active=True)
    has_units = people.filter(unit__isnull=False).exists()
    placed = list((people.filter(unit__isnull=False) if has_units else people).values_list("pk", "uuid", "unit_id"))
    ways = ways_of(asked.organisation_id)
    chosen = frozenset(str(uuid) for uuid in asked.units.values_list("uuid", flat=True))
    way_of = {pk: ways.get(unit, ()) for pk, _uuid, unit in placed}
    unit_of = {pk: way for pk, way in way_of.items() if not chosen or not chosen.isdisjoint(way)}
    shared = _shared_start(set(unit_of.values()))
    top = len(shared)
    below = {pk: way[top:] for pk, way in unit_of.items()}
    groups = listening.large_groups(below.values(), LEAST_ASKED)
    return Membership(
        groups={pk: groups[way] for pk, way in below.items()},
        names={pk: _name(str(uuid)) for pk, uuid, _unit in placed if pk in below},
        rolled_up={label_of(way): label_of(group) for way, group in groups.items() if way != group},
        whole="".join(shared[-1:]),
    )


def plan_of(asked: Round, membership: Membership, questions: Sequence[str]) -> release.ReleasePlan:
    """What a round may show, beside all that earlier rounds may have shown.

    Raises:
        UnusableRound: a name is used twice, or there is nobody or nothing to ask.
    """
    return release.plan(
        membership.members(),
        [release.Cut(name, tuple(values)) for name, values in asked.cuts],
        release.Policy(k=asked.k, answers_in_a_unit=max(_ANSWERS_THAT_JUDGE, asked.k), roll_up_below=LEAST_ASKED),
        questions=questions,
        earlier=earlier_plans(asked),
    )


def earlier_plans(asked: Round) -> list[release.ReleasePlan]:
    """The plans of the organisation's other rounds of which figures were shown, or may be."""
    plans = FrozenPlan.objects.filter(round__organisation=asked.organisation_id).exclude(round=asked.pk)
    shown = plans.exclude(round__releases__withheld__gt="").order_by("pk")
    return [release.read_plan(text) for text in shown.values_list("text", flat=True)]


def too_soon_after(asked: Round) -> Round | None:
    """A round that asks some of the same units, and ends less than 28 days before this one starts."""
    if asked.issue_from is None:
        return None
    near = Round.objects.filter(
        organisation=asked.organisation_id, opened_at__isnull=False, spend_until__gt=asked.issue_from - APART
    ).exclude(pk=asked.pk)
    mine = set(asked.units.values_list("uuid", flat=True))
    ways = ways_of(asked.organisation_id)
    for other in near.prefetch_related("units").order_by("spend_until"):
        if _overlap({str(uuid) for uuid in mine}, {str(unit.uuid) for unit in other.units.all()}, ways):
            return other
    return None


def _overlap(one: set[str], other: set[str], ways: Mapping[int | None, Way]) -> bool:
    """Whether some unit is asked by both; asking no unit is asking all."""
    return not ways or any(_is_asked(way, one) and _is_asked(way, other) for way in ways.values())


def _is_asked(way: Way, units: set[str]) -> bool:
    return not units or not units.isdisjoint(way)


def _shared_start(ways: set[Way]) -> Way:
    """The topmost units that everybody is in: they are everyone, and not units beside it."""
    if not ways:
        return ()
    first, last = min(ways), max(ways)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return first[:same]


def _name(uuid: str) -> str:
    """What a plan calls somebody: the same in each round, and nothing by which to find them once they have left."""
    return salted_hmac("voice.member", uuid, algorithm="sha256").hexdigest()[:32]
