"""Signing in with the work account, against a program that speaks OpenID Connect in a process of its own."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.test import Client
from pytest_django import Settings

from alongside.people.models import Person
from organisation import Cast
from running import free_port, until


@pytest.fixture(scope="module")
def provider() -> Iterator[int]:
    """The port of the provider."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - ours

    def answers() -> bool:
        with suppress(OSError):
            return _ask(port, "GET", "/.well-known/openid-configuration")[0] == 200
        return False

    until(answers, seconds=60)
    yield port
    process.kill()
    process.wait()


@pytest.fixture
def work(provider: int, settings: Settings) -> int:
    [app] = [
        {
            "provider_id": "work",
            "name": "Birch account",
            "client_id": "alongside",
            "secret": "of the client",
            "settings": {"server_url": f"http://127.0.0.1:{provider}", "verified_email": True},
        }
    ]
    settings.SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {**settings.SOCIALACCOUNT_PROVIDERS["openid_connect"], "APPS": [app]}
    }
    return provider


def _ask(port: int, method: str, path: str, body: str = "", kind: str = "application/json") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(method, path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.getheader("Location") or ""


def _known_there(port: int, email: str) -> str:
    """Somebody at the provider; gives the name by which they say there who they are."""
    subject = email.split("@", maxsplit=1)[0]
    claims = {"email": email, "email_verified": True, "name": "As the directory has it"}
    assert _ask(port, "PUT", f"/users/{subject}", json.dumps(claims))[0] == 204
    return subject


def _way_back(browser: Client, port: int, subject: str) -> str:
    """Leave for the provider, say there who one is, and give the address that leads back."""
    leaving = browser.get("/account/oidc/work/login/")
    url = urlsplit(leaving.headers["Location"])
    assert url.port == port
    asked = dict(parse_qsl(url.query))
    assert {"state", "code_challenge", "nonce"} <= asked.keys() | {"nonce"}
    _, back = _ask(
        port, "POST", f"{url.path}?{url.query}", urlencode({"sub": subject}), "application/x-www-form-urlencoded"
    )
    assert back.startswith("http://testserver/account/oidc/work/login/callback/")
    return back.removeprefix("http://testserver")


def _is_in(browser: Client) -> bool:
    return browser.get("/today/").status_code == 200


def test_somebody_who_is_known_here_comes_in(work: int, cast: Cast, client: Client) -> None:
    assert b"Birch account" in client.get("/account/login/").content
    answer = client.get(_way_back(client, work, _known_there(work, cast.ben.email.upper())))
    assert answer.headers["Location"] == "/today/"
    assert _is_in(client)
    cast.ben.refresh_from_db()
    assert cast.ben.full_name == "Ben Okafor"


def test_the_second_time_it_is_the_same_person_though_the_address_has_changed(work: int, cast: Cast) -> None:
    subject = _known_there(work, cast.carmen.email)
    first, second = Client(), Client()
    first.get(_way_back(first, work, subject))
    Person.objects.filter(pk=cast.carmen.pk).update(email="married@birch.example")
    second.get(_way_back(second, work, subject))
    assert second.session["_auth_user_id"] == str(cast.carmen.pk)


@pytest.mark.django_db
def test_nobody_is_added_by_signing_in(work: int, client: Client) -> None:
    before = Person.objects.count()
    answer = client.get(_way_back(client, work, _known_there(work, "new@elsewhere.example")), follow=True)
    assert "not known here" in answer.content.decode()
    assert not _is_in(client)
    assert Person.objects.count() == before


def test_somebody_who_has_left_does_not_come_in(work: int, cast: Cast, client: Client) -> None:
    Person.objects.filter(pk=cast.dara.pk).update(is_active=False)
    answer = client.get(_way_back(client, work, _known_there(work, cast.dara.email)), follow=True)
    assert "not on the list" in answer.content.decode()
    assert not _is_in(client)


def test_a_way_back_works_only_in_the_browser_that_left(work: int, cast: Cast, client: Client) -> None:
    back = _way_back(client, work, _known_there(work, cast.eli.email))
    other = Client()
    answer = other.get(back, follow=True)
    assert "That did not work" in answer.content.decode()
    assert not _is_in(other)


@pytest.mark.django_db
@pytest.mark.usefixtures("work")
def test_a_provider_that_says_no_leads_to_a_page_that_helps(client: Client) -> None:
    leaving = urlsplit(client.get("/account/oidc/work/login/").headers["Location"])
    state = dict(parse_qsl(leaving.query))["state"]
    answer = client.get(f"/account/oidc/work/login/callback/?error=access_denied&state={state}", follow=True)
    assert "You stopped signing in" in answer.content.decode()
