"""Opening a quarter. What is given in it goes to the voice host, and what comes of it through `keeping`."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.administration.jurisdiction import Feature, profile_of
from alongside.ballots.models import Purpose
from alongside.ballots.refusals import Refused
from alongside.ballots.services import open_campaign
from alongside.engines.practice import quarter_of
from alongside.people.models import Person
from alongside.recognition.models import Quarter, last_date_of
from alongside.recognition.seating import seats_of
from alongside.recognition.tallying import UNITS

_PASSES_FOR = dt.timedelta(days=21)
_LEAST_TO_GIVE = dt.timedelta(days=14)


class TooLate(Refused):
    """So little is left of the quarter that there would be no time to give."""


class TooFewUnits(Refused):
    """There are not two groups of 12, so nobody could ever be recognised from two."""


class AlreadyOpen(Refused):
    """This quarter is open."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The times of one quarter: passes go out from its opening, and what was given is opened on the day after it.

    Attributes:
        first_date: the first day of the quarter.
        spend_from: when passes end and giving begins.
        spend_until: the quarterly date, at midnight: giving ends, and the trustees can open what was given.
    """

    first_date: dt.date
    spend_from: dt.datetime
    spend_until: dt.datetime

    @property
    def has_time_left(self) -> bool:
        return self.spend_until - self.spend_from >= _LEAST_TO_GIVE


def dates_of_quarter(now: dt.datetime) -> Dates:
    """The dates if the quarter that it is now were opened now."""
    today = timezone.localdate(now)
    first = quarter_of(today)
    return Dates(first, _midnight(today + _PASSES_FOR), _midnight(last_date_of(first) + dt.timedelta(days=1)))


@transaction.atomic
def open_quarter(*, trustees: Sequence[Person], by: Person, now: dt.datetime) -> Quarter:
    """Let everybody in the organisation give recognition until this quarter's last day.

    Raises:
        SwitchedOffHere: the law of this place does not let the organisation take answers.
        TooLate: less than two weeks would be left to give.
        TooFewUnits: not even two groups of 12 people can be made.
        TrusteesMissing: there are not two different people who will open it.
        AlreadyOpen: this quarter was opened before.
    """
    profile_of(by.organisation).require(Feature.VOICE_ROUNDS)
    dates = dates_of_quarter(now)
    if not dates.has_time_left:
        raise TooLate(_("Too little is left of this quarter. Open the next one in its first weeks."))
    seats = seats_of(by.organisation)
    if len(set(seats.values())) < UNITS:
        raise TooFewUnits(
            _("This needs at least two units with 12 people or more: from fewer, it could be told who said what.")
        )
    campaign = open_campaign(
        organisation=by.organisation,
        purpose=Purpose.RECOGNITION,
        seats=seats,
        trustees=trustees,
        issue_from=now,
        spend_from=dates.spend_from,
        spend_until=dates.spend_until,
        by=by,
        now=now,
    )
    try:
        with transaction.atomic():
            return Quarter.objects.create(organisation=by.organisation, first_date=dates.first_date, campaign=campaign)
    except IntegrityError as fault:
        raise AlreadyOpen(_("This quarter is open already.")) from fault


def _midnight(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time()))
