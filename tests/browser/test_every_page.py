"""Every page there is, at the narrowest and at a wide screen, in light and dark."""

import pytest

from alongside.access import Role
from alongside.people.models import Grant, Person
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from organisation import Cast
from routes import pages_for

pytestmark = pytest.mark.browser


def _look_at(visit: Visit, person: Person | None, pages: list[str]) -> None:
    for width, dark in ((320, False), (1440, True)):
        page = visit(person, width=width, dark=dark)
        for address in pages:
            page.goto(address)
            never_scrolls_sideways(page)
            axe_finds_nothing(page)


def test_every_page_for_anyone_is_accessible_and_fits(visit: Visit, cast: Cast) -> None:
    pages = pages_for(cast, None)
    assert "/account/login/" in pages
    _look_at(visit, None, pages)


def test_every_page_for_the_signed_in_is_accessible_and_fits(visit: Visit, cast: Cast) -> None:
    Grant.objects.bulk_create(Grant(person=cast.asha, role=role) for role in Role if role in ("administrator", "coach"))
    pages = pages_for(cast, cast.asha)
    assert {"/today/", "/you/", "/people/", "/meetings/"} <= set(pages)
    _look_at(visit, cast.asha, pages)
