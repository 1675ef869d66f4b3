"""Every route of the site, found by walking the resolver."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from alongside.access import Role
from alongside.access.gate import declared
from alongside.ballots import voice_host
from alongside.engines.practice import our_catalogue
from alongside.people.models import Person
from organisation import Cast

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
        return self.filled(_SHAPES)

    def filled(self, shapes: Mapping[str, str]) -> str:
        """The address with its open parts filled, by their kind: `uuid`, `int`, `slug`."""
        filled = re.sub(r"<(?:(\w+):)?\w+>", lambda found: shapes.get(found[1], "nothing"), self.pattern)
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


VOICE_ROUTES = list(_walk(get_resolver(voice_host.URLCONF)))
ROUTES = [route for route in _walk(get_resolver()) if not route.pattern.startswith(_UNNAMED)]


def pages_for(cast: Cast, person: Person | None) -> list[str]:
    """The addresses that answer somebody with a page."""
    shapes = {"uuid": str(cast.ben.uuid), "slug": our_catalogue().acts[0].code}
    addresses = [route.filled(shapes) for route in ROUTES if route.name != "account_logout"]
    addresses += [f"/units/{cast.team.uuid}/", *(f"/you/{section}" for section in ("name", "pronouns", "time", "asks"))]
    addresses += [f"/learn/rehearse/talked-over/{part}" for part in ("", "play/?way=1", "end/?way=1.1.1")]
    client = Client()
    if person:
        client.force_login(person)
    answers = {address: client.get(address) for address in addresses}
    return [
        address
        for address, answer in answers.items()
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html")
    ]
