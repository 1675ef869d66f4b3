"""What a person's own plan page shows."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise

from alongside.engines import practice
from alongside.people.models import Person
from alongside.plans.models import Intention, Plan, Recheck, State
from alongside.plans.wording import CHANGES, COSTS, INTENTIONS, STILL_THERE


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """A plan with its codes in words."""

    plan: Plan
    kind: str | Promise
    cost_kind: str | Promise
    # What else the author means to do: the kind in words, and the sentence.
    intentions: tuple[tuple[str | Promise, Intention], ...]

    @property
    def until(self) -> dt.date:
        """The last day of its quarter."""
        return practice.last_day_of_quarter(self.plan.quarter)

    @property
    def is_active(self) -> bool:
        return self.plan.state == State.ACTIVE


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The latest plan, what is due to be looked at, and the changes that hold."""

    shown: ShownPlan | None
    due: tuple[Recheck, ...]
    looked_at: tuple[tuple[Recheck, str | Promise], ...]


@dataclass(frozen=True, slots=True)
class PlanToday:
    """What of the plan belongs on a day: the change to look at again, or the sentence of a plan whose date it is."""

    recheck: Recheck | None
    plan: Plan | None


def plan_today(person: Person, *, today: dt.date) -> PlanToday:
    """In one query on the many days that have nothing, and three on the others."""
    is_due = Q(rechecks__answer="", rechecks__due_date__lte=today)
    if not Plan.objects.visible_to(person).filter(is_due | Q(state=State.ACTIVE, next_date__lte=today)).exists():
        return PlanToday(None, None)
    due = Recheck.objects.filter(plan__person=person, answer="", due_date__lte=today).select_related("plan")
    dated = Plan.objects.visible_to(person).filter(state=State.ACTIVE, next_date__lte=today)
    return PlanToday(due.order_by("due_date").first(), dated.order_by("-quarter").first())


def plan_page(person: Person, *, today: dt.date) -> PlanPage:
    """In three queries."""
    plan = latest(person)
    rechecks = list(Recheck.objects.filter(plan__person=person).select_related("plan").order_by("due_date"))
    return PlanPage(
        shown=_shown(plan) if plan else None,
        due=tuple(recheck for recheck in rechecks if not recheck.answer and recheck.due_date <= today),
        looked_at=tuple((recheck, STILL_THERE[recheck.answer]) for recheck in rechecks if recheck.answer),
    )


def latest(person: Person) -> Plan | None:
    return Plan.objects.visible_to(person).order_by("-quarter").first()


def _shown(plan: Plan) -> ShownPlan:
    return ShownPlan(
        plan=plan,
        kind=CHANGES.get(plan.changes, ""),
        cost_kind=COSTS.get(plan.cost_kind, ""),
        intentions=tuple((INTENTIONS[each.kind], each) for each in plan.intentions.order_by("pk")),
    )


def dates_to_come(person: Person, *, today: dt.date) -> list[tuple[str, dt.date]]:
    """The next date of the plan and the rechecks, each with a code that keeps them apart."""
    plan = Plan.objects.visible_to(person).filter(state=State.ACTIVE, next_date__gte=today)
    rechecks = Recheck.objects.filter(plan__person=person, answer="", due_date__gte=today)
    return [
        *(("plan", on) for on in plan.values_list("next_date", flat=True) if on),
        *(("recheck", on) for on in rechecks.values_list("due_date", flat=True)),
    ]
