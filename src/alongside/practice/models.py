"""What Alongside remembers of a person's practice. It is theirs alone: no row here is read for anyone else (X2)."""

from typing import get_args

from django.db import models

from alongside.engines.practice import LEVERS, MOMENT_KINDS, Reason
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
