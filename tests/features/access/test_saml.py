"""Signing in by SAML, with the settings module that docs/run/settings.md shows and a provider that signs."""

from collections.abc import Iterator
from contextlib import suppress

import httpx
import pytest

from running import Running, free_port, until
from saml_provider import ENTITY, Provider


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
def browser(running: Running, provider: Provider) -> Iterator[httpx.Client]:
    """A browser at a site in a process of its own, which knows Ben and the provider's certificate."""
    port = free_port()
    running.more |= {"DJANGO_SETTINGS_MODULE": "saml_settings", "SAML_CERTIFICATE": provider.certificate()}
    running.start("serve", "--workers", "1", "--port", str(port))
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:

        def is_open() -> bool:
            with suppress(httpx.TransportError):
                return client.get("/").status_code == 200
            return False

        until(is_open)
        yield client


def _come_back(browser: httpx.Client, provider: Provider, email: str) -> httpx.Response:
    leaving = browser.get("/account/saml/work/login/")
    assert leaving.headers["Location"].startswith(f"{ENTITY}/sign-in?")
    to, answer = provider.answer(leaving.headers["Location"], email)
    return browser.post(to, data={"SAMLResponse": answer}, follow_redirects=True)


def _email(running: Running) -> str:
    [(email,)] = running.ask("SELECT email FROM people_person")
    return str(email)


def test_by_saml_those_come_in_who_are_known_here_and_whom_the_provider_vouches_for(
    browser: httpx.Client, provider: Provider, running: Running
) -> None:
    assert "Birch account" in browser.get("/account/login/").text
    assert "not known here" in _come_back(browser, provider, "new@elsewhere.example").text
    assert _come_back(browser, Provider(), _email(running)).url.path != "/today/"
    assert browser.get("/today/").status_code == 302
    assert _come_back(browser, provider, _email(running)).url.path == "/today/"
    assert browser.get("/today/").status_code == 200
    assert running.ask("SELECT count(*) FROM people_person") == [(1,)]
