"""The gate itself, on views made for the test: what happens when a guard is taken away."""

from collections.abc import Callable

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from alongside.access import SIGNED_IN, Role, allow, reach
from alongside.access.gate import declared
from alongside.people.models import Person, Unit
from organisation import Cast

AsPerson = Callable[[Person | None], Client]


def _open(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("canary")


def _not_there(_request: HttpRequest) -> HttpResponse:
    raise Http404


@allow(Role.LEADER)
def _for_leaders(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("canary")


@allow()
def _for_nobody(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("canary")


@allow(*SIGNED_IN)
def _a_unit(request: HttpRequest, uuid: str) -> HttpResponse:
    return HttpResponse(reach(Unit.objects, request.user, uuid=uuid).name)  # type: ignore[arg-type]


urlpatterns = [
    path("undeclared", _open),
    path("named-like-a-library", _open, name="account_login"),
    path("leaders", _for_leaders),
    path("nobody", _for_nobody),
    path("nobody-named-like-a-library", _for_nobody, name="account_login"),
    path("unit/<uuid:uuid>", _a_unit),
    path("not-there", allow(*SIGNED_IN)(_not_there)),
    path("", include("alongside.urls")),
]
on_these_pages = override_settings(ROOT_URLCONF=__name__)


@on_these_pages
@pytest.mark.parametrize("address", ["/undeclared", "/named-like-a-library", "/nobody", "/nobody-named-like-a-library"])
def test_a_page_that_declares_nobody_is_open_to_nobody(cast: Cast, as_person: AsPerson, address: str) -> None:
    for person in cast.by_role().values():
        for method in ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"):
            answer = as_person(person).generic(method, address)
            assert answer.status_code in {302, 404}
            assert b"canary" not in answer.content


@on_these_pages
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_no_method_goes_around_a_declaration(cast: Cast, as_person: AsPerson, method: str) -> None:
    for who, person in cast.by_role().items():
        expected = 200 if who in {"leader", "other organisation"} else 302 if who == "anonymous" else 404
        assert as_person(person).generic(method, "/leaders").status_code == expected


@on_these_pages
def test_what_is_not_yours_looks_like_what_is_not_there_to_the_last_header(cast: Cast, as_person: AsPerson) -> None:
    elsewhere = Unit.objects.create(organisation=cast.stranger.organisation, code="x", name="canary")
    browser = as_person(cast.ben)
    addresses = [
        "/no/such/page",
        "/undeclared",
        "/leaders",
        "/nobody",
        "/not-there",
        f"/unit/{elsewhere.uuid}",
        "/unit/3f0c9a52-0000-4000-8000-000000000000",
    ]
    for method in ("GET", "POST", "PUT"):
        answers = [browser.generic(method, address) for address in addresses]
        assert {answer.status_code for answer in answers} == {404}
        for answer in answers:
            del answer.headers["Expires"]  # the time of the answer
            assert dict(answer.headers) == dict(answers[0].headers)
            assert answer.content == answers[0].content
        assert not any(answer.cookies for answer in answers)


@on_these_pages
def test_everyone_in_the_organisation_reaches_what_is_theirs(cast: Cast, as_person: AsPerson) -> None:
    assert as_person(cast.ben).get(f"/unit/{cast.team.uuid}").content == b"Maps"


def test_a_declaration_stays_with_what_it_was_made_for() -> None:
    assert declared(_for_leaders, "", "GET") == frozenset({Role.LEADER})
    assert declared(_open, "account_login", "GET") is None


def test_a_role_that_was_taken_away_opens_nothing_from_the_next_page_on(cast: Cast, as_person: AsPerson) -> None:
    browser = as_person(cast.asha)
    with on_these_pages:
        assert browser.get("/leaders").status_code == 200
        cast.asha.grants.all().delete()
        assert browser.get("/leaders").status_code == 404
