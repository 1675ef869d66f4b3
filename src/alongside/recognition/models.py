"""The quarters in which people may give recognition, and what of it became over the threshold."""

import datetime as dt
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

from alongside.ballots.models import Campaign
from alongside.people.models import Organisation, Person
from alongside.recognition.tallying import BANDS


def last_date_of(first_date: dt.date) -> dt.date:
    """The last day of the quarter that begins on this date."""
    return (first_date + dt.timedelta(days=95)).replace(day=1) - dt.timedelta(days=1)


class QuarterQuerySet(models.QuerySet["Quarter"]):
    def visible_to(self, person: Person) -> Self:
        return self.filter(organisation=person.organisation_id)


class Quarter(models.Model):
    """A quarter of the year in which recognition may be given. Its dates are those of its campaign."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="quarters")
    first_date = models.DateField()
    campaign = models.OneToOneField(Campaign, on_delete=models.CASCADE, related_name="quarter")

    objects = QuarterQuerySet.as_manager()

    if TYPE_CHECKING:
        organisation_id: int

    class Meta:
        constraints = (models.UniqueConstraint(fields=["organisation", "first_date"], name="quarter_is_opened_once"),)

    def __str__(self) -> str:
        return f"{self.first_date:%Y-%m}"

    @property
    def last_date(self) -> dt.date:
        return last_date_of(self.first_date)


class RecognitionQuerySet(models.QuerySet["Recognition"]):
    def visible_to(self, person: Person) -> Self:
        """Their own, whoever they are."""
        return self.filter(person=person)


class Recognition(models.Model):
    """That enough colleagues recognised somebody in a quarter. A row is written when it may be seen, and not before.

    There is no row for whoever was recognised by fewer, and nothing anywhere that tells them from anybody else.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recognitions")
    first_date = models.DateField()
    # How many colleagues, in the words of `tallying.BANDS`; and the acts that enough of them named.
    band = models.CharField(max_length=10, choices=[(band, band) for band in BANDS])
    kinds = models.JSONField(default=list)

    objects = RecognitionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["person", "first_date"], name="recognition_is_one_a_quarter"),
            models.CheckConstraint(condition=Q(band__in=list(BANDS)), name="recognition_band_is_known"),
        )

    def __str__(self) -> str:
        return f"{self.first_date:%Y-%m}: {self.band}"
