"""Writes down what was done in the name of the organisation."""

import datetime as dt
from typing import TYPE_CHECKING

from alongside.access.models import AuditEvent

if TYPE_CHECKING:
    from alongside.people.models import Organisation, Person


def audit(  # noqa: PLR0913 - what an event is made of
    organisation: "Organisation",
    act: str,
    *,
    by: "Person | None",
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
