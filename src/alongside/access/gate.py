"""Declarations on views, and the way to an object."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from alongside.access.roles import Role
from alongside.access.third_party import DECLARED, LIBRARY

if TYPE_CHECKING:
    from alongside.people.models import Person

View = TypeVar("View", bound=Callable[..., Any])
Thing_co = TypeVar("Thing_co", bound=Model, covariant=True)


class Reachable(Protocol[Thing_co]):
    """A query that can narrow itself to what one person may see."""

    def visible_to(self, person: "Person") -> QuerySet[Thing_co]: ...


def allow(*roles: Role) -> Callable[[View], View]:
    """Declare who may call a view. The middleware enforces it; a test walks every route as every role.

    `Role.MEMBER` admits everyone who is signed in, whatever else they are.
    """

    def declare(view: View) -> View:
        view.roles = frozenset(roles)  # type: ignore[attr-defined]
        return view

    return declare


def declared(view: Callable[..., Any], name: str, method: str) -> frozenset[Role] | None:
    """Who may call a route, or None when nobody has said so.

    Args:
        view: what the route resolves to.
        name: the route's name, for the pages of libraries, which cannot carry a declaration themselves.
        method: GET, POST and so on; a path of the API declares each method by itself.
    """
    for operation in getattr(view, "operations", ()):
        if method in operation.methods:
            return getattr(operation.view_func, "roles", None)
    roles: frozenset[Role] | None = getattr(view, "roles", None)
    # A page of ours that happens to have the name of a library's is not thereby declared.
    return DECLARED.get(name) if roles is None and view.__module__.startswith(LIBRARY) else roles


def reach(things: Reachable[Thing_co], person: "Person", **which: object) -> Thing_co:
    """The one thing that `which` describes, if this person may see it.

    Raises:
        Http404: there is no such thing, or it is not theirs to see; nobody can tell which.
    """
    thing = things.visible_to(person).filter(**which).first()
    if thing is None:
        raise Http404
    return thing
