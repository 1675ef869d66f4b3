"""A quarter of the sample organisation that is over. Its ballots are made up, and go the way of real ones."""

import datetime as dt
import json

from django.db import transaction
from django.utils import timezone

from alongside.ballots.services import Opened
from alongside.engines.practice import quarter_of
from alongside.people.models import Organisation, Person
from alongside.recognition.keeping import write
from alongside.recognition.models import Recognition
from alongside.recognition.seating import seats_of

_RECOGNISED = "leader@saltmarsh.example"
_TOO_FEW = "colleague@saltmarsh.example"


@transaction.atomic
def hold_sample_quarter(organisation: Organisation, *, now: dt.datetime) -> None:
    """Put it into the database, unless somebody was recognised already: the leader is, and the colleague was by one."""
    if Recognition.objects.filter(person__organisation=organisation).exists():
        return
    people = {person.email: person for person in Person.objects.filter(organisation=organisation)}
    labels = seats_of(organisation)
    units = sorted(set(labels.values()))
    said = [Opened(unit, _naming(people[_RECOGNISED], "room", "idea")) for unit in units * 3]
    said.append(Opened(units[0], _naming(people[_TOO_FEW], "heard")))
    before = quarter_of(quarter_of(timezone.localdate(now)) - dt.timedelta(days=1))
    write(organisation=organisation.pk, first_date=before, labels=labels, opened=said)


def _naming(person: Person, *kinds: str) -> bytes:
    return json.dumps({"answers": {"people": [{"person": str(person.uuid), "kinds": kinds}]}}).encode()
