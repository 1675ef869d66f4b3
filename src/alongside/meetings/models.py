"""What is known of a look-back while it lasts: a day or two, and then nothing.

No row here outlives its meeting, and nothing is counted over rows: there is no history of meetings or of people.
"""

import datetime as dt
import secrets
import uuid
from typing import TYPE_CHECKING, Self

from django.db import models

from alongside.people.models import Person

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

LEAST_NOTICE, USUAL_NOTICE, MOST_NOTICE = 2, 4, 20


class Holds(models.TextChoices):
    """What is in the sealed file of a look-back."""

    NOTHING = ""
    TEXT = "text"
    RESULT = "result"
    REFUSAL = "refusal"


def fresh_link() -> str:
    """Make an address that nobody can guess."""
    return secrets.token_urlsafe(24)


class MeetingLookBackQuerySet(models.QuerySet["MeetingLookBack"]):
    def visible_to(self, person: Person) -> Self:
        """The host's own. There is no role above a person that sees them (X2)."""
        return self.filter(host=person)

    def kept(self, now: dt.datetime) -> Self:
        """Those that are not due to be deleted: the others are gone for everybody, also before the job comes by."""
        return self.filter(deletes_at__gt=now)

    def objectable(self, now: dt.datetime) -> Self:
        return self.filter(models.Q(opens_at=None) | models.Q(opens_at__gt=now), is_closed=False)

    def open(self, now: dt.datetime) -> Self:
        """Those whose time to object is over, of which everybody was told, and to which nobody objected."""
        untold = Attendee.objects.filter(look_back=models.OuterRef("pk"), told_at=None)
        return self.kept(now).filter(~models.Exists(untold), opens_at__lte=now, is_closed=False)

    def unclaimed(self, now: dt.datetime) -> Self:
        """Those that no worker is at: a worker that was killed loses its claim after `LEASE`."""
        return self.filter(models.Q(claimed_at=None) | models.Q(claimed_at__lte=now - MeetingLookBack.LEASE))


class MeetingLookBack(models.Model):
    """One look-back from a transcript, from telling the others to deleting it all.

    Before `opens_at` nothing that the host sees may depend on `is_closed`, or timing would tell who objected.
    """

    LEASE = dt.timedelta(minutes=3)
    # A text lives for a day: handed in this long before it may be read, it leaves some hours to read.
    EARLIEST = dt.timedelta(hours=20)

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    host = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="look_backs")
    title = models.CharField(max_length=80)
    meeting_date = models.DateField()
    notice_hours = models.PositiveSmallIntegerField(default=USUAL_NOTICE)
    # One address for all who are told, so that using it says nothing about who it was.
    link = models.CharField(max_length=40, unique=True, default=fresh_link)
    created_at = models.DateTimeField()
    # Mails are tried until `notice_from`; whoever is not told by then counts as an objection. Both unknown until the
    # telling begins.
    notice_from = models.DateTimeField(null=True)
    opens_at = models.DateTimeField(null=True)
    deletes_at = models.DateTimeField(db_index=True)
    is_closed = models.BooleanField(default=False)
    handed_in_at = models.DateTimeField(null=True)
    host_told_at = models.DateTimeField(null=True)
    # The file is in the storage and its key is here, so that neither a copy of the one nor of the other can be read.
    holds = models.CharField(max_length=10, choices=Holds.choices, default=Holds.NOTHING, blank=True)
    sealed_name = models.CharField(max_length=80, blank=True)
    sealed_key = models.CharField(max_length=60, blank=True)
    claimed_at = models.DateTimeField(null=True)

    objects = MeetingLookBackQuerySet.as_manager()

    if TYPE_CHECKING:
        host_id: int
        attendees: "RelatedManager[Attendee]"

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(notice_hours__gte=LEAST_NOTICE, notice_hours__lte=MOST_NOTICE),
                name="look_back_notice_is_2_to_20_hours",
            ),
            models.CheckConstraint(
                condition=models.Q(notice_from=None, opens_at=None) | models.Q(opens_at__gt=models.F("notice_from")),
                name="look_back_opens_after_notice",
            ),
            models.CheckConstraint(
                condition=models.Q(is_closed=False) | models.Q(sealed_name="", sealed_key=""),
                name="look_back_closed_holds_no_file",
            ),
            models.CheckConstraint(
                condition=models.Q(sealed_name="", sealed_key="")
                | ~models.Q(sealed_name="") & ~models.Q(sealed_key=""),
                name="look_back_file_has_its_key",
            ),
        )

    def __str__(self) -> str:
        return str(self.uuid)

    @property
    def hand_in_from(self) -> dt.datetime | None:
        """From when on a text may be handed in; None while the others are still being told."""
        return self.opens_at and self.opens_at - self.EARLIEST


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    def visible_to(self, person: Person) -> Self:
        """What a person was told about themself."""
        return self.filter(person=person)


class Attendee(models.Model):
    """Somebody who is told of a look-back: a colleague, or a guest of whom nothing but an address is known.

    Whether they objected is not here, nor anywhere else.
    """

    look_back = models.ForeignKey(MeetingLookBack, on_delete=models.CASCADE, related_name="attendees")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="told_of")
    guest_email = models.EmailField(blank=True)
    told_at = models.DateTimeField(null=True)

    objects = AttendeeQuerySet.as_manager()

    if TYPE_CHECKING:
        person_id: int | None

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(person=None) ^ models.Q(guest_email=""), name="attendee_is_colleague_or_guest"
            ),
            models.UniqueConstraint(
                fields=["look_back", "person"], condition=~models.Q(person=None), name="attendee_colleague_is_told_once"
            ),
            models.UniqueConstraint(
                fields=["look_back", "guest_email"],
                condition=~models.Q(guest_email=""),
                name="attendee_guest_is_told_once",
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def name(self) -> str:
        """As the host named them. Reads `person`, which the caller has fetched."""
        return self.person.name if self.person else self.guest_email

    @property
    def email(self) -> str:
        return self.person.email if self.person else self.guest_email
