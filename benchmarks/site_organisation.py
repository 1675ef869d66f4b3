"""A large organisation, made up from a few names."""

from itertools import islice, product

from django.test import Client
from django.utils import timezone

from alongside.access import Role
from alongside.people.models import Grant, Organisation, Person, Unit
from alongside.people.services import make_findable, sorted_as

_FIRST = "Asha Ben Carmen Dara Eli Farah Gus Hana Ivo Jun Kemi Lena Maya Nuno Olu Priya Quinn Rosa Sami Tariq".split()
_MIDDLE = "Abel Bea Cai Dee Ede Fay Gil Hal Ida Jo Kit Lou Max Nia Oma Pat Ray Sky Tom Uma Val Wyn Yan Zoe".split()
_LAST = """
Okafor Ruiz Lim Novak Aziz Stone Rao Silva Haddad Kowalska Nguyen Smith Jensen Mbeki Costa Singh Yamada Cohen Diaz
 Popov Weber Moreau Rossi Kim Ali Brown Larsson Horvat Duarte Mensah Ivanova Clark Ortega Fischer Adeyemi Park
""".split()


def fill(people: int, units: int) -> tuple[Person, Unit]:
    """Make the organisation; give somebody in it and the unit they are in."""
    company = Organisation.objects.create(name="Birch & Co", jurisdiction="uk", created_at=timezone.now())
    made: list[Unit] = []
    for start, end in ((0, 12), (12, 300), (300, units)):
        level = [
            Unit(
                organisation=company,
                code=f"unit-{number}",
                name=f"Unit {number}",
                sort_name=sorted_as(f"Unit {number}"),
                parent=made[number % len(made)] if made else None,
            )
            for number in range(start, end)
        ]
        made = Unit.objects.bulk_create(level, batch_size=2000)
    names = [f"{first} {middle} {last}" for first, middle, last in product(_FIRST, _MIDDLE, _LAST)]
    rows = (
        Person(
            organisation=company,
            unit=made[number % len(made)],
            email=f"p{number}@birch.example",
            record=str(number),
            full_name=names[number % len(names)],
            sort_name=sorted_as(names[number % len(names)]),
        )
        for number in range(people)
    )
    while batch := list(islice(rows, 5000)):
        make_findable(people=Person.objects.bulk_create(batch))
    somebody = Person.objects.get(record="77")
    Grant.objects.create(person=Person.objects.get(record="0"), role=Role.ADMINISTRATOR)
    return somebody, somebody.unit or made[0]


def signed_in(number: int) -> list[str]:
    """The session cookies of some people, the first of them an administrator."""
    cookies = []
    for record in range(number):
        browser = Client()
        browser.force_login(Person.objects.get(record=str(record)))
        cookies.append(browser.cookies["alongside"].value)
    return cookies
