"""What the administration pages show."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from alongside.access import Role
from alongside.access.models import AuditEvent
from alongside.administration.models import ImportLine, LineKind
from alongside.people.models import Organisation, Person, Unit

# How an act is told. One that is not here is shown by its own name.
_ACTS = {
    "organisation.founded": _("set the organisation up"),
    "learning.feed_removed": _("removed a feed"),
    "learning.feeds_followed": _("followed feeds"),
    "learning.channel_named": _("named a channel in which items are shared"),
    "learning.channel_removed": _("stopped sharing items in a channel"),
    "learning.pack_imported": _("imported a pack of items"),
    "learning.pack_removed": _("removed a pack of items"),
    "jurisdiction.chosen": _("chose whose law applies"),
    "people.imported": _("imported people"),
    "person.added": _("added a person"),
    "person_left": _("forgot somebody who had left"),
    "role.given": _("gave a role"),
    "role.taken": _("took a role"),
    "unit.renamed": _("renamed a unit"),
    "voice.corrected": _("corrected the results of a listening round"),
    "voice.k_raised": _("raised the least number of people in a figure"),
    "voice.opened": _("opened a listening round"),
}
ROLE_NAMES = {
    Role.LEADER: _("Leader"),
    Role.DEI_LEAD: _("DEI lead"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.COACH: pgettext_lazy("a person", "Coach"),
}


_FIELDS = {
    "email": _("E-mail address"),
    "name": _("Name"),
    "record": _("Record"),
    "unit": _("Unit"),
    "unit_name": _("Name of the unit"),
    "unit_parent": _("Is in"),
    "leader": _("Leader"),
    "is_leader": _("Leader"),
    "is_active": _("Works here"),
}


class OnRecord:
    """Everyone in the records, those who left too. Only administrators see them here."""

    def visible_to(self, person: Person) -> QuerySet[Person]:
        if Role.ADMINISTRATOR not in person.roles:
            return Person.objects.none()
        return Person.objects.filter(organisation=person.organisation_id).with_page_needs()


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act, with the names of those who are still here."""

    at: dt.datetime
    who: str
    act: str
    subject: str
    detail: str


def people_on_record(by: Person, *, asked: str, role: str) -> QuerySet[Person]:
    """Those that an administrator looks for, by name, by address or by role."""
    people = OnRecord().visible_to(by).order_by("sort_name", "pk")
    if asked:
        named = Person.objects.named(asked).values("pk")
        people = people.filter(Q(pk__in=named) | Q(email__startswith=asked.lower()))
    return people.filter(grants__role=role) if role in ROLE_NAMES else people


def units_below(organisation: Organisation, parent: Unit | None) -> QuerySet[Unit]:
    units = Unit.objects.filter(organisation=organisation, parent=parent).order_by("sort_name", "pk")
    return units.annotate(
        persons=Count("people", filter=Q(people__is_active=True), distinct=True), parts=Count("children", distinct=True)
    )


@dataclass(frozen=True, slots=True)
class LineTold:
    """One line of an import in words: each change is a field with what it was and what it becomes."""

    number: int
    kind: str
    is_bad: bool
    subject: str
    changes: list[tuple[str, str, str]]


def lines_told(lines: Iterable[ImportLine]) -> list[LineTold]:
    return [
        LineTold(
            line.number,
            line.get_kind_display(),
            line.kind == LineKind.BAD,
            line.subject,
            [(str(_FIELDS.get(field, field)), before, after) for field, before, after in line.detail],
        )
        for line in lines
    ]


def audit_lines(events: Iterable[AuditEvent]) -> list[AuditLine]:
    """Events as they are shown, with one query for all names."""
    events = list(events)
    asked = {event.actor for event in events} | {_as_uuid(event.subject) for event in events}
    people = Person.objects.filter(uuid__in=[one for one in asked if one])
    names = {person.uuid: person.name for person in people}
    return [
        AuditLine(
            event.at,
            who=_name(names, event.actor) if event.actor else gettext("Whoever runs the server"),
            act=str(_ACTS.get(event.act, event.act)),
            subject=_name(names, key) if (key := _as_uuid(event.subject)) else event.subject,
            detail=", ".join(f"{name} {value}" for name, value in event.detail.items()),
        )
        for event in events
    ]


def _name(names: dict[uuid.UUID, str], key: uuid.UUID) -> str:
    return names.get(key) or gettext("Somebody who has left")


def _as_uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
