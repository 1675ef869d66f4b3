"""Days as people have them, in a browser: a leader's first, one with the keyboard alone, one without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from browsing import Visit, axe_finds_nothing
from organisation import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a whole sentence is a good one"  # noqa: S105 - of somebody made up


@pytest.fixture(autouse=True)
def _every_day_is_a_working_day(cast: Cast) -> None:
    cast.asha.working_days = "1111111"
    cast.asha.set_password(PASSWORD)
    cast.asha.save()


def _sign_in(page: Page, cast: Cast) -> None:
    page.goto("/")
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("Email").fill(cast.asha.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_title("Today · Birch & Co")


def _name_a_lever_and_answer(page: Page) -> None:
    page.get_by_role("link", name="What you can change from where you sit").first.click()
    page.get_by_label("I set agendas or run meetings").check()
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("link", name="See what is here for today").click()
    expect(page.locator("article.act")).to_contain_text("Because ")
    page.get_by_role("button", name="Did it").click()
    expect(page.locator("article.act")).to_contain_text("The next act comes on")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_leaders_first_day(visit: Visit, cast: Cast, width: int, *, javascript: bool) -> None:
    page = visit(width=width, javascript=javascript)
    _sign_in(page, cast)
    _name_a_lever_and_answer(page)
    page.get_by_role("button", name="Change the answer").click()
    expect(page.get_by_role("button", name="Ducked it")).to_be_visible()
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Amplify").click()
    page.get_by_role("main").get_by_role("link", name="Look back on a meeting").click()
    page.get_by_role("link", name="Answer four questions").click()
    page.get_by_label("Somebody was cut off").check()
    page.get_by_role("button", name="What could I do?").click()
    expect(page.get_by_role("main")).to_contain_text("I")
    if javascript:
        axe_finds_nothing(page)


def _tab_to(page: Page, words: str) -> None:
    """Press Tab until what has these words has the focus, as somebody without a mouse does."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText.trim()")
        if focused.startswith(words):
            return
    pytest.fail(f"Tab never comes to “{words}”")


def test_a_first_day_with_the_keyboard_alone(visit: Visit, cast: Cast) -> None:
    page = visit()
    page.goto("/account/login/")
    _tab_to(page, "Email")
    page.keyboard.type(cast.asha.email)
    _tab_to(page, "Password")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_title("Today · Birch & Co")
    _tab_to(page, "No chance today")
    page.keyboard.press("Enter")
    expect(page.locator("article.act")).to_contain_text("The next act comes on")
    _tab_to(page, "What you can change")
    page.keyboard.press("Enter")
    expect(page).to_have_title("What you can change · Birch & Co")
    _tab_to(page, "I hold a budget")
    page.keyboard.press("Space")
    _tab_to(page, "Keep")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kept.")).to_be_visible()
    _tab_to(page, "See what is here for today")
    page.keyboard.press("Enter")
    expect(page).to_have_title("Today · Birch & Co")
