"""The API, as a program meets it that acts for one person."""

import html
from collections.abc import Callable

import pytest
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory
from django.urls import reverse

from alongside.access import Role
from alongside.api import operations
from alongside.people.models import Audience, Person, PronounAnswer, Unit
from organisation import Cast

AsPerson = Callable[[Person | None], Client]


def test_one_reads_what_one_has_said_about_oneself(cast: Cast, as_person: AsPerson) -> None:
    Person.objects.filter(pk=cast.asha.pk).update(
        respelling="AH-sha", pronouns="she/her", pronoun_answer=PronounAnswer.GIVEN
    )
    said = as_person(cast.asha).get("/api/me").json()
    assert said["name"] == "Asha Rao"
    assert said["roles"] == sorted([Role.LEADER, Role.MEMBER])
    assert said["unit"] == {"uuid": str(cast.team.uuid), "name": "Maps"}
    assert (said["respelling"], said["pronouns"]) == ("AH-sha", "she/her")
    assert "password" not in said


def test_the_directory_finds_people_of_ones_own_organisation_only(cast: Cast, as_person: AsPerson) -> None:
    browser = as_person(cast.ben)
    names = [person["name"] for person in browser.get("/api/people").json()["people"]]
    assert names == ["Asha Rao", "Ben Okafor", "Carmen Ruiz", "Dara Lim", "Eli Novak", "Farah Aziz"]
    assert [person["name"] for person in browser.get("/api/people?q=carm").json()["people"]] == ["Carmen Ruiz"]
    assert browser.get("/api/people?q=Gus").json() == {"people": [], "next_after": None}
    assert (
        browser.get(f"/api/people?after={cast.stranger.uuid}").json()["people"]
        == browser.get("/api/people").json()["people"]
    )


def test_what_somebody_keeps_to_themself_is_not_in_their_profile(cast: Cast, as_person: AsPerson) -> None:
    kept = {"pronouns": "canary", "pronoun_answer": PronounAnswer.GIVEN, "pronoun_audience": Audience.NOBODY}
    Person.objects.filter(pk=cast.carmen.pk).update(**kept, time_zone="Europe/Paris", asks_a_month=0)
    page = as_person(cast.asha).get(f"/api/people/{cast.carmen.uuid}")
    assert page.json()["name"] == "Carmen Ruiz"
    assert set(page.json()) == {"name", "respelling", "ipa", "recording", "pronouns", "units"}
    assert b"canary" not in page.content


@pytest.mark.parametrize("kind", ["people", "units"])
def test_what_is_elsewhere_looks_like_what_is_not_there(cast: Cast, as_person: AsPerson, kind: str) -> None:
    unit = Unit.objects.create(organisation=cast.stranger.organisation, code="x", name="canary")
    elsewhere = cast.stranger.uuid if kind == "people" else unit.uuid
    browser = as_person(cast.ben)
    theirs = browser.get(f"/api/{kind}/{elsewhere}")
    missing = browser.get(f"/api/{kind}/3f0c9a52-0000-4000-8000-000000000000")
    assert (theirs.status_code, theirs.content) == (404, missing.content)
    for answer in (theirs, missing):
        del answer.headers["Expires"]
    assert dict(theirs.headers) == dict(missing.headers)


def test_a_unit_tells_the_way_up_and_what_is_in_it(cast: Cast, as_person: AsPerson) -> None:
    browser = as_person(cast.ben)
    top = browser.get("/api/units").json()
    assert [unit["name"] for unit in top] == ["Birch & Co"]
    assert [unit["name"] for unit in browser.get(f"/api/units/{top[0]['uuid']}").json()["within"]] == ["Maps"]
    assert [unit["name"] for unit in browser.get(f"/api/units/{cast.team.uuid}").json()["above"]] == ["Birch & Co"]


def test_today_is_the_same_as_on_the_page_and_can_be_answered(cast: Cast, as_person: AsPerson) -> None:
    browser = as_person(cast.ben)
    day = browser.get("/api/today").json()
    assert day["answer"] == "none"
    if day["act"]:
        assert day["act"]["title"] in html.unescape(browser.get("/today/").content.decode())
        said = browser.post("/api/today", {"answer": "ducked"}, content_type="application/json").json()
        assert said["answer"] == "ducked"
    assert as_person(cast.carmen).get("/api/today").json()["answer"] == "none"


def test_an_answer_that_is_none_of_the_three_is_refused(cast: Cast, as_person: AsPerson) -> None:
    for sent in ('{"answer": "great"}', '{"answer": "none"}', "{}", "[]", "{"):
        answer = as_person(cast.ben).post("/api/today", sent, content_type="application/json")
        assert answer.status_code in {400, 422}


def test_another_site_cannot_answer_for_somebody(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.ben)
    sent = {"answer": "did"}
    assert browser.post("/api/today", sent, content_type="application/json").status_code == 403
    request = RequestFactory().get("/")
    token = get_token(request)
    browser.cookies["csrf"] = request.META["CSRF_COOKIE"]
    headers = {"X-CSRFToken": token}
    assert browser.post("/api/today", sent, content_type="application/json", headers=headers).status_code == 200


def test_a_program_without_a_session_is_told_so(cast: Cast) -> None:
    answer = Client().get(f"/api/people/{cast.ben.uuid}")
    assert (answer.status_code, answer.json()) == (401, {"detail": "Sign in first."})


def test_an_operation_without_a_declaration_is_closed(
    cast: Cast, as_person: AsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert as_person(cast.ben).get("/api/me").status_code == 200
    monkeypatch.delattr(operations.me, "roles")
    assert as_person(cast.ben).get("/api/me").status_code == 404


def test_a_list_costs_the_same_whoever_is_in_it(
    cast: Cast, as_person: AsPerson, django_assert_max_num_queries: Callable[..., object]
) -> None:
    browser = as_person(cast.ben)
    with django_assert_max_num_queries(6):  # type: ignore[attr-defined]
        browser.get("/api/people")


def test_the_description_is_for_those_who_are_signed_in(cast: Cast, as_person: AsPerson) -> None:
    assert as_person(None).get("/api/openapi.json").status_code == 302
    described = as_person(cast.ben).get("/api/openapi.json").json()
    assert set(described["paths"]) == {
        "/api/me",
        "/api/people",
        "/api/people/{uuid}",
        "/api/units",
        "/api/units/{uuid}",
        "/api/today",
        "/api/write/check",
    }


def test_the_addresses_of_pages_stay_those_of_pages() -> None:
    assert (reverse("today"), reverse("api:today")) == ("/today/", "/api/today")


def test_a_text_is_checked_with_offsets_that_point_into_it(cast: Cast, as_person: AsPerson) -> None:
    text = "🌍 Please ask the chairman."
    answer = as_person(cast.ben).post("/api/write/check", {"text": text}, "application/json").json()
    [found] = [one for one in answer["findings"] if one["text"] == "chairman"]
    assert text[found["start"] : found["end"]] == "chairman"
    assert found["kind"] == "term"
    assert found["why"]
    assert found["alternatives"]


@pytest.mark.parametrize("wrong", [{"markup": "wordstar"}, {"text": "a" * 100_001}, {"locale": "en-AU"}])
def test_a_text_that_cannot_be_checked_is_refused(cast: Cast, as_person: AsPerson, wrong: dict[str, str]) -> None:
    answer = as_person(cast.ben).post("/api/write/check", {"text": "Hello", **wrong}, "application/json")
    assert answer.status_code == 422
