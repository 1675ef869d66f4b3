"""What a browser is told, and what becomes of a session."""

from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from pytest_django import Settings

from alongside.access.models import Count
from alongside.access.tasks import forget_old_counts
from alongside.people.models import Person
from alongside.people.sign_in import end_sessions
from organisation import Cast

AsPerson = Callable[[Person | None], Client]
PASSWORD = "a long enough passphrase"  # noqa: S105 - of somebody made up


@pytest.fixture
def ben(cast: Cast) -> Person:
    cast.ben.set_password(PASSWORD)
    cast.ben.save()
    return cast.ben


def _sign_in(browser: Client, person: Person, password: str = PASSWORD, **headers: str) -> HttpResponse:
    form = {"login": person.email, "password": password}
    return browser.post("/account/login/", form, headers=headers or None)  # type: ignore[return-value]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/account/login/", "/no/such/page"])
def test_every_page_carries_the_headers_that_protect_it(client: Client, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "microphone=(self)" in headers["Permissions-Policy"]
    assert "camera=()" in headers["Permissions-Policy"]
    assert "no-store" in headers["Cache-Control"]


def test_the_cookies_are_out_of_reach_of_scripts_and_of_other_sites(ben: Person, client: Client) -> None:
    client.get("/account/login/")
    _sign_in(client, ben)
    for name in ("alongside", "csrf"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"
        assert not client.cookies[name]["domain"]


@pytest.mark.django_db
def test_on_https_cookies_and_pages_stay_there(client: Client, settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 31_536_000
    assert client.get("/today/").headers["Location"].startswith("https://")
    answer = client.get("/account/login/", secure=True)
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]
    assert answer.cookies["csrf"]["secure"]


def test_signing_in_begins_a_new_session(ben: Person, client: Client) -> None:
    client.get("/account/login/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["alongside"] = before = str(session.session_key)
    assert _sign_in(client, ben).status_code == 302
    assert client.cookies["alongside"].value != before
    assert not Session.objects.filter(pk=before).exists()


def test_signing_out_ends_the_session_on_the_server(ben: Person, client: Client) -> None:
    _sign_in(client, ben)
    stolen = client.cookies["alongside"].value
    client.post("/account/logout/")
    client.cookies["alongside"] = stolen
    assert client.get("/today/").status_code == 302


def test_somebody_who_is_no_longer_here_is_signed_out_at_once(ben: Person, client: Client) -> None:
    _sign_in(client, ben)
    assert client.get("/today/").status_code == 200
    Person.objects.filter(pk=ben.pk).update(is_active=False)
    assert client.get("/today/").status_code == 302
    assert _sign_in(Client(), ben).headers["Location"] == "/account/inactive/"


def test_somebody_who_comes_back_has_to_sign_in_again(
    ben: Person, cast: Cast, client: Client, as_person: AsPerson
) -> None:
    other = as_person(cast.carmen)
    _sign_in(client, ben)
    end_sessions([ben.pk])
    assert client.get("/today/").status_code == 302
    assert other.get("/today/").status_code == 200


def test_a_new_password_ends_the_sessions_elsewhere(ben: Person) -> None:
    here, elsewhere = Client(), Client()
    for browser in (here, elsewhere):
        _sign_in(browser, ben)
    changed = "quite another passphrase"
    here.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": changed, "password2": changed})
    assert here.get("/today/").status_code == 200
    assert elsewhere.get("/today/").status_code == 302


def test_guessing_passwords_is_slowed_down_for_the_person_wherever_it_comes_from(
    ben: Person, settings: Settings
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(6):
        _sign_in(Client(), ben, "wrong", **{"X-Forwarded-For": f"203.0.113.{number}"})
    answer = _sign_in(Client(), ben, **{"X-Forwarded-For": "198.51.100.7"})
    assert answer.status_code == 200
    assert "Too many failed" in answer.content.decode()


def test_an_address_made_up_by_the_visitor_is_not_believed(cast: Cast, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    statuses = [
        Client().get("/account/login/", headers={"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.7"}).status_code
        and _sign_in(Client(), cast.ben, "x", **{"X-Forwarded-For": f"203.0.113.{number}, 198.51.100.7"}).status_code
        for number in range(32)
    ]
    assert statuses[0] == 200
    assert statuses[-1] == 429


def test_what_is_counted_cannot_be_read_and_is_forgotten(ben: Person) -> None:
    _sign_in(Client(), ben, "wrong")
    assert Count.objects.exists()
    assert all(len(row.key) == 64 and ben.email not in f"{row.key}{row.value}" for row in Count.objects.all())
    Count.objects.update(expires_at="2026-01-01T00:00Z")
    forget_old_counts.func()
    assert not Count.objects.exists()


@pytest.mark.django_db
def test_the_cache_does_what_a_cache_does() -> None:
    cache.set("a", [1, 2], 60)
    assert cache.get("a") == [1, 2]
    assert not cache.add("a", 3)
    assert cache.add("b", 3, 60)
    assert cache.incr("b") == 4
    assert cache.touch("b", -1)
    assert cache.get("b", "gone") == "gone"
    assert cache.add("b", 5, None)
    assert cache.delete("b")
    cache.clear()
    assert cache.get("a") is None
