"""Private notes in a browser: locked before they leave, and opened by the passphrase or the recovery code alone."""

import pytest
from playwright.sync_api import Page

from alongside.reflection.models import Note, Notebook
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from organisation import Cast

pytestmark = pytest.mark.browser
SECRET, WORDS = "four plain quiet words", "I ducked it, and I know why: yranac."


def begin(page: Page) -> str:
    """Choose a passphrase, and give the recovery code."""
    page.goto("/account/notes/")
    page.fill("#new-pass", "short")
    page.click("[data-begin] button")
    page.get_by_text("Use at least twelve characters").wait_for()
    page.fill("#new-pass", SECRET)
    page.click("[data-begin] button")
    code = page.locator("[data-code-text]").filter(has_text="-")
    code.wait_for()
    said = code.inner_text()
    axe_finds_nothing(page)
    page.click("text=I have written it down")
    return said


def test_a_note_is_readable_by_its_author_and_by_nobody_who_has_the_database(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben)
    recovery = begin(page)
    page.fill("#note", WORDS)
    page.click("text=Lock and keep")
    page.get_by_text("Kept.").wait_for()

    kept = Note.objects.get().sealed + Notebook.objects.get().by_passphrase + Notebook.objects.get().by_recovery_code
    assert "yranac" not in kept
    assert recovery not in kept
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0

    for secret in (SECRET, recovery, recovery.lower()):
        page.goto("/account/notes/")
        assert page.get_by_text("yranac").count() == 0
        page.fill("#pass", "not the words at all")
        page.click("[data-open] button.primary")
        page.get_by_text("That did not open it").wait_for()
        page.fill("#pass", secret)
        page.click("[data-open] button.primary")
        page.get_by_text(WORDS).wait_for()


def test_a_note_can_be_deleted_and_the_page_fits(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben, width=320)
    begin(page)
    page.fill("#note", WORDS)
    page.click("text=Lock and keep")
    page.get_by_text(WORDS).wait_for()
    never_scrolls_sideways(page)
    axe_finds_nothing(page)
    page.click("[data-list] button")
    page.get_by_text(WORDS).wait_for(state="detached")
    assert not Note.objects.exists()
