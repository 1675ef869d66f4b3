"""J1, a leader's first week: name, levers, an hour, an act, two minutes, a plan, a scene, a text, the week."""

import re

import pytest
from playwright.sync_api import Page, expect

from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from organisation import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _every_day_is_a_working_day(cast: Cast) -> None:
    cast.asha.working_days = "1111111"
    cast.asha.save()


def _fits(page: Page, *, javascript: bool) -> None:
    never_scrolls_sideways(page)
    if javascript:
        axe_finds_nothing(page)


def _say_what_one_can_change(page: Page) -> None:
    page.goto("/today/")
    page.get_by_role("button", name="Did it").click()
    expect(page.get_by_role("link", name="Say how your name is said")).to_be_visible()
    page.get_by_role("link", name="Say what you can change").click()
    page.get_by_label("I set agendas").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("region", name="Changes that you could make").get_by_role("listitem")).to_have_count(3)


def _choose_an_hour(page: Page) -> None:
    page.goto("/today/")
    page.get_by_role("link", name="Reminders").click()
    page.get_by_label("At what time?").select_option("8")
    page.get_by_label("By mail").check()
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_label("By mail")).to_be_checked()
    page.get_by_role("button", name="Make an address").click()
    expect(page.get_by_label("For your calendar")).to_have_value(re.compile("/calendar/.*[.]ics"))


def _read_two_minutes(page: Page) -> None:
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Learn").click()
    page.get_by_role("link", name="Read two minutes").click()
    page.get_by_label("I call or chair a meeting").check()
    page.get_by_role("button", name="Fit it to my day").click()
    expect(page.get_by_role("heading", name="One thing to do")).to_be_visible()
    page.get_by_role("button", name="Read. Ask me again one day").click()
    expect(page.get_by_role("main")).to_contain_text("That is enough for today")


def _plan_a_change(page: Page) -> None:
    page.goto("/account/plan/")
    page.get_by_role("link", name="Changes that you could make").click()
    page.get_by_role("region", name="Changes that you could make").get_by_role("link").first.click()
    page.get_by_role("link", name="Begin a plan with it").click()
    for label, words in (
        ("Who owns it?", "Me"),
        ("How is it now?", "Nobody knows"),
        ("How will it be?", "Everybody can read it"),
        ("Where will one see it?", "On our page"),
        ("When …", "I open the agenda"),
        ("… I will", "put it first"),
    ):
        page.get_by_label(label).fill(words)
    page.get_by_label("The cost, in your words").fill("")
    page.get_by_role("button", name="Begin with it").click()
    expect(page.get_by_role("main")).to_contain_text("A plan that costs nothing rarely changes anything.")
    page.get_by_label("Control: I decide less by myself").check()
    page.get_by_label("The cost, in your words").fill("I can no longer decide it alone")
    page.get_by_role("button", name="Begin with it").click()
    expect(page.get_by_role("main")).to_contain_text("When I open the agenda, I will put it first")


def _rehearse(page: Page) -> None:
    page.goto("/acts/say-lets-not/")
    page.get_by_role("link", name="Rehearse it first: The joke at lunch").click()
    page.get_by_role("link", name="Begin").click()
    for _step in range(3):
        page.get_by_role("region", name="What do you do?").get_by_role("listitem").first.get_by_role("link").click()
    expect(page.get_by_role("heading", name="To take along")).to_be_visible()


def _look_at_the_week(page: Page) -> None:
    page.goto("/today/")
    page.get_by_role("link", name="Your week").click()
    expect(page.get_by_role("heading", name="What you did")).to_be_visible()
    expect(page.get_by_role("region", name="What changes by")).to_contain_text("I will put it first")


def _check_a_text(page: Page) -> None:
    page.get_by_role("navigation", name="Rooms").get_by_role("link", name="Speak up").click()
    page.get_by_role("link", name="Check a text").click()
    page.get_by_label("Your text").fill("Please ask the chairman about it.")
    page.get_by_role("button", name="Check it").click()
    page.locator("#mark-1").get_by_label("chair", exact=True).check()
    page.get_by_role("button", name="Put in the words I chose").click()
    expect(page.get_by_label("Your text")).to_have_value("Please ask the chair about it.")


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("width", [320, 1280])
def test_j1_a_leaders_first_week(visit: Visit, cast: Cast, width: int, *, javascript: bool) -> None:
    page = visit(cast.asha, width=width, javascript=javascript)
    days = (_say_what_one_can_change, _choose_an_hour, _read_two_minutes, _plan_a_change, _rehearse, _check_a_text)
    for day in (*days, _look_at_the_week):
        day(page)
        _fits(page, javascript=javascript)
    page.goto("/account/repair/")
    page.get_by_label("What did it do to the other person?").fill("I didn't mean to. You had to wait.")
    page.get_by_role("button", name="Make a draft").click()
    expect(page.get_by_role("main")).to_contain_text("This begins with what you meant.")
    _fits(page, javascript=javascript)
