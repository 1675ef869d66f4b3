"""A small organisation that tests are made of: one person for each role, two teams, and a stranger from elsewhere."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client

from alongside.access import Role
from alongside.people.models import Grant, Jurisdiction, Organisation, Person, Unit
from alongside.people.services import make_findable

NOW = dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)  # a Monday


@dataclass(frozen=True, slots=True)
class Cast:
    """Asha leads the team of Ben and Carmen; Dara is the DEI lead, Eli the administrator, Farah the coach."""

    organisation: Organisation
    team: Unit
    asha: Person
    ben: Person
    carmen: Person
    dara: Person
    eli: Person
    farah: Person
    stranger: Person

    def by_role(self) -> dict[str, Person | None]:
        """Everybody that the gate tells apart, by the name that the access tests give them."""
        return {
            "anonymous": None,
            "member": self.ben,
            "leader": self.asha,
            "dei_lead": self.dara,
            "administrator": self.eli,
            "coach": self.farah,
            "other organisation": self.stranger,
        }


def found(name: str = "Birch & Co", jurisdiction: str = Jurisdiction.UK) -> Organisation:
    return Organisation.objects.create(name=name, jurisdiction=jurisdiction, created_at=NOW)


def join(organisation: Organisation, full_name: str, *roles: Role, unit: Unit | None = None) -> Person:
    """Add a person, whose address is made from the first name."""
    email = f"{full_name.split(maxsplit=1)[0].lower()}@{organisation.uuid.hex[:8]}.example"
    person = Person.objects.create(organisation=organisation, full_name=full_name, email=email, unit=unit)
    Grant.objects.bulk_create(Grant(person=person, role=role) for role in roles)
    make_findable(people=[person])
    return person


@pytest.fixture
def cast(db: None) -> Cast:  # noqa: ARG001 - opens the database
    organisation = found()
    company = Unit.objects.create(organisation=organisation, code="all", name="Birch & Co")
    team = Unit.objects.create(organisation=organisation, code="maps", name="Maps", parent=company)
    make_findable(units=[company, team])
    return Cast(
        organisation=organisation,
        team=team,
        asha=join(organisation, "Asha Rao", Role.LEADER, unit=team),
        ben=join(organisation, "Ben Okafor", unit=team),
        carmen=join(organisation, "Carmen Ruiz", unit=team),
        dara=join(organisation, "Dara Lim", Role.DEI_LEAD, unit=company),
        eli=join(organisation, "Eli Novak", Role.ADMINISTRATOR, unit=company),
        farah=join(organisation, "Farah Aziz", Role.COACH),
        stranger=join(found("Elsewhere Ltd"), "Gus Stone", Role.ADMINISTRATOR, Role.LEADER, Role.DEI_LEAD),
    )


@pytest.fixture
def as_person() -> Callable[[Person | None], Client]:
    """A browser that is signed in as somebody, or as nobody."""

    def browse(person: Person | None) -> Client:
        client = Client()
        if person is not None:
            client.force_login(person)
        return client

    return browse
