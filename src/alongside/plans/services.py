"""What is written of a plan. All of it is private to its author: nothing here leaves an audit event."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction

from alongside.engines import practice
from alongside.people.models import Person
from alongside.plans.models import Intention, Plan, Recheck, State

_FIRST_LOOK = dt.timedelta(days=14)
MOST_INTENTIONS = 8
_BATCH = 1_000


class NotWhole(Exception):
    """A plan lacks what it needs to be active. `missing` names the fields, of `practice.NEEDED`."""

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


class TooFarAway(Exception):
    """The next date of an active plan is after today, and at most 35 days away."""


class NoSuchMove(Exception):
    """A plan does not go from the state that it is in to the one that was asked for."""


@transaction.atomic
def write(*, by: Person, said: Mapping[str, str], act: str = "", now: dt.datetime) -> Plan:
    """Keep what somebody says of this quarter's plan, in place of what they said before.

    Raises:
        NotWhole: the plan is active or resting, and would lack something that such a plan needs.
    """
    plan, _new = Plan.objects.select_for_update().get_or_create(
        person=by, quarter=practice.quarter_of(by.local_date(now))
    )
    for name in practice.NEEDED:
        setattr(plan, name, said[name].strip())
    plan.act = act or plan.act
    if plan.state != State.DRAFT:
        _require_whole(plan)
    plan.save()
    return plan


def carry_all_on(*, now: dt.datetime) -> int:
    """Do as `carry_on` for everybody, so that no active plan is without a date to come; return for how many.

    A date is moved when it has gone by everywhere: in the westernmost zone it is up to half a day earlier than in UTC.
    """
    gone_by = (now - dt.timedelta(hours=12)).date()
    overdue = Plan.objects.filter(state=State.ACTIVE, next_date__lt=gone_by).select_related("person").order_by("pk")
    moved = 0
    while plans := list(overdue[:_BATCH]):
        _carry_on(plans, now)
        moved += len(plans)
    return moved


@transaction.atomic
def activate(*, plan: Plan, by: Person, now: dt.datetime) -> None:
    """Begin with a plan, or take it up again.

    Raises:
        NotWhole: it has no structural change, names no cost, or lacks something else that is needed.
        NoSuchMove: it is active already.
    """
    today = by.local_date(now)
    if State.ACTIVE not in practice.MOVES[plan.state]:
        raise NoSuchMove
    _require_whole(plan)
    plan.state = State.ACTIVE
    plan.active_from_date = plan.active_from_date or today
    plan.next_date = practice.next_date(today + _FIRST_LOOK, by.weekdays)
    plan.save()
    _ask_again(plan)


def rest(*, plan: Plan) -> None:
    """Let a plan rest. Nothing comes up for it until it is taken up again; its change is still looked at.

    Raises:
        NoSuchMove: it is a draft, or resting already.
    """
    if State.RESTING not in practice.MOVES[plan.state]:
        raise NoSuchMove
    plan.state, plan.next_date = State.RESTING, None
    plan.save(update_fields=["state", "next_date"])


def look_again_on(*, plan: Plan, wanted: dt.date, by: Person, now: dt.datetime) -> None:
    """Set the next date of an active plan.

    Raises:
        NoSuchMove: it is not active.
        TooFarAway: the date is not after today, or more than 35 days away.
    """
    if plan.state != State.ACTIVE:
        raise NoSuchMove
    if not practice.may_look_again_on(by.local_date(now), wanted):
        raise TooFarAway
    plan.next_date = wanted
    plan.save(update_fields=["next_date"])


@transaction.atomic
def answer_recheck(*, recheck: Recheck, answer: str, artefact: str) -> None:
    """Keep whether a change still holds, and ask again later. One that is gone is asked about no more.

    It can be answered again, and differently, until the next one is due.
    """
    recheck.answer, recheck.artefact = answer, artefact
    recheck.save()
    if answer != "gone":
        _ask_again(recheck.plan)


@transaction.atomic
def intend(*, plan: Plan, kind: str, when: str, then: str) -> None:
    """Add something else that the author means to do. More than `MOST_INTENTIONS` are not kept: few are done."""
    if plan.intentions.count() < MOST_INTENTIONS:
        Intention.objects.create(plan=plan, kind=kind, when=when, then=then)


def carry_on(*, by: Person, now: dt.datetime) -> None:
    """Move a next date that has gone by, without a word, so that an active plan always has one to come."""
    gone_by = Plan.objects.filter(person=by, state=State.ACTIVE, next_date__lt=by.local_date(now))
    _carry_on(gone_by.select_related("person"), now)


def _carry_on(plans: Iterable[Plan], now: dt.datetime) -> None:
    alike: dict[dt.date, list[int]] = defaultdict(list)
    for plan in plans:
        today = plan.person.local_date(now)
        alike[practice.carried_on(plan.next_date or today, today, plan.person.weekdays)].append(plan.pk)
    for on, keys in alike.items():
        Plan.objects.filter(pk__in=keys).update(next_date=on)


def _require_whole(plan: Plan) -> None:
    if missing := practice.missing(plan.as_said()):
        raise NotWhole(missing)


def _ask_again(plan: Plan) -> None:
    answered = plan.rechecks.exclude(answer="").count()
    if plan.active_from_date and not plan.rechecks.filter(answer="").exists():
        due = practice.recheck_on(plan.active_from_date, answered)
        Recheck.objects.get_or_create(plan=plan, due_date=due)
