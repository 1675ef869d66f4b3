"""A moment is rehearsed on a phone, without scripts, with the keyboard."""

import pytest
from playwright.sync_api import expect

from browsing import Visit
from organisation import Cast

pytestmark = pytest.mark.browser


def test_a_scene_is_rehearsed_on_a_phone_without_scripts(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben, width=320, javascript=False)
    page.goto("/learn/")
    page.get_by_role("link", name="Rehearse a moment").click()
    page.get_by_role("link", name="The joke at lunch").click()
    expect(page.get_by_text("The joke itself is not told.")).to_be_visible()
    page.get_by_role("link", name="Begin").click()
    page.get_by_role("link", name="Not that one, please.").click()
    expect(page.get_by_text("The table is quiet for a second.")).to_be_visible()
    page.get_by_role("link", name="Back one step").click()
    page.get_by_role("link", name="Not that one, please.").press("Enter")
    page.get_by_role("link", name="Skip to the end").click()
    expect(page.get_by_role("heading", name="Your way through")).to_be_visible()
    expect(page.get_by_text("It is short, it comes at once")).to_be_visible()
    page.get_by_role("link", name="These lines on a page to print").click()
    expect(page.get_by_text("Let's leave where people are from out of it.")).to_be_visible()


def test_a_scene_can_be_skipped_before_anything_of_it_is_seen(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben, width=320, javascript=False)
    page.goto("/learn/rehearse/joke-at-lunch/")
    expect(page.get_by_text("Six of you sit at lunch.")).to_have_count(0)
    page.get_by_role("link", name="Skip this one").click()
    expect(page).to_have_url("http://" + page.url.split("/")[2] + "/learn/rehearse/")
