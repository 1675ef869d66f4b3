"""Writes on the organisation, its people, units and roles. Each is an administrative act and leaves an audit event."""

import datetime as dt

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils.translation import gettext as _

from alongside.access import Role
from alongside.access.models import AuditEvent
from alongside.people.models import Grant, Jurisdiction, Organisation, Person


class Refused(Exception):
    """This cannot be done; the message says why, and what can."""


def audit(  # noqa: PLR0913 - what an event is made of
    organisation: Organisation,
    act: str,
    *,
    by: Person | None,
    now: dt.datetime,
    subject: str = "",
    detail: dict[str, object] | None = None,
) -> None:
    """Write down one act. `by` is nobody for whoever runs the server, at the command line."""
    AuditEvent.objects.create(
        at=now,
        organisation=organisation.uuid,
        actor=by.uuid if by else None,
        act=act,
        subject=subject,
        detail=detail or {},
    )


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
