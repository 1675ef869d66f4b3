"""Writes on the organisation, its people, units and roles. Each is an administrative act and leaves an audit event."""

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from alongside.access import Role
from alongside.access.audit import audit
from alongside.people.models import Grant, Jurisdiction, Organisation, Person, Unit
from alongside.people.services import make_findable


class Refused(Exception):
    """This cannot be done; the message says why, and what can."""


@transaction.atomic
def found_organisation(  # noqa: PLR0913 - what an organisation is made of
    *, name: str, jurisdiction: str, administrator: str, email: str, password: str, now: dt.datetime
) -> Person:
    """Make the organisation and its first administrator, who is returned. Without a password, a link lets them choose.

    Raises:
        Refused: there is an organisation already.
        ValidationError: the password is too easy to guess, or a field is too long or empty.
    """
    if Organisation.objects.exists():
        raise Refused(_("There is an organisation here already. `alongside setup` makes only the first."))
    organisation = Organisation(name=name, jurisdiction=Jurisdiction(jurisdiction), created_at=now)
    organisation.full_clean()
    organisation.save()
    first = Person(organisation=organisation, full_name=administrator, email=email.lower())
    if password:
        validate_password(password, first)
    first.set_password(password or None)
    first.full_clean()
    first.save()
    make_findable(people=[first])
    Grant.objects.create(person=first, role=Role.ADMINISTRATOR)
    audit(organisation, "organisation.founded", by=None, now=now, subject=name, detail={"jurisdiction": jurisdiction})
    return first


@transaction.atomic
def choose_jurisdiction(*, organisation: Organisation, jurisdiction: str, by: Person, now: dt.datetime) -> None:
    """Change whose law applies. The audit event keeps what it was."""
    before = organisation.jurisdiction
    organisation.jurisdiction = Jurisdiction(jurisdiction)
    if organisation.jurisdiction == before:
        return
    organisation.save(update_fields=["jurisdiction"])
    audit(
        organisation,
        "jurisdiction.chosen",
        by=by,
        now=now,
        subject=organisation.jurisdiction,
        detail={"before": before},
    )


@transaction.atomic
def give_role(*, person: Person, role: Role, by: Person, now: dt.datetime) -> None:
    """Give somebody a role. One that they have already is left as it is.

    Raises:
        Refused: they have left.
    """
    if not person.is_active:
        raise Refused(_("Somebody who has left cannot have a role."))
    _grant, is_new = Grant.objects.get_or_create(person=person, role=role)
    if is_new:
        audit(person.organisation, "role.given", by=by, now=now, subject=str(person.uuid), detail={"role": role})


@transaction.atomic
def take_role(*, person: Person, role: Role, by: Person, now: dt.datetime) -> None:
    """Take a role from somebody. One that they do not have stays away.

    Raises:
        Refused: nobody would be left to administer the organisation.
    """
    # Two administrators who take the role from each other at once come one after the other.
    Organisation.objects.select_for_update().get(pk=person.organisation_id)
    others = Grant.objects.filter(
        role=role, person__organisation=person.organisation_id, person__is_active=True
    ).exclude(person=person)
    if role == Role.ADMINISTRATOR and not others.exists():
        raise Refused(_("This is the last administrator. Give the role to somebody else first."))
    taken, _by_kind = Grant.objects.filter(person=person, role=role).delete()
    if taken:
        audit(person.organisation, "role.taken", by=by, now=now, subject=str(person.uuid), detail={"role": role})


@transaction.atomic
def add_person(*, full_name: str, email: str, unit: Unit | None, by: Person, now: dt.datetime) -> Person:
    """Add somebody to the organisation's records. All that they say about themself is left to them.

    Raises:
        Refused: the address is taken.
    """
    if Person.objects.filter(email=email.lower()).exists():
        raise Refused(_("Somebody has this address already."))
    person = Person(organisation=by.organisation, full_name=full_name, email=email.lower(), unit=unit)
    person.set_password(None)
    person.save()
    make_findable(people=[person])
    audit(by.organisation, "person.added", by=by, now=now, subject=str(person.uuid))
    return person


@transaction.atomic
def rename_unit(*, unit: Unit, name: str, by: Person, now: dt.datetime) -> None:
    before, unit.name = unit.name, name
    if before == name:
        return
    unit.save(update_fields=["name"])
    make_findable(units=[unit])
    audit(by.organisation, "unit.renamed", by=by, now=now, subject=name, detail={"before": before})
