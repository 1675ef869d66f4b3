"""The plan of a quarter: what it takes to be active, when to look at it again, and whether the change still holds.

One plan is a change to how things work (structural), what that costs its author, and an if-then sentence that ties it
to a situation: such sentences help people do what they mean to do (Gollwitzer and Sheeran 2006, d = .65). A small
change has to be looked at again, or it is lost.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from alongside.engines.practice._act import CHANGES, COSTS
from alongside.engines.practice._dates import next_date

PLAN_STATES = ("draft", "active", "resting")
MOVES = MappingProxyType(
    {"draft": frozenset({"active"}), "active": frozenset({"resting"}), "resting": frozenset({"active"})}
)
"""From each state to the ones that may follow. There is no last one: a practice is never done."""

FURTHEST = timedelta(days=35)
"""An active plan has a next date that is no further away."""
_AFTER_A_MISS = timedelta(days=21)

FIRST_RECHECK = timedelta(days=90)
LATER_RECHECKS = timedelta(days=180)
"""When a structural change is looked at again: 90 days after it became part of an active plan, and every 180 days."""

STILL_THERE = ("in_force", "changed", "gone")

PLAN_COSTS = tuple(cost for cost in COSTS if cost != "none")
"""What a plan can cost its author. A plan that costs nothing rarely changes anything."""

INDIVIDUAL_KINDS = ("coffee", "advice", "reading", "conversation", "amplifying", "introduction", "other")
"""What somebody may also mean to do. None of these is ever structural."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody means to change in a quarter. Empty texts are what they have not said yet.

    Attributes:
        changes: what kind of thing is changed, of `CHANGES`.
        change: what will be different, in their words.
        owner: who owns what is changed: the author, or who agreed to it.
        artefact: where one can see it, such as a page, a template or a calendar entry.
        before: how it is now.
        after: how it will be.
        cost_kind: of `PLAN_COSTS`.
        cost: what it costs the author.
        when: the situation that is the cue.
        then: what they will do in it.
    """

    changes: str = ""
    change: str = ""
    owner: str = ""
    artefact: str = ""
    before: str = ""
    after: str = ""
    cost_kind: str = ""
    cost: str = ""
    when: str = ""
    then: str = ""


NEEDED = ("changes", "change", "owner", "artefact", "before", "after", "cost_kind", "cost", "when", "then")


def missing(plan: Plan) -> tuple[str, ...]:
    """The fields that a plan lacks to become active, in the order of `NEEDED`. An active plan lacks none.

    A kind of change or of cost that is not on its list is missing too: reading, coffee and advice change no process.
    """
    known = {"changes": CHANGES, "cost_kind": PLAN_COSTS}
    said = {name: getattr(plan, name).strip() for name in NEEDED}
    return tuple(name for name in NEEDED if not said[name] or said[name] not in known.get(name, (said[name],)))


def may_look_again_on(today: date, wanted: date) -> bool:
    """Whether a date will do as the next one of an active plan: after today, and within `FURTHEST`."""
    return today < wanted <= today + FURTHEST


def carried_on(next_on: date, today: date, working_days: Collection[int]) -> date:
    """The next date of an active plan: as it was, or three weeks on if nobody came. No word is said about it.

    Raises:
        ValueError: there is no working day, or one that is no day of the week.
    """
    return next_on if next_on >= today else next_date(today + _AFTER_A_MISS, working_days)


def recheck_on(active_on: date, answered: int) -> date:
    """When to look again whether a change still holds, once it was looked at `answered` times."""
    return active_on + (LATER_RECHECKS * answered if answered else FIRST_RECHECK)


def quarter_of(on: date) -> date:
    """The first day of the quarter of the year that a date is in."""
    return date(on.year, 3 * ((on.month - 1) // 3) + 1, 1)
