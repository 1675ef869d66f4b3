"""Chromium for the tests of pages: signed in as somebody, and strict about whatever the browser complains of."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from alongside.people.models import Person

# Playwright's own loop runs in the thread of the test, which does nothing else that is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Chromium has a sandbox of its own, which it cannot set up inside a container.
        launched = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"],
        )
        yield launched
        launched.close()


@pytest.fixture
def visit(chromium: Browser, live_server: LiveServer) -> Iterator[Visit]:
    """Open the site as somebody, or as nobody: `visit(person, width=390, dark=True, javascript=False)`.

    At the end: the browser had nothing to complain of (Content-Security-Policy, scripts, requests), and nothing was
    left in its storage, but for the one thing that may be: passes that say nothing of whoever has them.
    """
    complaints: list[str] = []
    pages: list[Page] = []

    def opened(person: Person | None = None, *, width: int = 1280, dark: bool = False, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=options.pop("javascript", True),
            **options,
        )
        if person is not None:
            signed_in = Client()
            signed_in.force_login(person)
            session = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
            context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if _is_complaint(message) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        pages.append(page)
        return page

    yield opened
    for page in pages:
        if page.url.startswith(live_server.url) and page.evaluate("true"):
            assert page.evaluate("sessionStorage.length") == 0
            assert are_opaque(page.evaluate("Object.entries(localStorage)"))
        page.context.close()
    assert not complaints


def are_opaque(kept: list[tuple[str, str]]) -> bool:
    """Whether all that a browser keeps is passes, each under a mark, with nothing in it but numbers and a group."""
    if [name for name, _ in kept] not in ([], ["passes"]):
        return False
    passes = json.loads(kept[0][1]) if kept else {}
    numbers = {"prepared", "signature", "blinded", "inverse"}
    return all(
        re.fullmatch("[0-9a-f]{24}", mark)
        and one.keys() <= {"label", "until", *numbers}
        and all(re.fullmatch("[A-Za-z0-9+/=]+", one[name]) for name in numbers & one.keys())
        for mark, one in passes.items()
    )


def _is_complaint(message: ConsoleMessage) -> bool:
    # 422 is how a form comes back with what to change; and it is the test that takes the network away.
    expected = ("status of 422", "net::ERR_INTERNET_DISCONNECTED")
    return message.type == "error" and not any(words in message.text for words in expected)


def axe_finds_nothing(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
    assert not found.violations_count, found.generate_report()


def never_scrolls_sideways(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
