"""What an administrator works on beside people and units: imports, from the file to what came of it."""

import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.access import Role
from alongside.people.models import Organisation

if TYPE_CHECKING:
    from alongside.people.models import Person


class ImportState(models.TextChoices):
    """From the file to what came of it. Only a READY import can be applied, and only once."""

    CHECKING = "checking", _("Being checked")
    REFUSED = "refused", _("Cannot be imported")
    READY = "ready", _("Ready to import")
    APPLYING = "applying", _("Being imported")
    DONE = "done", _("Imported")
    CANCELLED = "cancelled", _("Cancelled")


OPEN = (ImportState.CHECKING, ImportState.READY, ImportState.APPLYING)


class PeopleImportQuerySet(models.QuerySet["PeopleImport"]):
    def visible_to(self, person: "Person") -> Self:
        """Those of their organisation, for administrators."""
        if Role.ADMINISTRATOR not in person.roles:
            return self.none()
        return self.filter(organisation=person.organisation_id)


class PeopleImport(models.Model):
    """One file of people. The file and the lines go as soon as nobody needs them; the counts stay."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="imports")
    # Who asked for it. Not a foreign key: it neither keeps that person nor blocks their deletion.
    actor = models.UUIDField(null=True)
    file_name = models.CharField(max_length=200)
    # Where the sealed file lies in the storage; empty once it is gone.
    kept_as = models.CharField(max_length=200, blank=True)
    separator = models.CharField(max_length=1, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    # Whether those who are not in the file have left.
    is_complete = models.BooleanField(default=False)
    state = models.CharField(max_length=20, choices=ImportState.choices, default=ImportState.CHECKING)
    because = models.CharField(max_length=500, blank=True)
    lines_read = models.PositiveIntegerField(default=0)
    # Of all changes that were shown. What is applied has the same, or is shown again.
    digest = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects = PeopleImportQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(state__in=ImportState.values), name="import_state_is_known"),
        )
        indexes = (models.Index(fields=["organisation", "-created_at"], name="import_latest"),)

    def __str__(self) -> str:
        return self.file_name


class LineKind(models.TextChoices):
    """What a line of the file comes to. A line that changes nothing is only counted."""

    BAD = "bad", _("Cannot be read")
    NEW_UNIT = "new_unit", _("New unit")
    CHANGED_UNIT = "changed_unit", _("Unit that changes")
    NEW = "new", _("New person")
    CHANGED = "changed", _("Person whose record changes")
    RETURNING = "returning", _("Person who comes back")
    LEAVING = "leaving", _("Person who has left")


class ImportLine(models.Model):
    """What one line comes to, for the page that shows it before anything is changed."""

    people_import = models.ForeignKey(PeopleImport, on_delete=models.CASCADE, related_name="lines")
    kind = models.CharField(max_length=20, choices=LineKind.choices)
    # In the file; 0 for somebody who is not in it.
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=254)
    # Rows of field, before, after; for a bad line: field, what stands there, what was expected.
    detail = models.JSONField(default=list)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=LineKind.values), name="import_line_kind_is_known"),
        )
        indexes = (models.Index(fields=["people_import", "kind", "number"], name="import_lines_in_order"),)

    def __str__(self) -> str:
        return f"{self.number} {self.subject}"


class Departure(models.Model):
    """When somebody left. They are forgotten some days later, unless the records say that they are back."""

    person = models.OneToOneField("people.Person", on_delete=models.CASCADE, related_name="departure")
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["at"], name="departure_oldest"),)

    def __str__(self) -> str:
        return str(self.at)
