"""The pages of a look-back in Chromium: names that never leave the browser, and pages for eyes, ears and keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Request

from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from looking_back import HOUR, OPENS, Clock, opened, told
from organisation import NOW, Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("at")]

NAME = "Zebulon"
Look = Callable[..., Page]


@pytest.fixture
def look(cast: Cast, visit: Visit, at: Clock) -> Look:
    """Open a look-back as its host."""
    look_back = opened(cast)
    at(OPENS)

    def open_page(**options: object) -> Page:
        page = visit(cast.asha, **options)
        page.goto(f"/meetings/{look_back.uuid}/")
        return page

    return open_page


def requests_of(page: Page) -> list[str]:
    """What the page asks for from now on; its little picture may come late."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if not request.url.endswith("favicon.svg"):
            sent.append(request.url)

    page.on("request", note)
    return sent


def texts(page: Page, selector: str) -> list[str]:
    found: list[str] = page.eval_on_selector_all(selector, "all => all.map(one => one.textContent)")
    return found


def test_a_name_takes_the_place_of_its_letter_everywhere_and_of_no_word(look: Look) -> None:
    page = look()
    before = page.inner_text("main").count(NAME)
    page.get_by_label("A", exact=True).fill(NAME)
    assert before == 0
    assert set(texts(page, "[data-letter=A]")) == {NAME}
    assert NAME in page.locator("#moments").inner_text()
    assert page.locator(f"a.mark[aria-label*={NAME}]").count()
    assert f"If you are {NAME}" in page.locator("#own").inner_text()
    assert "A shape is a moment" in page.locator("#picture-about").inner_text()
    page.get_by_label("A", exact=True).fill("")
    assert set(texts(page, "[data-letter=A]")) == {"A"}


def test_a_name_is_not_sent_and_not_kept(look: Look) -> None:
    page = look()
    sent = requests_of(page)
    page.get_by_label("A", exact=True).fill(NAME)
    page.get_by_label("B", exact=True).fill(NAME)
    page.get_by_label("B", exact=True).press("Enter")
    page.wait_for_timeout(300)
    assert not sent
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert NAME not in page.evaluate("document.cookie") + page.url
    page.reload()
    assert NAME not in page.content()
    assert not page.get_by_label("A", exact=True).input_value()


def test_the_hosts_own_share_comes_after_the_flow_of_the_meeting(look: Look) -> None:
    order = look().eval_on_selector_all("main section[id]", "all => all.map(section => section.id)")
    assert order[0] == "happened"
    assert order.index("own") > max(order.index(flow) for flow in ("picture", "moments", "lost", "numbers"))


def test_nobody_learns_which_letter_the_host_opens(look: Look) -> None:
    page = look()
    sent = requests_of(page)
    page.get_by_text("If you are C").click()
    assert page.locator("#own details[open] dd").first.is_visible()
    page.wait_for_timeout(200)
    assert not sent


def test_without_javascript_all_is_there_but_the_names(look: Look) -> None:
    page = look(javascript=False)
    assert page.locator("a.mark").count()
    assert page.locator("#own details").count() == 5
    assert not page.locator("[data-names]").is_visible()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_a_look_back(look: Look, width: int, dark: bool) -> None:
    page = look(width=width, dark=dark)
    axe_finds_nothing(page)
    never_scrolls_sideways(page)


@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_on_the_way_there(cast: Cast, visit: Visit, at: Clock, width: int) -> None:
    look_back = told(cast)
    at(NOW + HOUR)
    page = visit(cast.asha, width=width)
    for way in ("", "from-memory/", "tell/", "told/", f"{look_back.uuid}/", f"object/{look_back.link}/"):
        page.goto(f"/meetings/{way}")
        axe_finds_nothing(page)
        never_scrolls_sideways(page)


def test_a_host_tells_by_keyboard_and_a_guest_objects_without_javascript(cast: Cast, visit: Visit) -> None:
    host = visit(cast.asha)
    host.goto("/meetings/tell/")
    host.get_by_label("What is the meeting called?").fill("Planning the summer fair")
    host.get_by_label("When is it, or when was it?").fill(NOW.date().isoformat())
    for person in (cast.ben, cast.carmen, cast.dara):
        host.locator("#id_who").fill(person.email)
        host.locator("#id_who").press("Enter")
        host.get_by_label(person.name).check()
    host.get_by_label("Everyone in the meeting knows").check()
    host.get_by_role("button", name="Tell them").press("Enter")
    host.wait_for_url("**/meetings/*-*/")
    (row,) = cast.asha.look_backs.all()
    guest = visit(None, javascript=False)
    guest.goto(f"/meetings/object/{row.link}/")
    guest.get_by_role("button", name="I object").click()
    assert "Thank you" in guest.inner_text("h1")
    row.refresh_from_db()
    assert row.is_closed
