"""What every page shares, in Chromium: the frame, the forms, the sign-in, the pages for errors."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browsing import axe_finds_nothing
from organisation import Cast

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

Visit = Callable[..., Page]


def test_the_first_tab_leads_past_the_navigation(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben)
    page.goto("/account/2fa/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_menu_closes_with_escape_and_with_a_tap_elsewhere(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben)
    page.goto("/account/2fa/")
    menu, sign_out = page.locator("summary", has_text="Menu"), page.get_by_role("button", name="Sign out")
    menu.click()
    expect(sign_out).to_be_visible()
    sign_out.focus()
    page.keyboard.press("Escape")
    expect(sign_out).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    page.get_by_role("heading", level=1).click()
    expect(sign_out).to_be_hidden()


def test_one_can_sign_out_without_scripts(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben, width=320, javascript=False)
    page.goto("/account/2fa/")
    page.locator("summary", has_text="Menu").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def test_a_wrong_password_is_told_at_the_top_with_the_address_kept(visit: Visit, cast: Cast) -> None:
    page = visit()
    page.goto("/account/login/")
    page.get_by_label("Email").fill(cast.ben.email)
    page.get_by_label("Password").fill("not the one")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Email")).to_have_value(cast.ben.email)
    axe_finds_nothing(page)


def test_what_is_tapped_on_a_phone_is_large_enough(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben, width=320)
    page.goto("/account/2fa/")
    page.locator("summary", has_text="Menu").click()
    tapped = page.locator("header :is(a, button, summary, select):visible, .rooms a, main .button")
    sizes = [tapped.nth(place).bounding_box() for place in range(tapped.count())]
    assert len(sizes) > 5
    assert all(size and size["height"] >= 44 and size["width"] >= 44 for size in sizes)
