"""A DEI lead makes a round: each step refuses what cannot be, and says why in words."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

import rounds
from alongside.administration.jurisdiction import Feature, State, SwitchedOffHere, profile_of
from alongside.people.models import Person
from alongside.people.services import make_findable
from alongside.voice import drafting, jobs
from alongside.voice.models import Round
from organisation import NOW
from rounds import DAY, House

Browse = Callable[[Person | None], Client]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def made() -> House:
    return rounds.house({"care": 20, "field": 30, "tiny": 5})


def frame(made: House, **more: object) -> dict[str, object]:
    days = {"issue_from": 1, "spend_from": 8, "spend_until": 22}
    return {
        **{name: (NOW + count * DAY).date().isoformat() for name, count in days.items()},
        "first_trustee": made.eli.email,
        "second_trustee": made.dara.email,
        "k": 5,
        **more,
    }


def refusal(answer: object) -> str:
    assert answer.status_code == 422  # type: ignore[attr-defined]
    return str(answer.content.decode()).replace("&#x27;", "'")  # type: ignore[attr-defined]


def test_five_steps_lead_from_nothing_to_an_open_round(made: House, as_person: Browse) -> None:
    browser = as_person(made.dara)
    at = browser.post("/listen/rounds/new/", {"title": "Autumn"}).headers["Location"]
    assert at.endswith("/questions/")
    base = at.removesuffix("questions/")
    at = browser.post(at, {"being_heard": ["can-finish"], "own": "We laugh together.", "asks_themes": "on"}).headers[
        "Location"
    ]
    assert at == f"{base}groups/"
    at = browser.post(at, {"cuts": "Time here: under a year, longer"}).headers["Location"]
    at = browser.post(at, frame(made)).headers["Location"]
    page = browser.get(at).content.decode()
    assert at == f"{base}check/"
    assert "57 people are asked" in page
    assert "<b>Tiny</b> is counted in everyone." in page
    assert browser.post(at).headers["Location"] == base
    asked = Round.objects.get()
    assert asked.opened_at == NOW
    assert asked.campaign is not None
    assert [row["text"] for row in asked.questions] == [
        "In meetings I can finish what I want to say.",
        "We laugh together.",
    ]
    page = browser.get(base).content.decode()
    assert asked.plan.digest[:16] in page
    assert "has no key yet" in page


def test_the_days_that_the_page_advises_are_filled_in_until_others_are_kept(made: House, as_person: Browse) -> None:
    browser = as_person(made.dara)
    base = browser.post("/listen/rounds/new/", {"title": "Autumn"}).headers["Location"].removesuffix("questions/")
    tomorrow, later = ((NOW + days * DAY).date().isoformat() for days in (1, 2))
    assert f'value="{tomorrow}"' in browser.get(f"{base}days/").content.decode()
    browser.post(f"{base}days/", frame(made, issue_from=later))
    page = browser.get(f"{base}days/").content.decode()
    assert f'value="{later}"' in page
    assert f'value="{tomorrow}"' not in page


@pytest.mark.parametrize("text", ["Carmen listens to us.", "carmen listens", "I can say no to Carmen Ruiz."])
def test_a_question_that_names_somebody_is_refused(made: House, as_person: Browse, text: str) -> None:
    rounds.move_in(made, "care", 1, called="Carmen Ruiz")
    make_findable(people=Person.objects.filter(full_name__startswith="Carmen"))
    asked = rounds.draft(made)
    told = refusal(as_person(made.dara).post(f"/listen/rounds/{asked.uuid}/questions/", {"own": text}))
    assert "is the name of somebody here" in told
    assert text in told


@pytest.mark.parametrize(
    ("cuts", "told"),
    [
        ("Gender: a, b", "is about what people are"),
        ("Group: women, men, disabled", "is about what people are"),
        ("Time here", "has no colon"),
        ("Time here: longer", "needs 2 to 6 values"),
        ("Everyone: a, b", "cannot be the name"),
        ("A: x, y\nB: x, y\nC: x, y\nD: x, y", "At most 3 ways"),
        ("A: x, y\na: x, y", "a name of its own"),
    ],
)
def test_a_cut_that_cannot_be_is_refused_with_why(made: House, as_person: Browse, cuts: str, told: str) -> None:
    asked = rounds.draft(made)
    assert told in refusal(as_person(made.dara).post(f"/listen/rounds/{asked.uuid}/groups/", {"cuts": cuts}))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"spend_until": "2026-11-01"}, "in this order"),
        ({"spend_from": "2026-11-24"}, "in this order"),
        ({"second_trustee": "nobody@example.org"}, "Nobody here has this address"),
        ({"k": 4}, "greater than or equal to 5"),
    ],
)
def test_a_frame_that_cannot_be_is_refused_with_why(
    made: House, as_person: Browse, changed: dict[str, object], told: str
) -> None:
    asked = rounds.draft(made)
    assert told in refusal(as_person(made.dara).post(f"/listen/rounds/{asked.uuid}/days/", frame(made, **changed)))


def test_two_trustees_are_two_people(made: House, as_person: Browse) -> None:
    asked = rounds.draft(made)
    twice = frame(made, first_trustee=made.dara.email)
    assert "Two different people" in refusal(as_person(made.dara).post(f"/listen/rounds/{asked.uuid}/days/", twice))


def test_the_staff_s_own_body_is_suggested_as_the_first_trustee(made: House, as_person: Browse) -> None:
    asked = rounds.draft(made)
    assert (
        "best from the union or the staff forum"
        in as_person(made.dara).get(f"/listen/rounds/{asked.uuid}/days/").content.decode()
    )


def test_nobody_but_a_dei_lead_sees_a_draft(made: House, as_person: Browse) -> None:
    asked = rounds.draft(made)
    for person in (made.eli, made.people("care")[0]):
        browser = as_person(person)
        assert browser.get(f"/listen/rounds/{asked.uuid}/").status_code == 404
        assert browser.get(f"/listen/rounds/{asked.uuid}/check/").status_code == 404
        assert asked.title not in browser.get("/listen/rounds/").content.decode()


def test_a_draft_can_be_deleted_and_an_open_round_cannot(made: House, as_person: Browse) -> None:
    browser = as_person(made.dara)
    asked = rounds.draft(made)
    browser.post(f"/listen/rounds/{asked.uuid}/delete/")
    assert not Round.objects.exists()
    asked = rounds.opened(made)
    assert browser.post(f"/listen/rounds/{asked.uuid}/delete/").status_code == 404
    for step in ("people", "questions", "groups", "days", "check"):
        assert browser.post(f"/listen/rounds/{asked.uuid}/{step}/", {"title": "Other"}).status_code == 404
    assert Round.objects.get().title == "Autumn"


def test_where_the_law_switches_rounds_off_the_page_says_why(
    made: House, as_person: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = profile_of(made.organisation)
    rule = replace(here.rules[Feature.VOICE_ROUNDS], state=State.OFF, because="A law of this place forbids it.")
    switched = replace(here, rules={**here.rules, Feature.VOICE_ROUNDS: rule})
    for asking in ("drafting", "opening", "views.wizard"):
        monkeypatch.setattr(f"alongside.voice.{asking}.profile_of", lambda _organisation: switched)
    answer = as_person(made.dara).get("/listen/rounds/new/")
    assert answer.status_code == 403
    assert "A law of this place forbids it." in answer.content.decode()
    with pytest.raises(SwitchedOffHere):
        drafting.start_round(by=made.dara, title="Autumn", units=[])


def test_the_check_costs_few_queries_once_the_plan_is_worked_out(
    made: House, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    asked = rounds.draft(made)
    browser = as_person(made.dara)
    browser.get(f"/listen/rounds/{asked.uuid}/check/")
    with django_assert_num_queries(11):
        browser.get(f"/listen/rounds/{asked.uuid}/check/")


def test_a_plan_of_many_people_is_worked_out_by_a_job_and_the_page_says_so(
    made: House, as_person: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "AT_ONCE", 20)
    asked = rounds.draft(made)
    browser = as_person(made.dara)
    page = browser.get(f"/listen/rounds/{asked.uuid}/check/").content.decode()
    assert "is being worked out" in page
    assert Round.objects.get().preview is None
    jobs.work_out_preview.func(asked.pk)
    page = browser.get(f"/listen/rounds/{asked.uuid}/check/").content.decode()
    assert "57 people are asked" in page
    browser.post(f"/listen/rounds/{asked.uuid}/check/")
    assert Round.objects.get().opened_at is None
    jobs.open_large_round.func(asked.pk, made.dara.pk)
    assert Round.objects.get().opened_at == NOW


def test_days_are_kept_as_the_start_of_the_day_here(made: House, as_person: Browse) -> None:
    asked = rounds.draft(made)
    as_person(made.dara).post(f"/listen/rounds/{asked.uuid}/days/", frame(made))
    asked.refresh_from_db()
    assert asked.issue_from == dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
