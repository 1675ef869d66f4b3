"""What waits to be handed over to people."""

import uuid

from django.db import models
from django.db.models import Q

from alongside.people.models import Person


class Channel(models.TextChoices):
    """By what a person is reached."""

    MAIL = "mail"
    SLACK = "slack"
    TEAMS = "teams"


CHATS = [choice for choice in Channel.choices if choice[0] != Channel.MAIL]


class Stage(models.TextChoices):
    """How far a delivery is. One that was handed over is not tried again, even if the answer never came."""

    WAITING = "waiting"
    HANDED_OVER = "handed_over"
    DONE = "done"
    DROPPED = "dropped"


class Delivery(models.Model):
    """One thing to hand over to one person by one channel. Its words are deleted as soon as that is over."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="deliveries")
    # What it is about, on which of the person's days: there is one of each.
    kind = models.CharField(max_length=20)
    on_date = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices)
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    # Where a chat takes messages; empty for mail.
    address = models.CharField(max_length=500, blank=True)
    stage = models.CharField(max_length=12, choices=Stage.choices, default=Stage.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    try_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "kind", "on_date", "channel"], name="delivery_is_once_a_day"),
            models.CheckConstraint(condition=Q(stage__in=Stage.values), name="delivery_stage_is_known"),
            models.CheckConstraint(
                condition=Q(stage__in=[Stage.WAITING, Stage.HANDED_OVER]) | Q(text="", subject="", address=""),
                name="delivery_that_is_over_has_no_words",
            ),
        )
        indexes = (
            models.Index(fields=["try_at"], name="delivery_waiting_by_time", condition=Q(stage=Stage.WAITING)),
            models.Index(fields=["expires_at"], name="delivery_by_expiry"),
        )
        verbose_name_plural = "deliveries"

    def __str__(self) -> str:
        return f"{self.kind} {self.on_date}: {self.stage}"
