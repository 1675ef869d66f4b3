"""The gate on every route there is, tried as everyone there is. A new route fails here until it says who may call."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from alongside.access import Role
from alongside.access.gate import declared
from alongside.access.third_party import CLOSED
from alongside.people.models import Person
from organisation import Cast

METHODS = ("GET", "POST", "PUT", "DELETE")
# What the parts of an address are filled with: of the right shape, and of nothing that exists.
_SHAPES = {"uuid": "3f0c9a52-0000-4000-8000-000000000000", "int": "999999"}
# Old addresses of the sign-in library, which have no name. They are closed.
_UNNAMED = "account/social/"


@dataclass(frozen=True, slots=True)
class Route:
    pattern: str
    name: str
    view: Callable[..., object]

    def __str__(self) -> str:
        return self.pattern or "/"

    @property
    def address(self) -> str:
        filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: _SHAPES.get(found[1], "nothing"), self.pattern)
        return "/" + re.sub(r"\(\?P[^)]*\)", "nothing", filled).translate(str.maketrans("", "", "^$\\Z"))

    def allows(self, who: str, method: str) -> bool:
        roles = declared(self.view, self.name, method) or frozenset()
        if who == "other organisation":
            return bool(roles - {Role.ANONYMOUS, Role.COACH})
        return Role(who) in roles or (who != "anonymous" and Role.MEMBER in roles)


def _walk(resolver: URLResolver, before: str = "", namespace: str = "") -> Iterator[Route]:
    for part in resolver.url_patterns:
        if isinstance(part, URLResolver):
            spaces = ":".join(name for name in (namespace, part.namespace) if name)
            yield from _walk(part, before + str(part.pattern), spaces)
        elif isinstance(part, URLPattern):
            name = f"{namespace}:{part.name}" if namespace else part.name or ""
            yield Route(before + str(part.pattern), name, part.callback)


ROUTES = [route for route in _walk(get_resolver()) if not route.pattern.startswith(_UNNAMED)]


@pytest.mark.parametrize("route", ROUTES, ids=str)
def test_a_route_says_who_may_call_it(route: Route) -> None:
    operations = getattr(getattr(route.view, "__self__", None), "operations", None)
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
