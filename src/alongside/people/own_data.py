"""Everything that is kept about one person, read from the schema, so that no field can be forgotten.

Each table from which a way leads to people is in `WHOSE`, or a test fails. A field that is added to one is shown by
itself.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model
from django.utils.translation import gettext as _

from alongside.people.models import Person

# Whose the rows of each table are: the way from a row to the person who may read all of it. An empty text hides the
# rows, and the comment says why. Before a table stands here, somebody has to have asked what its rows tell of others.
WHOSE: dict[str, str] = {
    "account.EmailAddress": "user",
    "account.EmailConfirmation": "email_address__user",
    "administration.Departure": "person",
    "ballots.Seat": "person",
    "ballots.Trustee": "person",
    "meetings.Attendee": "person",
    # A row changes when somebody objects. Its own page shows the host what they may know, when they may know it.
    "meetings.MeetingLookBack": "",
    "learning.Reading": "person",
    "mfa.Authenticator": "user",
    "notify.Delivery": "person",
    "people.Grant": "person",
    # The words of the names that stand above it.
    "people.NameWord": "",
    "people.Recording": "person",
    "plans.Intention": "plan__person",
    "plans.Plan": "person",
    "plans.Recheck": "plan__person",
    "practice.Lever": "person",
    "practice.Moment": "person",
    "practice.Offer": "person",
    "practice.Reminder": "person",
    "recognition.Recognition": "person",
    "reflection.Note": "person",
    "reflection.Notebook": "person",
    "socialaccount.SocialAccount": "user",
    "socialaccount.SocialToken": "account__user",
    "usersessions.UserSession": "user",
    "voice.ChosenTrustee": "person",
    "voice.OwnView": "person",
    "voice.Reply": "by",
}
# Kept, and shown to nobody: with these one could sign in as the person.
NOT_SHOWN = frozenset(
    {
        "people.Person.password",
        "account.EmailConfirmation.key",
        "mfa.Authenticator.data",
        "usersessions.UserSession.session_key",
        "usersessions.UserSession.data",
        "socialaccount.SocialAccount.extra_data",
        "socialaccount.SocialToken.token",
        "socialaccount.SocialToken.token_secret",
    }
)
# Made from a field that is shown.
_DERIVED = frozenset({"people.Person.sort_name"})
HIDDEN = "(kept, but not shown)"


@dataclass(frozen=True, slots=True)
class KeptField:
    """One field of a row: `value` as it is kept, `shown` as it reads on a page."""

    name: str
    label: str
    value: object
    shown: str


@dataclass(frozen=True, slots=True)
class Kept:
    """All rows of one kind that are about a person."""

    model: str
    title: str
    rows: list[list[KeptField]]


def kept_about(person: Person) -> list[Kept]:
    """What is kept about somebody, what they are first; for their own eyes only."""
    about = [_kept(Person, [person])]
    for label, way in WHOSE.items():
        if way:
            model = apps.get_model(label)
            about.append(_kept(model, model._base_manager.filter(**{way: person.pk})))  # noqa: SLF001
    return [kept for kept in about if kept.rows]


def as_json(person: Person) -> str:
    about = {
        kept.model: [{field.name: field.value for field in row} for row in kept.rows] for kept in kept_about(person)
    }
    return json.dumps(about, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _kept(model: type[Model], rows: Iterable[Model]) -> Kept:
    meta = model._meta  # noqa: SLF001 - Django's documented name for it
    return Kept(meta.label, str(meta.verbose_name), [list(_fields(meta.label, row)) for row in rows])


def _fields(label: str, row: Model) -> Iterator[KeptField]:
    for field in row._meta.concrete_fields:  # noqa: SLF001 - Django's documented name for it
        name = f"{label}.{field.name}"
        if name in _DERIVED:
            continue
        value = HIDDEN if name in NOT_SHOWN else _value(field, row)
        yield KeptField(field.name, str(field.verbose_name), value, _shown(field, row, value))


def _value(field: "Field[Any, Any]", row: Model) -> object:
    """What a field holds; of a row that it points to, the name by which people know it."""
    if field.is_relation:
        return str(getattr(row, field.name) or "")
    value = field.value_from_object(row)
    return value if isinstance(value, str | int | float | bool | None) else field.value_to_string(row)


def _shown(field: "Field[Any, Any]", row: Model, value: object) -> str:
    if value == HIDDEN:
        return _("kept, but shown to nobody")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    return "" if value is None else str(value)
