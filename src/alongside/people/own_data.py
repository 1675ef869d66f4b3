"""Everything that is kept about one person, read from the schema, so that no field can be forgotten.

A row is about somebody if it has the one foreign key that leads to them. Where that is not so simple, `WHOSE` says it;
a test fails for a model that is in neither case.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, ForeignKey, Model, OneToOneField
from django.utils.translation import gettext as _

from alongside.people.models import Person

# For models that point to two people, or to none themselves: the way from a row to whoever may see all of it. An empty
# text hides the rows, and the comment says why.
WHOSE: dict[str, str] = {
    "account.EmailConfirmation": "email_address__user",
    "socialaccount.SocialToken": "account__user",
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
# Keys of our own tables, and what can be derived from fields that are shown.
_INTERNAL = frozenset({"people.Person.sort_name", "people.NameWord"})
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


def ways_to_a_person(model: type[Model]) -> list[str]:
    """The foreign keys of a model that lead to a person, by name."""
    return [
        field.name
        for field in model._meta.concrete_fields  # noqa: SLF001 - Django's documented name for it
        if isinstance(field, ForeignKey | OneToOneField) and field.related_model is Person
    ]


def way_to_owner(model: type[Model]) -> str:
    """How a row of this model leads to the one whose row it is; empty if it is nobody's, or not to be shown."""
    label = model._meta.label  # noqa: SLF001 - Django's documented name for it
    if label in WHOSE:
        return WHOSE[label]
    ways = ways_to_a_person(model)
    return ways[0] if len(ways) == 1 else ""


def kept_about(person: Person) -> list[Kept]:
    """What is kept about somebody, what they are first; for their own eyes only."""
    about = [_kept(Person, [person])]
    for model in apps.get_models():
        way = way_to_owner(model)
        if way and model._meta.label not in _INTERNAL:  # noqa: SLF001 - Django's documented name for it
            about.append(_kept(model, model._base_manager.filter(**{way: person.pk}).distinct()))  # noqa: SLF001
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
        if name in _INTERNAL:
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
