"""What is kept of a quarter when its ballots are opened: the door through which `alongside.ballots` hands them over."""

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from alongside.ballots.models import Campaign, Seat
from alongside.ballots.services import Opened
from alongside.people.models import Person
from alongside.recognition.models import Quarter, Recognition
from alongside.recognition.tallying import Colleague, tally

_BATCH = 1000


def keep(campaign: Campaign, opened: list[Opened]) -> None:
    """Write one row for each person over the threshold, and nothing about anybody else.

    What is asked of the database is the same whoever is named in the ballots: it names nobody. So neither its log of
    statements nor the time they take tells of somebody who stayed under the threshold.
    """
    quarter = Quarter.objects.get(campaign=campaign)
    labels = dict(Seat.objects.filter(campaign=campaign).values_list("person", "group__label"))
    write(organisation=quarter.organisation_id, first_date=quarter.first_date, labels=labels, opened=opened)


def write(*, organisation: int, first_date: dt.date, labels: dict[int, str], opened: Iterable[Opened]) -> None:
    """Tally ballots and write what may be seen. The caller holds the transaction."""
    recognised = tally(opened, _colleagues(organisation, labels))
    rows = (Recognition(person_id=one.key, first_date=first_date, band=one.band, kinds=one.kinds) for one in recognised)
    Recognition.objects.bulk_create(rows, batch_size=_BATCH)


def _colleagues(organisation: int, labels: dict[int, str]) -> dict[UUID, Colleague]:
    """Everybody who is here now. Who has no seat cannot have cast a ballot; they are in no group."""
    here = Person.objects.filter(organisation=organisation, is_active=True).values_list("uuid", "pk")
    return {uuid: Colleague(pk, labels.get(pk, "")) for uuid, pk in here}
