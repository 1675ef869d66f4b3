"""The voice host knows nobody: no cookie, no session, no page of the main address, and the same for everyone."""

import logging.config
from collections.abc import Callable

import pytest
from django.conf import settings as now_set
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from alongside.people.models import Person
from organisation import Cast
from routes import ROUTES, VOICE_ROUTES, Route

AsPerson = Callable[[Person | None], Client]
HOST = "voice.test"
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
PEOPLE = {"people_person", "django_session", "usersessions_usersession"}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "object-src 'none'",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@pytest.mark.parametrize("route", VOICE_ROUTES, ids=str)
@pytest.mark.parametrize("method", METHODS)
def test_the_voice_host_answers_everyone_alike(route: Route, method: str, cast: Cast, as_person: AsPerson) -> None:
    answers = set()
    for person in cast.by_role().values():
        browser = as_person(person)
        with CaptureQueriesContext(connection) as asked:
            answer = browser.generic(method, route.address, headers={"host": HOST})
        assert not answer.cookies
        assert "Set-Cookie" not in answer.headers
        assert "Vary" not in answer.headers
        assert not [query for query in asked if any(table in query["sql"] for table in PEOPLE)]
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
        answers.add((answer.status_code, answer.content))
    assert len(answers) == 1


@pytest.mark.parametrize("route", VOICE_ROUTES, ids=str)
def test_an_address_of_the_voice_host_is_not_there_at_the_main_one(route: Route, client: Client) -> None:
    if route.pattern:  # both have a front page
        answer = client.get(route.address)
        assert answer.status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_a_main_address_is_not_there_at_the_voice_host(route: Route, client: Client) -> None:
    if route.pattern:
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(route.address, headers={"host": HOST})
        assert answer.status_code == 404
        assert not asked
        assert b"only for handing in answers" in answer.content


@pytest.mark.parametrize("host", [HOST, "voice.test:8000", "VOICE.test", "voice.test."])
def test_the_name_alone_decides(host: str, client: Client) -> None:
    """A browser sends the cookies of a name to all of its ports, so no port of that name may be the main site."""
    answer = client.get("/", headers={"host": host})
    assert b"Where answers are handed in" in answer.content


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["voice.test.example.org", "evil.voice.test", "", "voice.test@localhost"])
def test_a_name_that_only_looks_like_it_is_refused(host: str, client: Client) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.django_db
def test_a_forwarded_name_does_not_count(client: Client) -> None:
    answer = client.get("/", headers={"host": "localhost", "x-forwarded-host": HOST})
    assert b"Where answers are handed in" not in answer.content


@pytest.mark.django_db
def test_without_a_voice_host_there_is_none(client: Client, settings: Settings) -> None:
    settings.VOICE_URL = ""
    assert b"Where answers are handed in" not in client.get("/", headers={"host": HOST}).content


def test_a_cookie_that_somebody_planted_changes_nothing(client: Client) -> None:
    page = client.get("/", headers={"host": HOST}).content
    client.cookies["django_language"] = "fr"
    assert client.get("/", headers={"host": HOST}).content == page
    assert client.get("/", headers={"host": HOST, "accept-language": "fr"}).content != page


def test_no_line_is_written_of_a_visit(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    """Django's own loggers, as the settings have them: what is refused at the voice host leaves no line."""
    logging.config.dictConfig(now_set.LOGGING)
    client.get("/c/canary", headers={"host": HOST})
    client.post("/", headers={"host": HOST})
    assert capsys.readouterr() == ("", "")


def test_the_files_page_lists_what_the_package_holds(client: Client) -> None:
    page = client.get("/files/", headers={"host": HOST}).content.decode()
    assert "vendor/libsodium/libsodium.mjs" in page
    assert "29087d1719326c68006fe88cd110110e6c198ea078bd9c417ba3975875c89819" in page
