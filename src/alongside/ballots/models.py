"""Campaigns, seats and ballots. No row and no pair of rows tells whose a ballot is.

A seat has no time, a ballot has neither a time nor a person, and the two are never written in the same transaction or
on the same day: passes are given out until `spend_from`, and ballots are taken after it.
"""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length
from django.db.models.lookups import Exact

from alongside.people.models import Organisation, Person

LEAST_OF_A_GROUP = 12
"""The fewest seats that a group is opened with, and the fewest passes that must be out before any is spent."""

SEALED_SIZE = 8240
"""Bytes of every ballot: 8,192 of padded text and 48 of the sealed box around it, so that none stands out."""

LOST_AFTER = dt.timedelta(days=60)
"""How long after the last day ballots wait for the trustees. Then they are destroyed unread."""


class Purpose(models.TextChoices):
    """Who takes the answers when a campaign is closed; `consumers.py` has the doors."""

    VOICE = "voice"
    RECOGNITION = "recognition"


class CampaignQuerySet(models.QuerySet["Campaign"]):
    def visible_to(self, person: Person) -> Self:
        """Everybody in the organisation may know that there is a campaign; what of it they see is the pages' matter."""
        return self.filter(organisation=person.organisation_id)

    def ready(self) -> Self:
        """Those of which both trustees have given their key, and every group has its own."""
        waiting = Group.objects.filter(campaign=models.OuterRef("pk"), public_key=b"")
        return self.exclude(box_public_key=b"").filter(~models.Exists(waiting))

    def unopened(self) -> Self:
        return self.filter(closed_at=None)


class Campaign(models.Model):
    """One time of asking. What stage it is at follows from the dates, from `closed_at` and from its keys."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="campaigns")
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    issue_from = models.DateTimeField()
    spend_from = models.DateTimeField()
    spend_until = models.DateTimeField()
    # What ballots are sealed to (X25519), and the secret that opens them, inside a box of each trustee.
    box_public_key = models.BinaryField(max_length=32, default=b"")
    locked_secret = models.BinaryField(max_length=200, default=b"")
    # Of the inner box, so that a wrong file of the first trustee is refused before it takes the place of the right one.
    inner_digest = models.BinaryField(max_length=32, default=b"")
    closed_at = models.DateTimeField(null=True)

    objects = CampaignQuerySet.as_manager()

    if TYPE_CHECKING:
        organisation_id: int

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(purpose__in=Purpose.values), name="campaign_purpose_is_known"),
            # Were passes given out while ballots come in, the order of rows would tell more than chance.
            models.CheckConstraint(
                condition=Q(issue_from__lt=F("spend_from")) & Q(spend_from__lt=F("spend_until")),
                name="campaign_passes_go_out_before_ballots_come_in",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None) | Q(locked_secret=b""), name="campaign_that_is_closed_has_no_secret"
            ),
        )

    def __str__(self) -> str:
        return f"{self.purpose} {self.uuid}"

    def is_ready(self) -> bool:
        """Whether passes can be given out and spent. Asks the database."""
        return type(self).objects.ready().filter(pk=self.pk).exists()

    def gives_out_passes(self, now: dt.datetime) -> bool:
        return self.issue_from <= now < self.spend_from

    def takes_ballots(self, now: dt.datetime) -> bool:
        return self.closed_at is None and self.spend_from <= now < self.spend_until

    def is_lost(self, now: dt.datetime) -> bool:
        """Whether nobody opened it in time: its ballots are destroyed, or will be by the next run of the schedule."""
        return self.closed_at is None and now >= self.spend_until + LOST_AFTER


class Group(models.Model):
    """People who cannot be told apart by their pass, since all of them have one that the same key has signed."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="groups")
    # What the one who opened the campaign calls it, such as the id of a reporting unit. It means nothing here.
    label = models.CharField(max_length=200)
    # RSA with 3,072 bits: SubjectPublicKeyInfo, and PKCS#8 sealed by a key that comes of SECRET_KEY. Empty until the
    # job has made them; the private part is emptied again when no more passes are given out.
    public_key = models.BinaryField(max_length=500, default=b"")
    sealed_private_key = models.BinaryField(max_length=3000, default=b"")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["campaign", "label"], name="group_label_is_unique"),)

    def __str__(self) -> str:
        return self.label


class SeatQuerySet(models.QuerySet["Seat"]):
    def visible_to(self, person: Person) -> Self:
        """Their own, and nobody else's: who has fetched a pass is not even for whoever opened the campaign."""
        return self.filter(person=person)


class Seat(models.Model):
    """That somebody is asked, and whether they have had their pass. Not when, and not whether they used it."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="seats")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    is_issued = models.BooleanField(default=False)
    # SHA-256 of the blinded message that was signed: the same one is signed again if the answer was lost on its way.
    # It says nothing of the pass, since every pass can be behind every blinded message.
    request_digest = models.BinaryField(max_length=32, default=b"")

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "person"], name="seat_is_one_for_each"),
            models.CheckConstraint(
                condition=Q(is_issued=False, request_digest=b"") | (Q(is_issued=True) & ~Q(request_digest=b"")),
                name="seat_is_issued_for_one_request",
            ),
        )
        indexes = (models.Index(F("group"), name="seat_issued_by_group", condition=Q(is_issued=True)),)

    def __str__(self) -> str:
        return "seat"


class TrusteeQuerySet(models.QuerySet["Trustee"]):
    def visible_to(self, person: Person) -> Self:
        """Their own part. Who the other one is, their page says."""
        return self.filter(person=person)


class Trustee(models.Model):
    """One of the two people without whom nothing can be read. The first opens the outer box, the second the inner."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="trustees")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="trusteeships")
    position = models.PositiveSmallIntegerField()
    # X25519, made in their browser; the private part is a file that only they have.
    public_key = models.BinaryField(max_length=32, default=b"")
    has_opened = models.BooleanField(default=False)

    objects = TrusteeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "position"], name="trustee_position_is_taken_once"),
            models.UniqueConstraint(fields=["campaign", "person"], name="trustees_are_two_people"),
            models.CheckConstraint(condition=Q(position__in=[1, 2]), name="trustee_position_is_1_or_2"),
        )

    def __str__(self) -> str:
        return f"trustee {self.position}"


class Ballot(models.Model):
    """One sealed answer. Its key is random, so that it tells nothing of when it came."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="ballots")
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="ballots")
    # SHA-256 of the pass that was spent; of the one-time code for whoever used one.
    token_hash = models.BinaryField(max_length=32)
    sealed = models.BinaryField(max_length=SEALED_SIZE)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["campaign", "token_hash"], name="ballot_is_one_for_each_pass"),
            models.CheckConstraint(
                condition=Exact(Length("sealed"), SEALED_SIZE), name="ballot_has_the_size_of_all_others"
            ),
        )

    def __str__(self) -> str:
        return "ballot"
