"""A language that is written from right to left, a third longer than English, fits and can be used."""

import pytest

from alongside.people.models import Person
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from looking_back import told
from organisation import Cast
from pseudo_language import CODE
from routes import pages_for

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("pseudo_language")]


def _fit(visit: Visit, person: Person | None, addresses: list[str]) -> None:
    for width in (320, 1280):
        page = visit(person, width=width, locale=CODE)
        for address in addresses:
            page.goto(address)
            assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
            never_scrolls_sideways(page)
            axe_finds_nothing(page)


@pytest.mark.parametrize("who", ["anonymous", "administrator"])
def test_every_page_fits_from_right_to_left(who: str, visit: Visit, cast: Cast) -> None:
    person = cast.by_role()[who]
    _fit(visit, person, pages_for(cast, person))


def test_a_look_back_fits_from_right_to_left(visit: Visit, cast: Cast) -> None:
    _fit(visit, cast.asha, ["/meetings/", f"/meetings/{told(cast).uuid}/"])


def test_the_menu_opens_inside_the_page(visit: Visit, cast: Cast) -> None:
    page = visit(cast.ben, width=320, locale=CODE)
    page.goto("/today/")
    page.locator("summary").first.click()
    assert page.locator(".menu-sheet").is_visible()
    never_scrolls_sideways(page)
    axe_finds_nothing(page)
