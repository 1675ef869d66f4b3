"""Writes a plan into the database, in batches. The caller holds the transaction, so that all of it is written or none.

What people say about themselves is not touched: an update names the columns of `Person.IMPORTED` and no other.
"""

import datetime as dt
import secrets
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX

from alongside.access import Role
from alongside.administration.imports.plan import Change, Plan
from alongside.administration.imports.units import Unit as UnitRecord
from alongside.administration.models import Departure, LineKind
from alongside.people.models import Grant, Organisation, Person, Unit
from alongside.people.services import count_anew, make_findable, sorted_as
from alongside.people.sign_in import end_sessions

Thing = TypeVar("Thing")
_BATCH = 1_000
_WRITTEN = (*Person.IMPORTED, "sort_name")


def write(plan: Plan, *, organisation: Organisation, now: dt.datetime) -> None:
    """Make the records what the plan says."""
    units = _write_units(plan, organisation)
    known = [change for change in plan.people if change.key]
    _free_addresses(known)
    for changes in _batches(known):
        _change(changes, units)
    for changes in _batches(change for change in plan.people if not change.key):
        _add(changes, organisation, units)
    for changes in _batches(plan.people):
        _give_and_take_leading(changes)
        _note_departures(changes, now)
    count_anew()


def _write_units(plan: Plan, organisation: Organisation) -> dict[str, int]:
    """Write the units, and return the key of each by its code."""
    keys = dict(Unit.objects.filter(organisation=organisation).values_list("code", "pk"))
    # Parents come before what is in them; those whose parent is in the same batch wait for the next.
    waiting = list(plan.tree.new.items())
    while waiting:
        ready = [(code, unit) for code, unit in waiting if not unit.parent or unit.parent in keys]
        made = Unit.objects.bulk_create(
            (_unit(organisation, code, unit, keys) for code, unit in ready), batch_size=_BATCH
        )
        keys |= {unit.code: unit.pk for unit in made}
        for some in _batches(made):
            make_findable(units=some)
        waiting = [(code, unit) for code, unit in waiting if code not in keys]
    changed = [_unit(organisation, code, after, keys, key=keys[code]) for code, (_, after) in plan.tree.changed.items()]
    Unit.objects.bulk_create(
        changed,
        batch_size=_BATCH,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["name", "parent", "sort_name"],
    )
    for some in _batches(changed):
        make_findable(units=some)
    return keys


def _unit(
    organisation: Organisation, code: str, unit: UnitRecord, keys: dict[str, int], *, key: int | None = None
) -> Unit:
    parent = keys[unit.parent] if unit.parent else None
    name = unit.name
    return Unit(pk=key, organisation=organisation, code=code, name=name, parent_id=parent, sort_name=sorted_as(name))


def _add(changes: Sequence[Change], organisation: Organisation, units: dict[str, int]) -> None:
    people = [Person(organisation=organisation, password=_no_password()) for _ in changes]
    for person, change in zip(people, changes, strict=True):
        _fill(person, change, units)
    make_findable(people=Person.objects.bulk_create(people))
    Grant.objects.bulk_create(
        Grant(person=person, role=Role.LEADER)
        for person, change in zip(people, changes, strict=True)
        if change.after.is_leader
    )


def _no_password() -> str:
    """What `make_password(None)` gives, in less time. It is random, since links to reset it depend on it."""
    return UNUSABLE_PASSWORD_PREFIX + secrets.token_urlsafe(30)


def _change(changes: Sequence[Change], units: dict[str, int]) -> None:
    people = Person.objects.in_bulk([change.key for change in changes])
    for change in changes:
        _fill(people[change.key], change, units)
    Person.objects.bulk_create(people.values(), update_conflicts=True, unique_fields=["id"], update_fields=[*_WRITTEN])
    renamed = [change.key for change in changes if change.before and change.before.name != change.after.name]
    make_findable(people=[people[key] for key in renamed])


def _fill(person: Person, change: Change, units: dict[str, int]) -> None:
    after = change.after
    person.email, person.record, person.full_name = after.email, after.record, after.name
    person.unit_id = units[after.unit] if after.unit else None
    person.is_active = after.is_active
    person.sort_name = sorted_as(person.name)


def _free_addresses(changes: Sequence[Change]) -> None:
    """Take addresses from those who get another, since somebody else in the file may get theirs.

    What the sign-in pages remember of the old address goes too: with it somebody else could sign in.
    """
    moving = [change.key for change in changes if change.before and change.before.email != change.after.email]
    for keys in _batches(moving):
        Person.objects.bulk_create(
            [_with_email(person, f"{person.uuid.hex}@moving.invalid") for person in Person.objects.filter(pk__in=keys)],
            update_conflicts=True,
            unique_fields=["id"],
            update_fields=["email"],
        )
        EmailAddress.objects.filter(user__in=keys).delete()


def _with_email(person: Person, email: str) -> Person:
    person.email = email
    return person


def _give_and_take_leading(changes: Sequence[Change]) -> None:
    known = [change for change in changes if change.before is not None]
    taken = [change.key for change in known if change.before and change.before.is_leader and not change.after.is_leader]
    Grant.objects.filter(person__in=taken, role=Role.LEADER).delete()
    Grant.objects.bulk_create(
        Grant(person_id=change.key, role=Role.LEADER)
        for change in known
        if change.before and change.after.is_leader and not change.before.is_leader
    )


def _note_departures(changes: Sequence[Change], now: dt.datetime) -> None:
    """Those who left keep neither role nor session, so that none comes back with them; who is back is not forgotten."""
    gone = [change.key for change in changes if change.kind == LineKind.LEAVING]
    back = [change.key for change in changes if change.kind == LineKind.RETURNING]
    Grant.objects.filter(person__in=gone).delete()
    end_sessions(gone)
    Departure.objects.filter(person__in=[*gone, *back]).delete()
    Departure.objects.bulk_create(Departure(person_id=key, at=now) for key in gone)


def _batches(things: Iterable[Thing]) -> Iterator[list[Thing]]:
    left = iter(things)
    while batch := list(islice(left, _BATCH)):
        yield batch
