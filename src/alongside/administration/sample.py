"""The sample organisation: read from `samples/organisation`, and always the same."""

import csv
import datetime as dt
import tomllib
import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction

from alongside.people.models import Grant, Organisation, Person, Unit
from alongside.people.services import make_findable

_FOLDER = Path(__file__).resolve().parents[1] / "samples" / "organisation"
# Names everything in the sample, so that it is found again, and so that nobody real is ever taken for part of it.
_NAMES = uuid.UUID("5a17ba25-0000-4000-8000-5a17ba250000")
ORGANISATION = uuid.uuid5(_NAMES, "organisation")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the people whom a demo lets you be."""

    email: str
    part: str
    look: str
    name: str

    @property
    def uuid(self) -> uuid.UUID:
        return uuid.uuid5(_NAMES, self.email)


def load_sample(now: dt.datetime) -> Organisation:
    """Put the sample organisation into the database, or find it there."""
    there = Organisation.objects.filter(uuid=ORGANISATION).first()
    return there or _load(now)


@cache
def parts() -> tuple[Part, ...]:
    """The people whom a demo lets you be, in the order to show them."""
    names = {row["email"]: row["name"] for row in _people()}
    return tuple(Part(**entry, name=names[entry["email"]]) for entry in _organisation()["be"])


@transaction.atomic
def _load(now: dt.datetime) -> Organisation:
    told = _organisation()
    organisation = Organisation.objects.create(
        uuid=ORGANISATION, name=told["name"], jurisdiction=told["jurisdiction"], created_at=now
    )
    units = _units(organisation, told["unit"])
    rows = _people()
    people = Person.objects.bulk_create([_person(organisation, units, row) for row in rows])
    Grant.objects.bulk_create(
        Grant(person=person, role=role)
        for person, row in zip(people, rows, strict=True)
        for role in row["roles"].split()
    )
    make_findable(people=people, units=units.values())
    return organisation


def _units(organisation: Organisation, entries: list[dict[str, str]]) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for entry in entries:
        code = entry["code"]
        parent = units[entry["parent"]] if "parent" in entry else None
        units[code] = Unit.objects.create(
            uuid=uuid.uuid5(_NAMES, code), organisation=organisation, parent=parent, code=code, name=entry["name"]
        )
    return units


def _person(organisation: Organisation, units: dict[str, Unit], row: dict[str, str]) -> Person:
    return Person(
        uuid=uuid.uuid5(_NAMES, row["email"]),
        organisation=organisation,
        unit=units[row["unit"]] if row["unit"] else None,
        email=row["email"],
        password=make_password(None),
        full_name=row["name"],
        called=row["called"],
        respelling=row["respelling"],
        ipa=row["ipa"],
        pronoun_answer=row["pronoun_answer"],
        pronouns=row["pronouns"],
        pronoun_audience=row["audience"],
        time_zone=row["time_zone"],
        language=row["language"],
        working_days=row["working_days"],
        asks_a_month=int(row["asks"]),
    )


@cache
def _organisation() -> dict[str, Any]:
    return tomllib.loads((_FOLDER / "organisation.toml").read_text(encoding="utf-8"))


def _people() -> list[dict[str, str]]:
    with (_FOLDER / "people.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
