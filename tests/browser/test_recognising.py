"""Saying who stood by one, from a colleague's page to what that colleague sees, in real browsers."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Request, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from alongside.people.models import Person
from alongside.recognition.models import Recognition
from asking import move_to
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from casting import Asked
from organisation import Cast
from recognising import Crowd, begun, crowd, open_box

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
THERE = "() => Object.values(JSON.parse(localStorage.getItem('passes')) ?? {}).some((one) => one.signature)"
SAY = "Say what they did"


@pytest.fixture
def voice_url(settings: Settings, live_server: LiveServer) -> str:
    """The same server under its other name."""
    address: str = live_server.url.replace("localhost", "127.0.0.1")
    settings.VOICE_URL = address
    return address


@pytest.fixture
def people(cast: Cast) -> Crowd:
    return crowd(cast)


@pytest.fixture
def asked(cast: Cast, people: Crowd, voice_url: str) -> Asked:  # noqa: ARG001 - the address has to be set
    asked = begun(cast, people)
    move_to(asked, "issuing")
    return asked


@pytest.fixture
def giving(asked: Asked, people: Crowd, visit: Visit) -> Callable[..., Page]:
    """Carmen's browser, which has her pass, at the time of giving. All others have theirs too."""

    def begin(**how: Any) -> Page:
        page = visit(people.maps[2], **how)
        page.goto("/today/")
        page.wait_for_function(THERE)
        for person in Person.objects.filter(seats__campaign=asked.campaign, seats__is_issued=False):
            asked.fetch(person, now=timezone.now())
        move_to(asked, "spending")
        return page

    return begin


def go_to_booth(page: Page, person: Any) -> None:
    page.goto(f"/people/{person.uuid}/")
    page.get_by_role("link", name=SAY).click()
    page.get_by_role("button", name="Lock and send").wait_for()


def test_somebody_finds_colleagues_ticks_what_they_did_and_sends_it_once(
    giving: Callable[..., Page], cast: Cast, asked: Asked, voice_url: str
) -> None:
    page = giving()
    sent: list[Request] = []

    def note(request: Request) -> None:
        sent.append(request)

    page.on("request", note)
    go_to_booth(page, cast.asha)
    assert page.url.startswith(voice_url)
    assert "#" not in page.url
    page.get_by_role("group", name="Asha Rao").get_by_label("Made room for me to speak").check()
    go_to_booth(page, cast.ben)
    expect(page.get_by_role("heading", name="Asha Rao")).to_be_visible()
    expect(page.get_by_label("Made room for me to speak").first).to_be_checked()
    page.get_by_role("group", name="Ben Okafor").get_by_label("Put me forward").check()
    page.get_by_role("button", name="Lock and send").click()
    page.get_by_text("Thank you").wait_for()
    assert page.evaluate("sessionStorage.length + localStorage.length") == 0
    (ballot,) = [request for request in sent if request.method == "POST"]
    assert len(ballot.post_data or "") < 13_000
    told = " ".join(f"{request.url} {request.post_data or ''}" for request in sent if request.url.startswith(voice_url))
    for name in (str(cast.asha.uuid), "Asha", str(cast.ben.uuid), "Made room", "room"):
        assert name not in told

    move_to(asked, "over")
    kept: list[Any] = []
    open_box(asked, lambda _campaign, opened: kept.extend(json.loads(one.body) for one in opened), now=timezone.now())
    assert kept == [
        {
            "answers": {
                "people": [
                    {"person": str(cast.asha.uuid), "kinds": ["room"]},
                    {"person": str(cast.ben.uuid), "kinds": ["forward"]},
                ]
            }
        }
    ]


def test_a_link_that_somebody_else_made_puts_nobody_on_the_list(
    giving: Callable[..., Page], cast: Cast, asked: Asked, voice_url: str
) -> None:
    """So that nobody can ask for recognition by sending a link."""
    page = giving()
    go_to_booth(page, cast.asha)
    script = """(words) => btoa(JSON.stringify(words)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")"""
    ben = {"person": str(cast.ben.uuid), "name": "Ben"}
    for words in (ben, {**ben, "label": "x", "prepared": "eA==", "signature": "eA=="}):
        fragment = page.evaluate(script, words)
        page.goto("about:blank")
        page.goto(f"{voice_url}/c/{asked.campaign.uuid}/#{fragment}")
        page.get_by_role("button", name="Lock and send").wait_for()
        assert page.get_by_role("heading", level=2).all_inner_texts() == ["Asha Rao"]
        expect(page.get_by_text("it added nobody")).to_be_visible()


def test_a_colleague_is_taken_off_the_list_and_a_sixth_is_not_put_on_it(
    giving: Callable[..., Page], people: Crowd
) -> None:
    page = giving()
    for person in people.routes[:6]:
        go_to_booth(page, person)
    expect(page.get_by_text("Your list is full")).to_be_visible()
    assert len(page.get_by_role("heading", level=2).all()) == 5
    page.get_by_role("button", name="Take them off").first.click()
    expect(page.get_by_role("heading", name="Routes0 Member")).to_be_hidden()
    assert page.get_by_role("heading", level=2).count() == 4


def test_without_a_pass_the_way_is_not_there_and_without_scripts_there_is_a_code(
    giving: Callable[..., Page], visit: Visit, cast: Cast, asked: Asked, voice_url: str
) -> None:
    giving()
    page = visit(cast.ben)
    page.goto(f"/people/{cast.asha.uuid}/")
    expect(page.get_by_role("link", name=SAY)).to_be_hidden()
    plain = visit(javascript=False)
    plain.goto(f"{voice_url}/c/{asked.campaign.uuid}/code/")
    plain.get_by_label("Colleague 1: the address").fill(f"https://here.example/people/{cast.asha.uuid}/")
    plain.get_by_role("button").last.click()
    assert plain.get_by_text("Tick what they did").first.is_visible()


@pytest.mark.parametrize(("width", "dark"), [(320, True), (1280, False)])
def test_everyone_can_use_the_pages_of_recognition(
    giving: Callable[..., Page], cast: Cast, width: int, *, dark: bool
) -> None:
    Recognition.objects.create(person=cast.carmen, first_date="2026-07-01", band="5_to_9", kinds=["room", "idea"])
    page = giving(width=width, dark=dark)
    for address in ("/amplify/recognition/", "/account/recognition/", f"/people/{cast.asha.uuid}/"):
        page.goto(address)
        axe_finds_nothing(page)
        never_scrolls_sideways(page)
    go_to_booth(page, cast.asha)
    axe_finds_nothing(page)
    never_scrolls_sideways(page)
