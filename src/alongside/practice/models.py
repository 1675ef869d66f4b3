"""What Alongside remembers of a person's practice. It is theirs alone: no row here is read for anyone else (X2)."""

from typing import Self, get_args

from django.db import models
from django.db.models import Q

from alongside.engines.practice import HOURS, LEVERS, MOMENT_KINDS, Reason
from alongside.notify.models import CHATS, Channel
from alongside.people.models import Person


class Answer(models.TextChoices):
    """What became of an act. None of these is better than another: they help to choose the next one."""

    NONE = "none"
    DID = "did"
    NO_CHANCE = "no_chance"
    DUCKED = "ducked"


class Offer(models.Model):
    """The act that a person was offered on a day, why, and what became of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="offers")
    on_date = models.DateField()
    act = models.CharField(max_length=80)
    because = models.CharField(max_length=40, choices=[(reason, reason) for reason in get_args(Reason)])
    # What the reason is about: a kind of moment, a lever or a theme, and the day of the meeting.
    about = models.CharField(max_length=40, blank=True)
    about_date = models.DateField(null=True)
    is_smaller = models.BooleanField(default=False)
    answer = models.CharField(max_length=10, choices=Answer.choices, default=Answer.NONE)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "on_date"], name="offer_is_one_a_day"),
            models.CheckConstraint(condition=models.Q(answer__in=Answer.values), name="offer_answer_is_known"),
            models.CheckConstraint(condition=models.Q(because__in=get_args(Reason)), name="offer_reason_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.on_date}: {self.act}"


class Moment(models.Model):
    """A kind of moment that a person took along from a look-back: no names, no words, gone after a week."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="moments")
    kind = models.CharField(max_length=40)
    met_on = models.DateField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "kind", "met_on"], name="moment_is_kept_once"),
            models.CheckConstraint(condition=models.Q(kind__in=MOMENT_KINDS), name="moment_kind_is_known"),
        )

    def __str__(self) -> str:
        return self.kind


class Lever(models.Model):
    """Something that a person can change from where they sit, as they told themself."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="levers")
    code = models.CharField(max_length=40)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "code"], name="lever_is_named_once"),
            models.CheckConstraint(condition=models.Q(code__in=LEVERS), name="lever_is_known"),
        )

    def __str__(self) -> str:
        return self.code


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def active(self) -> Self:
        """Those that reach somebody who is here."""
        return self.filter(Q(by_mail=True) | ~Q(chat=""), person__is_active=True)


class Reminder(models.Model):
    """When and by what a person wants to be reminded. Whoever has no row here is left in peace."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="reminder")
    hour = models.PositiveSmallIntegerField(default=9)
    by_mail = models.BooleanField(default=False)
    # A chat takes messages at an address of its own, an incoming webhook.
    chat = models.CharField(max_length=10, choices=[("", "None"), *CHATS], blank=True)
    chat_address = models.CharField(max_length=500, blank=True)
    # The private address of a calendar feed, if there is one.
    calendar = models.CharField(max_length=60, null=True, unique=True)  # noqa: DJ001 - many have none
    since_date = models.DateField()
    pick_up_date = models.DateField(null=True)
    next_at = models.DateTimeField()
    # The person's own zone and days when `next_at` was worked out.
    for_zone = models.CharField(max_length=60, blank=True)
    for_days = models.CharField(max_length=7, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(hour__gte=min(HOURS), hour__lte=max(HOURS)), name="reminder_is_not_at_night"
            ),
            models.CheckConstraint(
                condition=Q(chat="", chat_address="") | (~Q(chat="") & ~Q(chat_address="")),
                name="reminder_chat_has_address",
            ),
        )
        indexes = (models.Index(fields=["next_at"], name="reminder_by_time"),)

    def __str__(self) -> str:
        return f"{self.hour}:00"

    def ways(self) -> list[tuple[str, str]]:
        """The channels, each with the address that it needs."""
        mail = [(str(Channel.MAIL), "")] if self.by_mail else []
        return [*mail, (self.chat, self.chat_address)] if self.chat else mail
