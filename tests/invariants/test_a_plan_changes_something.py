"""Not merely mentorship, not comfortable, never done: what a plan has to be, held by form, service and database."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines import practice
from alongside.people.models import Person
from alongside.plans import services
from alongside.plans.models import Intention, Plan, State
from organisation import NOW, Cast, found, join

Browse = Callable[[Person | None], Client]
SAID = dict.fromkeys(practice.NEEDED, "something") | {"changes": "rule", "cost_kind": "time"}


@pytest.mark.parametrize("lacking", ["changes", "cost", "cost_kind", "artefact", "owner", "before", "after"])
def test_n7_n8_no_plan_is_active_without_a_structural_change_and_a_cost(
    cast: Cast, as_person: Browse, lacking: str
) -> None:
    said = {**SAID, lacking: ""}
    assert as_person(cast.ben).post("/account/plan/write/", {**said, "begin": "1"}).status_code == 422
    plan = Plan.objects.get()
    with pytest.raises(services.NotWhole):
        services.activate(plan=plan, by=cast.ben, now=NOW)
    ready = {"active_from_date": NOW.date(), "next_date": NOW.date()}
    for state in (State.ACTIVE, State.RESTING):
        with pytest.raises(IntegrityError), transaction.atomic():
            Plan.objects.update(state=state, **ready)


@pytest.mark.parametrize("kind", practice.INDIVIDUAL_KINDS)
def test_n8_coffee_advice_and_reading_never_count_as_structural(cast: Cast, kind: str) -> None:
    plan = services.write(by=cast.ben, said={**SAID, "changes": ""}, now=NOW)
    for _ in range(3):
        services.intend(plan=plan, kind=kind, when="now", then="do it")
    with pytest.raises(services.NotWhole):
        services.activate(plan=plan, by=cast.ben, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Plan.objects.update(state=State.ACTIVE, changes=kind, next_date=NOW.date(), active_from_date=NOW.date())
    with pytest.raises(IntegrityError), transaction.atomic():
        Intention.objects.create(plan=plan, kind="rule", when="now", then="do it")


def test_n4_from_every_state_of_a_plan_there_is_a_way_on() -> None:
    assert set(practice.MOVES) == set(practice.PLAN_STATES) == set(State.values)
    for state in practice.PLAN_STATES:
        reached = {state}
        for _step in practice.PLAN_STATES:
            reached |= {after for one in reached for after in practice.MOVES[one]}
        assert practice.MOVES[state], f"{state} is an end"
        assert "active" in reached | {state}
    assert not {"done", "completed", "finished", "closed", "archived"} & set(practice.PLAN_STATES)


@given(waits=st.lists(st.integers(0, 120), max_size=8), rests=st.sets(st.integers(0, 7)))
@pytest.mark.django_db
def test_n4_an_active_plan_always_has_a_next_date_within_35_days(waits: list[int], rests: set[int]) -> None:
    with transaction.atomic():
        person, now = join(found(), "Ben Okafor"), NOW
        plan = services.write(by=person, said=SAID, now=now)
        services.activate(plan=plan, by=person, now=now)
        for number, days in enumerate(waits):
            now += dt.timedelta(days=days)
            if number in rests:
                services.rest(plan=plan)
                services.activate(plan=plan, by=person, now=now)
            services.carry_on(by=person, now=now)
            plan.refresh_from_db()
            assert plan.next_date is not None
            assert now.date() <= plan.next_date <= now.date() + practice.FURTHEST
        transaction.set_rollback(rollback=True)


def test_n4_a_structural_change_is_asked_about_90_days_later(cast: Cast) -> None:
    plan = services.write(by=cast.ben, said=SAID, now=NOW)
    services.activate(plan=plan, by=cast.ben, now=NOW)
    assert plan.rechecks.get().due_date == NOW.date() + dt.timedelta(days=90)
