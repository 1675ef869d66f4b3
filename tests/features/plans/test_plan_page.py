"""The quarter's plan, as its author writes it and comes back to it."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.engines import practice
from alongside.people.models import Person
from alongside.plans import services
from alongside.plans.models import Plan, Recheck, State
from alongside.plans.wording import WHY_NEEDED
from organisation import NOW, Cast

Browse = Callable[[Person | None], Client]
SAID = {
    "changes": "criterion",
    "change": "Write down the criteria for promotion first",
    "owner": "Me",
    "artefact": "The page on promotions",
    "before": "We talk about names first",
    "after": "We talk about criteria first",
    "cost_kind": "control",
    "cost": "I can no longer decide alone",
    "when": "I open the agenda for Monday",
    "then": "put the criteria first",
}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[dt.datetime], None]:
    def stands_at(now: dt.datetime) -> None:
        monkeypatch.setattr("django.utils.timezone.now", lambda: now)

    stands_at(NOW)
    return stands_at


def begun(person: Person) -> Plan:
    plan = services.write(by=person, said=SAID, now=NOW)
    services.activate(plan=plan, by=person, now=NOW)
    return plan


def test_a_plan_begins_when_it_is_whole_and_shows_its_sentence_its_cost_and_its_next_date(
    cast: Cast, as_person: Browse
) -> None:
    page = as_person(cast.ben).post("/account/plan/write/", {**SAID, "begin": "1"}, follow=True).content.decode()
    assert "When I open the agenda for Monday, I will put the criteria first" in page
    assert "I can no longer decide alone" in page
    assert "Tuesday 8 December" in page
    assert Plan.objects.get().state == State.ACTIVE


@pytest.mark.parametrize("field", practice.NEEDED)
def test_a_plan_with_a_hole_says_why_it_is_needed_and_is_kept_as_a_draft(
    cast: Cast, as_person: Browse, field: str
) -> None:
    answer = as_person(cast.ben).post("/account/plan/write/", {**SAID, field: "", "begin": "1"})
    assert answer.status_code == 422
    assert str(WHY_NEEDED[field]) in answer.content.decode().replace("&#x27;", "'")
    kept = Plan.objects.get()
    assert kept.state == State.DRAFT
    assert {getattr(kept, name) for name in SAID if name != field} <= set(SAID.values())


def test_a_half_written_plan_is_kept(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    browser.post("/account/plan/write/", {"change": "Share the notes"})
    assert "Share the notes" in browser.get("/account/plan/write/").content.decode()
    assert "Draft" in browser.get("/account/plan/").content.decode()


def test_an_active_plan_cannot_lose_what_it_needs(cast: Cast, as_person: Browse) -> None:
    begun(cast.ben)
    assert as_person(cast.ben).post("/account/plan/write/", {**SAID, "cost": ""}).status_code == 422
    assert Plan.objects.get().cost == SAID["cost"]


def test_a_structural_act_begins_a_plan(cast: Cast, as_person: Browse) -> None:
    act = next(act for act in practice.our_catalogue().acts if act.is_structural and act.cost.kind != "none")
    browser = as_person(cast.ben)
    assert f"/account/plan/write/?act={act.code}" in browser.get(f"/acts/{act.code}/").content.decode()
    page = browser.get(f"/account/plan/write/?act={act.code}").content.decode()
    assert act.cost.text.replace("'", "&#x27;") in page


def test_a_plan_rests_and_is_taken_up_again(cast: Cast, as_person: Browse) -> None:
    plan, browser = begun(cast.ben), as_person(cast.ben)
    browser.post(f"/account/plan/{plan.uuid}/state/", {"rest": "1"})
    assert (Plan.objects.get().state, Plan.objects.get().next_date) == (State.RESTING, None)
    assert "Take it up again" in browser.get("/account/plan/").content.decode()
    browser.post(f"/account/plan/{plan.uuid}/state/")
    assert Plan.objects.get().state == State.ACTIVE


@pytest.mark.parametrize(("day", "code"), [("2026-12-28", 302), ("2026-12-29", 422), ("2026-11-23", 422), ("x", 422)])
def test_the_next_date_is_from_tomorrow_to_five_weeks_on(cast: Cast, as_person: Browse, day: str, code: int) -> None:
    plan = begun(cast.ben)
    answer = as_person(cast.ben).post(f"/account/plan/{plan.uuid}/next/", {"next_date": day})
    assert answer.status_code == code
    assert (Plan.objects.get().next_date == dt.date(2026, 12, 28)) is (code == 302)


def test_a_date_that_went_by_is_moved_on_without_a_word(
    cast: Cast, as_person: Browse, clock: Callable[[dt.datetime], None]
) -> None:
    begun(cast.ben)
    clock(NOW + dt.timedelta(days=60))
    page = as_person(cast.ben).get("/account/plan/").content.decode()
    assert Plan.objects.get().next_date == dt.date(2027, 2, 15)
    assert not any(word in page.lower() for word in ("missed", "late", "overdue", "forgot"))


def test_a_change_is_asked_after_90_days_and_again_after_180(
    cast: Cast, as_person: Browse, clock: Callable[[dt.datetime], None]
) -> None:
    plan = begun(cast.ben)
    clock(NOW + dt.timedelta(days=89))
    assert "Is this still so?" not in as_person(cast.ben).get("/today/").content.decode()
    clock(NOW + dt.timedelta(days=90))
    browser = as_person(cast.ben)
    assert "Is this still so?" in browser.get("/today/").content.decode()
    due = Recheck.objects.get()
    address = f"/account/plan/{plan.uuid}/look/{due.pk}/"
    without = browser.post(address, {f"look-{due.pk}-answer": "in_force"})
    assert without.status_code == 422
    assert "Say where one can see it" in without.content.decode()
    browser.post(address, {f"look-{due.pk}-answer": "in_force", f"look-{due.pk}-artefact": "The page"})
    assert list(Recheck.objects.order_by("due_date").values_list("due_date", "answer")) == [
        (dt.date(2027, 2, 21), "in_force"),
        (dt.date(2027, 5, 22), ""),
    ]


def test_a_change_that_is_gone_is_asked_about_no_more(cast: Cast) -> None:
    plan = begun(cast.ben)
    services.answer_recheck(recheck=plan.rechecks.get(), answer="gone", artefact="")
    assert not plan.rechecks.filter(answer="").exists()


def test_what_else_is_meant_counts_beside_the_change_for_its_author(cast: Cast, as_person: Browse) -> None:
    plan, browser = begun(cast.ben), as_person(cast.ben)
    browser.post(f"/account/plan/{plan.uuid}/also/", {"kind": "coffee", "when": "it is Friday", "then": "ask Carmen"})
    page = browser.get("/account/plan/").content.decode()
    assert "Beside one change to how things work: one thing of your own." in page
    assert "When it is Friday, I will ask Carmen" in page


def test_somebody_elses_plan_is_not_there(cast: Cast, as_person: Browse) -> None:
    plan = begun(cast.ben)
    for way in ("state", "next", "also", f"look/{plan.rechecks.get().pk}"):
        assert as_person(cast.asha).post(f"/account/plan/{plan.uuid}/{way}/").status_code == 404


def test_the_plan_costs_few_queries(
    cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    begun(cast.ben)
    browser = as_person(cast.ben)
    with django_assert_num_queries(7):  # session, person, roles, dates gone by, plan, intentions, rechecks
        browser.get("/account/plan/")


def test_plans_that_nobody_looks_at_are_carried_on_too(cast: Cast) -> None:
    begun(cast.ben)
    assert services.carry_all_on(now=NOW) == 0
    assert services.carry_all_on(now=NOW + dt.timedelta(days=60)) == 1
    assert Plan.objects.get().next_date == dt.date(2027, 2, 15)
