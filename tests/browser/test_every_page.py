"""Every page there is, at the narrowest and at a wide screen, in light and dark."""

import pytest
from django.test import Client

from alongside.access import Role
from alongside.engines.practice import our_catalogue
from alongside.people.models import Grant, Person
from browsing import Visit, axe_finds_nothing, never_scrolls_sideways
from organisation import Cast
from routes import ROUTES

pytestmark = pytest.mark.browser


def _pages(cast: Cast, person: Person | None) -> list[str]:
    """The addresses that answer somebody with a page."""
    shapes = {"uuid": str(cast.ben.uuid), "slug": our_catalogue().acts[0].code}
    addresses = [route.filled(shapes) for route in ROUTES if route.name != "account_logout"]
    addresses += [f"/units/{cast.team.uuid}/", *(f"/you/{section}" for section in ("name", "pronouns", "time", "asks"))]
    client = Client()
    if person:
        client.force_login(person)
    answers = {address: client.get(address) for address in addresses}
    return [
        address
        for address, answer in answers.items()
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    ]


def _look_at(visit: Visit, person: Person | None, pages: list[str]) -> None:
    for width, dark in ((320, False), (1440, True)):
        page = visit(person, width=width, dark=dark)
        for address in pages:
            page.goto(address)
            never_scrolls_sideways(page)
            axe_finds_nothing(page)


def test_every_page_for_anyone_is_accessible_and_fits(visit: Visit, cast: Cast) -> None:
    pages = _pages(cast, None)
    assert "/account/login/" in pages
    _look_at(visit, None, pages)


def test_every_page_for_the_signed_in_is_accessible_and_fits(visit: Visit, cast: Cast) -> None:
    Grant.objects.bulk_create(Grant(person=cast.asha, role=role) for role in Role if role in ("administrator", "coach"))
    pages = _pages(cast, cast.asha)
    assert {"/today/", "/you/", "/people/", "/meetings/"} <= set(pages)
    _look_at(visit, cast.asha, pages)
