"""Answering so that nobody can trace it, from the two keys to the opened answers, in real browsers."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Request, Route
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from alongside.ballots import voice_host
from alongside.ballots.services import make_keys
from asking import Taken, move_to
from browsing import Visit, are_opaque, axe_finds_nothing, never_scrolls_sideways
from casting import Asked, ask
from organisation import Cast

pytestmark = pytest.mark.browser
THERE = "() => Object.values(JSON.parse(localStorage.getItem('passes')) ?? {}).some((one) => one.signature)"
SENT = "Thank you. Your answer is locked and kept."
LONG = ("Let people finish. " * 40).strip()


@dataclass
class Seen:
    """What came to the voice host (before anything is taken out of it), and what browsers sent to anybody."""

    voice_url: str
    arrived: list[dict[str, Any]] = field(default_factory=list)
    sent: list[Request] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        page.on("request", self.note)

    def note(self, request: Request) -> None:
        self.sent.append(request)

    def ballots(self) -> list[bytes]:
        return [one["body"] for one in self.arrived if one["REQUEST_METHOD"] == "POST"]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch, voice_url: str) -> Seen:
    seen, answered = Seen(voice_url), voice_host._answer

    def noting(request: Any) -> Any:
        seen.arrived.append({**request.META, "body": request.body})
        return answered(request)

    monkeypatch.setattr(voice_host, "_answer", noting)
    return seen


@pytest.fixture
def voice_url(settings: Settings, live_server: LiveServer) -> str:
    """The same server under its other name."""
    url: str = live_server.url.replace("localhost", "127.0.0.1")
    settings.VOICE_URL = url
    return url


@pytest.fixture
def asked(cast: Cast, asking: Taken, voice_url: str, quick_keys: None) -> Asked:  # noqa: ARG001 - all have to be there
    """Twelve people who are asked, at the time of passes."""
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    move_to(asked, "issuing")
    return asked


@pytest.fixture
def spending(asked: Asked, visit: Visit) -> Callable[..., Page]:
    """Somebody in front of the questions, with a pass that their browser has fetched."""

    def open_booth(**how: Any) -> Page:
        move_to(asked, "issuing")
        person, *others = asked.members["maps"]
        page = fetched(visit(person, **how))
        for other in others:
            asked.fetch(other, now=timezone.now())
        move_to(asked, "spending")
        return go_to_questions(page)

    return open_booth


def fetched(page: Page) -> Page:
    page.goto("/today/")
    page.wait_for_function(THERE)
    return page


def go_to_questions(page: Page) -> Page:
    page.goto("/voice/passes/")
    page.get_by_role("link", name="Go to the questions").click()
    page.get_by_role("button", name="Lock and send").wait_for()
    return page


def answer(page: Page, *, words: str = "") -> None:
    page.get_by_label("Often").check()
    page.get_by_label("The agenda").check()
    page.get_by_label("Use my words").fill(words)
    page.get_by_role("button", name="Lock and send").click()


def make_key(page: Page, asked: Asked, file: Path) -> None:
    page.goto(f"/voice/trusted/{asked.campaign.uuid}/")
    with page.expect_download() as download:
        page.get_by_role("button", name="Make my key file").click()
    download.value.save_as(file)
    page.locator("#key-file").set_input_files(file)
    page.get_by_role("button", name="This is my key").click()


def open_lock(page: Page, asked: Asked, file: Path) -> None:
    page.goto(f"/voice/trusted/{asked.campaign.uuid}/")
    page.locator("#key-file").set_input_files(file)
    page.get_by_role("button", name="Open", exact=True).click()


def test_two_trustees_make_keys_twelve_people_answer_and_all_comes_out(
    visit: Visit, cast: Cast, asking: Taken, seen: Seen, tmp_path: Path
) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    make_keys()
    first, second = visit(cast.dara), visit(cast.eli)
    make_key(first, asked, tmp_path / "dara.json")
    first.get_by_text("Your key is here.").wait_for()
    make_key(second, asked, tmp_path / "eli.json")
    second.get_by_text("Both keys are here.").wait_for()
    asked.campaign.refresh_from_db()

    move_to(asked, "issuing")
    in_browsers, others = asked.members["maps"][:2], asked.members["maps"][2:]
    pages = [fetched(visit(person)) for person in in_browsers]
    passes = [asked.fetch(person, now=timezone.now()) for person in others]

    move_to(asked, "spending")
    for page, words in zip(pages, ["", LONG], strict=True):
        seen.watch(page)
        answer(go_to_questions(page), words=words)
        page.get_by_text(SENT).wait_for()
    for one in passes:
        asked.cast(one, {"answers": {"heard": "1", "themes": []}}, now=timezone.now())
    nobody_was_told_who_it_was(seen)

    move_to(asked, "over")
    open_lock(first, asked, tmp_path / "dara.json")
    first.get_by_text("Your lock is open.").wait_for()
    open_lock(second, asked, tmp_path / "eli.json")
    second.get_by_text("All answers were opened.").wait_for()
    assert sorted(asking.answers, key=str) == [
        *[{"heard": "1", "themes": []}] * 10,
        {"heard": "3", "themes": ["agenda"], "words": LONG},
        {"heard": "3", "themes": ["agenda"]},
    ]


def nobody_was_told_who_it_was(seen: Seen) -> None:
    """No cookie, no page one came from, no other site, and every ballot of the same size."""
    assert len([one for one in seen.sent if one.url.startswith(seen.voice_url)]) > 4
    for one in seen.sent:
        if one.url.startswith(seen.voice_url):
            assert not {"cookie", "referer", "authorization"} & one.all_headers().keys(), one.url
    for arrived in seen.arrived:
        assert not [name for name in ("HTTP_COOKIE", "HTTP_REFERER", "QUERY_STRING") if arrived.get(name)]
    origins = {"/".join(one.url.split("/")[:3]) for one in seen.sent if not one.url.startswith("data:")}
    assert origins == {seen.voice_url, seen.voice_url.replace("127.0.0.1", "localhost")}
    first, second = seen.ballots()
    assert len(first) == len(second)
    assert json.loads(first).keys() == json.loads(second).keys() == {"label", "prepared", "signature", "sealed"}


def test_no_cookie_goes_with_an_answer_even_if_there_is_one(spending: Callable[..., Page], seen: Seen) -> None:
    page = spending()
    page.context.add_cookies([{"name": "alongside", "value": "of-somebody", "url": seen.voice_url}])
    answer(page)
    page.get_by_text(SENT).wait_for()
    [ballot] = [one for one in seen.arrived if one["REQUEST_METHOD"] == "POST"]
    assert "HTTP_COOKIE" not in ballot


def test_what_a_browser_keeps_names_nobody_and_no_questions(asked: Asked, visit: Visit) -> None:
    """The one exception to keeping nothing: a pass, under a mark. It is gone after the last day."""
    person = asked.members["maps"][0]
    page = fetched(visit(person))
    kept = page.evaluate("Object.entries(localStorage)")
    assert are_opaque(kept)
    assert not [word for word in (person.full_name, person.email, str(person.uuid)) if word in str(kept)]
    assert str(asked.campaign.uuid) not in str(kept)
    assert page.evaluate("sessionStorage.length") == 0
    page.evaluate("""() => {
        const passes = Object.entries(JSON.parse(localStorage.passes)).map(([mark, one]) => [mark, {...one, until: 1}]);
        localStorage.passes = JSON.stringify(Object.fromEntries(passes));
    }""")
    move_to(asked, "over")
    page.reload()
    page.wait_for_function("localStorage.length === 0")


def test_a_pass_leaves_the_address_at_once_and_the_browser_when_it_is_spent(spending: Callable[..., Page]) -> None:
    page = spending()
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("history.length") > 1
    assert page.evaluate("localStorage.length") == 1
    page.reload()
    answer(page)
    page.get_by_text(SENT).wait_for()
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    go_to_questions(page)
    answer(page)
    page.get_by_text("An answer was already sent with this pass.").wait_for()
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    page.get_by_text("There is no pass in this browser.").wait_for()
    axe_finds_nothing(page)


def test_what_one_wrote_stays_when_the_network_fails(spending: Callable[..., Page]) -> None:
    page = spending()
    page.route("**/ballots", lambda route: route.fulfill(status=422, json={"refused": "NotKept", "message": "Later."}))
    answer(page, words="Let Ben finish.")
    page.get_by_text("Later.").wait_for()
    assert page.get_by_label("Use my words").input_value() == "Let Ben finish."
    page.unroute("**/ballots")
    page.context.set_offline(True)
    page.get_by_role("button", name="Lock and send").click()
    page.get_by_text("Your answers could not be sent. They are still here.").wait_for()
    axe_finds_nothing(page)
    page.context.set_offline(False)
    page.get_by_role("button", name="Lock and send").click()
    page.get_by_text(SENT).wait_for()


def test_the_questions_can_be_answered_by_the_keyboard_alone(spending: Callable[..., Page]) -> None:
    page = spending(width=320)
    never_scrolls_sideways(page)
    axe_finds_nothing(page)
    page.get_by_role("button", name="Lock and send").press("Enter")
    problem = page.get_by_role("alert").filter(has_text="Please answer at least one question.")
    problem.wait_for()
    assert problem.evaluate("here => here === document.activeElement")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Sometimes").is_checked()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.get_by_label("Credit").is_checked()
    page.get_by_label("Use my words").press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text(SENT).wait_for()
    axe_finds_nothing(page)


def test_a_pass_whose_answer_was_lost_on_its_way_is_fetched_again(asked: Asked, visit: Visit) -> None:
    person = asked.members["maps"][0]
    page = visit(person)

    def lose(route: Route) -> None:
        route.fetch()
        route.fulfill(status=422, json={})

    page.route(f"**/voice/passes/{asked.campaign.uuid}/", lose)
    page.goto("/voice/passes/")
    page.get_by_text("Your pass could not be fetched just now.").wait_for()
    assert asked.campaign.seats.get(person=person).is_issued
    page.unroute(f"**/voice/passes/{asked.campaign.uuid}/")
    page.reload()
    page.get_by_text("Your pass is in this browser.").wait_for()
    elsewhere = visit(person)
    elsewhere.goto("/voice/passes/")
    elsewhere.get_by_text("it is not in this browser").wait_for()


def test_without_scripts_there_is_a_code_that_calls_itself_confidential(
    asked: Asked, visit: Visit, asking: Taken, voice_url: str
) -> None:
    person, *others = asked.members["maps"]
    page = visit(person, javascript=False, width=320)
    page.goto("/voice/passes/")
    never_scrolls_sideways(page)
    page.get_by_role("button", name="Give me a one-time code").click()
    code = page.locator("main code").inner_text()
    assert page.get_by_text("Confidential, not anonymous").count() == 1
    for other in others:
        asked.fetch(other, now=timezone.now())
    move_to(asked, "spending")
    page.goto(f"{voice_url}/c/{asked.campaign.uuid}/")
    page.get_by_role("link", name="Answer with a code").click()
    assert page.get_by_text("Confidential, not anonymous").count() == 1
    page.get_by_label("Your one-time code").fill(code[:-4] + "AAAA")
    page.get_by_label("Often").check()
    page.get_by_role("button", name="Send").click()
    assert page.get_by_text("This is not one of the codes").count() == 2
    assert page.get_by_label("Often").is_checked()
    never_scrolls_sideways(page)
    page.get_by_label("Your one-time code").fill(code.lower().replace("-", " "))
    page.get_by_role("button", name="Send").click()
    page.get_by_text("confidential, not anonymous").wait_for()
    move_to(asked, "over")
    asked.hand_in(asked.open_first_lock(now=timezone.now()), asking.keep, now=timezone.now())
    assert asking.answers == [{"heard": "3", "themes": []}]


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
def test_each_page_on_the_way_is_for_everybody(
    asked: Asked, visit: Visit, voice_url: str, width: int, dark: bool
) -> None:
    page = visit(asked.trustees[0], width=width, dark=dark)
    reader = fetched(visit(asked.members["maps"][0], width=width, dark=dark))
    booth = f"{voice_url}/c/{asked.campaign.uuid}/"
    for stage in ("issuing", "spending", "over"):
        move_to(asked, stage)
        ways = [(reader, booth), (reader, f"{booth}code/"), (reader, "/voice/passes/")]
        for opened, address in [*ways, (page, "/voice/trusted/"), (page, f"/voice/trusted/{asked.campaign.uuid}/")]:
            opened.goto(address)
            opened.wait_for_load_state("networkidle")
            never_scrolls_sideways(opened)
            axe_finds_nothing(opened)
    for address in ("/", "/files/"):
        page.goto(voice_url + address)
        never_scrolls_sideways(page)
        axe_finds_nothing(page)
