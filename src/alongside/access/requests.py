"""The type of a request behind the gate."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from alongside.people.models import Person


class PersonRequest(HttpRequest):
    """A request that the gate let through for somebody who is signed in."""

    user: "Person"
