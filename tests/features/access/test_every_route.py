"""The gate on every route there is, tried as everyone there is. A new route fails here until it says who may call."""

from collections.abc import Callable

import pytest
from django.test import Client

from alongside.access.gate import declared
from alongside.access.third_party import CLOSED
from alongside.people.models import Person
from organisation import Cast
from routes import ROUTES, VOICE_ROUTES, Route

METHODS = ("GET", "POST", "PUT", "DELETE")


def test_no_two_addresses_share_a_name() -> None:
    """Of two, the last would be the one that pages link to."""
    names = [route.name for route in ROUTES if route.name]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("route", [*ROUTES, *VOICE_ROUTES], ids=str)
def test_a_route_says_who_may_call_it(route: Route) -> None:
    operations = getattr(route.view, "operations", None)
    methods = [method for operation in operations for method in operation.methods] if operations else ["GET"]
    for method in methods:
        assert route.name in CLOSED or declared(route.view, route.name, method), f"{method} {route} has no declaration"


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_a_route_answers_those_it_is_for_and_is_not_there_for_all_others(
    route: Route, cast: Cast, as_person: Callable[[Person | None], Client]
) -> None:
    for who, person in cast.by_role().items():
        browser = as_person(person)
        for method in METHODS:
            answer = browser.generic(method, route.address)
            to_sign_in = answer.status_code == 302 and answer.headers["Location"].startswith("/account/login/?next=")
            to_sign_in = to_sign_in or (answer.status_code == 401 and hasattr(route.view, "operations"))
            if route.allows(who, method):
                assert answer.status_code < 500, f"{method} as {who}"
                assert who != "anonymous" or not to_sign_in, f"{method} sends everyone away"
            elif to_sign_in:
                assert who == "anonymous"
            else:
                assert answer.status_code == 404, f"{method} as {who}"
                assert answer.content == browser.generic(method, "/no/such/page").content
            if route.name == "account_logout":
                browser = as_person(person)
