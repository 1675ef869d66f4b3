"""What each feature has to do when somebody leaves, beyond what the database does by itself.

Rows that point to a person go with them, since their foreign keys say so. This is for what has no such key: files,
sessions, rows that name somebody by an address.
"""

from collections.abc import Callable

from allauth.usersessions.models import UserSession

from alongside.people.models import Person

Forgetter = Callable[[Person], object]


def end_sign_ins(person: Person) -> None:
    """End every session of somebody, on every device."""
    for session in UserSession.objects.filter(user=person):
        session.end()


_FORGETTERS: list[Forgetter] = [end_sign_ins]


def when_somebody_leaves(forget: Forgetter) -> Forgetter:
    """Register what a feature has to forget. It runs before the person is gone, in the same transaction."""
    _FORGETTERS.append(forget)
    return forget


def forget(person: Person) -> None:
    for forgetter in _FORGETTERS:
        forgetter(person)
