"""A large organisation, made up from a few names."""

import csv
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from alongside.access import Role
from alongside.people.models import Grant, Organisation, Person, Unit

_FIRST = "Asha Ben Carmen Dara Eli Farah Gus Hana Ivo Jun Kemi Lena Maya Nuno Olu Priya Quinn Rosa Sami Tariq".split()
_MIDDLE = "Abel Bea Cai Dee Ede Fay Gil Hal Ida Jo Kit Lou Max Nia Oma Pat Ray Sky Tom Uma Val Wyn Yan Zoe".split()
_LAST = """
Okafor Ruiz Lim Novak Aziz Stone Rao Silva Haddad Kowalska Nguyen Smith Jensen Mbeki Costa Singh Yamada Cohen Diaz
 Popov Weber Moreau Rossi Kim Ali Brown Larsson Horvat Duarte Mensah Ivanova Clark Ortega Fischer Adeyemi Park
""".split()


def found() -> None:
    Organisation.objects.create(name="Birch & Co", jurisdiction="uk", created_at=timezone.now())


def write_table(path: Path, people: int, units: int) -> None:
    """The file that an import reads: a line for each unit, three levels deep, and one for each person."""
    names = [" ".join(parts) for parts in product(_FIRST, _MIDDLE, _LAST)]
    top, middle = min(12, units), min(300, units)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["record", "name", "email", "unit", "unit name", "unit parent"])
        for number in range(units):
            parent = (
                "" if number < top else f"u{number % top}" if number < middle else f"u{top + number % (middle - top)}"
            )
            table.writerow(["", "", "", f"u{number}", f"Unit {number}", parent])
        for number in range(people):
            email = f"p{number}@birch.example"
            table.writerow(
                [number, names[number % len(names)], email, f"u{units - 1 - number % (units - middle)}", "", ""]
            )


def somebody() -> tuple[Person, Unit]:
    """Somebody in it, and the unit they are in."""
    person = Person.objects.select_related("unit").get(record="77")
    assert person.unit  # noqa: S101 - the table gives one to everybody
    return person, person.unit


def addresses() -> list[str]:
    """Every address of the site that stands for itself, and needs no id in it."""
    found = set(_walk(get_resolver()))
    return sorted(f"/{address}" for address in found if not {*"<(\\^$"} & {*address} and "logout" not in address)


def _walk(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for part in resolver.url_patterns:
        address = before + str(part.pattern)
        if isinstance(part, URLResolver):
            yield from _walk(part, address)
        else:
            yield address


def signed_in(number: int) -> list[str]:
    """The session cookies of some people, who are administrators, so that every page opens."""
    cookies = []
    for record in range(number):
        person = Person.objects.get(record=str(record))
        Grant.objects.get_or_create(person=person, role=Role.ADMINISTRATOR)
        browser = Client()
        browser.force_login(person)
        cookies.append(browser.cookies["alongside"].value)
    return cookies
