"""Ballots of recognition to test with: who names whom, and from which group."""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alongside.ballots.closing import Keep
from alongside.ballots.consumers import keep_of
from alongside.ballots.services import Opened, become_trustee, make_keys
from alongside.people.models import Person, Unit
from alongside.recognition import keeping, services
from casting import Asked
from organisation import NOW, Cast, join

HERE, THERE = "here", "there"
QUARTER = dt.date(2026, 7, 1)
"""A quarter that is over."""

SPEND_FROM = dt.datetime(2026, 12, 14, tzinfo=dt.UTC)
QUARTERLY = dt.datetime(2027, 1, 1, tzinfo=dt.UTC)
"""When the quarter of `organisation.NOW` can be opened by the trustees."""


def naming(*colleagues: object, kinds: Sequence[str] = ("room",)) -> bytes:
    """What the page of the voice host puts into a ballot."""
    people = [{"person": str(getattr(one, "uuid", one)), "kinds": list(kinds)} for one in colleagues]
    return json.dumps({"answers": {"people": people}}).encode()


def ballots(receiver: object, labels: Iterable[str], *, kinds: Sequence[str] = ("room",)) -> list[Opened]:
    """One ballot for each label, of somebody in the group with this label who names the receiver."""
    return [Opened(label, naming(receiver, kinds=kinds)) for label in labels]


def labelled(people: Iterable[Person], label: str) -> dict[int, str]:
    return {person.pk: label for person in people}


@dataclass(frozen=True, slots=True)
class Crowd:
    """Two units of twelve: Maps, where Asha, Ben and Carmen are, and Routes."""

    maps: list[Person]
    routes: list[Person]

    def labels(self) -> dict[int, str]:
        return {**labelled(self.maps, HERE), **labelled(self.routes, THERE)}


def crowd(cast: Cast) -> Crowd:
    routes = Unit.objects.create(organisation=cast.organisation, code="routes", name="Routes", parent=cast.team.parent)
    maps = [cast.asha, cast.ben, cast.carmen, *_people(cast, cast.team, 9)]
    return Crowd(maps, _people(cast, routes, 12))


def _people(cast: Cast, unit: Unit, size: int) -> list[Person]:
    return [join(cast.organisation, f"{unit.name}{number} Member", unit=unit) for number in range(size)]


def write(cast: Cast, people: Crowd, opened: Sequence[Opened], first_date: dt.date = QUARTER) -> None:
    """Do as the closing of a quarter does with the ballots that it opened."""
    keeping.write(organisation=cast.organisation.pk, first_date=first_date, labels=people.labels(), opened=opened)


def begun(cast: Cast, people: Crowd) -> Asked:
    """This quarter, opened and ready to give out passes."""
    trustees = (cast.dara, people.routes[0])
    quarter = services.open_quarter(trustees=trustees, by=cast.dara, now=NOW)
    asked = Asked(quarter.campaign, trustees, {})
    make_keys()
    for person, file in zip(trustees, asked.files, strict=True):
        become_trustee(campaign=quarter.campaign, person=person, public_key=bytes(file.public_key), now=NOW)
    asked.campaign.refresh_from_db()
    return asked


def open_box(asked: Asked, keep: Keep | None = None, *, now: dt.datetime) -> None:
    """Both trustees, one after the other; what they open goes where it does on the site."""
    secret = asked.open_first_lock(now=now)
    asked.hand_in(secret, keep or keep_of(asked.campaign), now=now)
