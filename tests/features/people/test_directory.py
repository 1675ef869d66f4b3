"""The directory, a person's page, a unit's page: what anybody here may see of anybody else."""

import re
from collections.abc import Callable

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.people import services
from alongside.people.models import Person, Recording, Unit
from alongside.people.selectors import PEOPLE_ON_A_PAGE
from organisation import Cast, join

Browse = Callable[[Person | None], Client]


def named(page: str) -> list[str]:
    return re.findall(r'<a class="name"[^>]*><bdi>(.*?)</bdi>', page)


def main_part(page: str) -> str:
    return page.split("<main", 1)[1].split("</main>", 1)[0]


def found(browser: Client, asked: str) -> list[str]:
    return named(browser.get("/people/", {"q": asked}).content.decode())


@pytest.fixture
def siobhan(cast: Cast) -> Person:
    return join(cast.organisation, "Siobhán Ní Bhriain-O’Hara", unit=cast.team)


@pytest.mark.parametrize(
    "asked",
    ["siobhan", "SIOBHÁN", "ni bhri", "bhriain siob", "ohara", "O'Hara", "  siob  ", "Siobhán Ní Bhriain-O’Hara"],
)
def test_a_person_is_found_by_the_start_of_any_name_without_accents_and_capitals(
    asked: str, siobhan: Person, cast: Cast, as_person: Browse
) -> None:
    assert found(as_person(cast.ben), asked) == [siobhan.full_name]


@pytest.mark.parametrize("asked", ["iobhan", "siobhan smith", "%", "_iobhan", "siobhan\x00x", "zz"])
def test_a_name_that_nobody_has_finds_nobody(asked: str, siobhan: Person, cast: Cast, as_person: Browse) -> None:
    assert siobhan.full_name not in found(as_person(cast.ben), asked)


def test_a_search_without_result_says_what_to_try(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/people/", {"q": "nobody-of-this-name"}).content.decode()
    assert "Nobody found" in page
    assert "Accents and capitals do not matter" in page


def test_the_name_one_goes_by_stands_in_place_of_the_record_s(cast: Cast, as_person: Browse) -> None:
    services.say_about_self(by=cast.ben, said={"called": "Bea Okafor"})
    browser = as_person(cast.carmen)
    assert found(browser, "bea") == ["Bea Okafor"]
    assert found(browser, "ben") == ["Bea Okafor"]
    for page in (browser.get(f"/people/{cast.ben.uuid}/"), browser.get("/people/"), browser.get("/people/?q=ben")):
        assert "Ben" not in main_part(page.content.decode()).replace('value="ben"', "")


def test_the_record_s_name_finds_nobody_who_does_not_want_it_to(cast: Cast, as_person: Browse) -> None:
    services.say_about_self(by=cast.ben, said={"called": "Bea Okafor", "is_found_by_full_name": False})
    assert found(as_person(cast.carmen), "ben") == []
    assert found(as_person(cast.carmen), "bea okafor") == ["Bea Okafor"]


def test_units_are_found_beside_people(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/people/", {"q": "MAP"}).content.decode()
    assert f'href="/units/{cast.team.uuid}/"' in page
    assert named(page) == []


def test_the_directory_is_the_same_for_every_role(cast: Cast, as_person: Browse) -> None:
    pages = {
        main_part(as_person(person).get(address).content.decode())
        for who, person in cast.by_role().items()
        if person is not None and who != "other organisation"
        for address in ("/people/?q=a",)
    }
    assert len(pages) == 1


def test_nobody_sees_people_or_units_of_another_organisation(cast: Cast, as_person: Browse) -> None:
    stranger = as_person(cast.stranger)
    assert named(stranger.get("/people/").content.decode()) == ["Gus Stone"]
    assert found(stranger, "ben") == []
    for address in (f"/people/{cast.ben.uuid}/", f"/units/{cast.team.uuid}/"):
        assert stranger.get(address).status_code == 404
    # Nor can the place of somebody in another list be found out by starting a page after them.
    assert named(stranger.get("/people/", {"after": str(cast.ben.uuid)}).content.decode()) == ["Gus Stone"]


def test_somebody_who_has_no_sign_in_is_not_listed(cast: Cast, as_person: Browse) -> None:
    Person.objects.filter(pk=cast.carmen.pk).update(is_active=False)
    browser = as_person(cast.ben)
    assert "Carmen Ruiz" not in named(browser.get("/people/").content.decode())
    assert browser.get(f"/people/{cast.carmen.uuid}/").status_code == 404


def test_pages_follow_on_without_a_gap_even_among_people_of_one_name(cast: Cast, as_person: Browse) -> None:
    twins = [Person(organisation=cast.organisation, full_name="Ada King", email=f"ada{n}@x.example") for n in range(70)]
    Person.objects.bulk_create(twins)
    services.make_findable(people=Person.objects.filter(full_name="Ada King"))
    browser = as_person(cast.ben)
    address, hrefs = "/people/", []
    while address:
        page = browser.get(address).content.decode()
        hrefs.append(re.findall(r'<a class="name" href="([^"]*)"', page))
        onward = re.search(r'rel="next" href="([^"]*)"', page)
        address = "/people/" + onward[1] if onward else ""
    whole, rest = divmod(76, PEOPLE_ON_A_PAGE)
    assert [len(some) for some in hrefs] == [*[PEOPLE_ON_A_PAGE] * whole, rest]
    assert len({href for some in hrefs for href in some}) == 76


def test_a_page_address_that_names_nobody_starts_from_the_first(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    assert named(browser.get("/people/?after=nobody").content.decode())[0] == "Asha Rao"


def test_a_person_s_page_has_their_units_and_how_to_say_their_name(cast: Cast, as_person: Browse) -> None:
    services.say_about_self(by=cast.ben, said={"respelling": "ben oh-KAH-for", "ipa": "/bɛn oʊˈkɑːfɔː/"})
    page = main_part(as_person(cast.dara).get(f"/people/{cast.ben.uuid}/").content.decode())
    for words in ("Ben Okafor", "ben oh-KAH-for", "/bɛn oʊˈkɑːfɔː/", "Birch &amp; Co", "Maps"):
        assert words in page


def test_a_person_s_page_tells_nothing_of_sign_in_and_use(cast: Cast, as_person: Browse) -> None:
    services.say_about_self(by=cast.ben, said={"time_zone": "Asia/Tokyo", "language": "fr", "asks_a_month": 0})
    for role, viewer in cast.by_role().items():
        if viewer is None or role == "other organisation":
            continue
        page = as_person(viewer).get(f"/people/{cast.ben.uuid}/").content.decode()
        assert cast.ben.email not in page
        assert "Tokyo" not in page


def test_a_unit_s_page_has_its_way_up_its_parts_and_its_people(cast: Cast, as_person: Browse) -> None:
    part = Unit.objects.create(organisation=cast.organisation, code="sea", name="Sea maps", parent=cast.team)
    services.make_findable(units=[part])
    page = as_person(cast.eli).get(f"/units/{cast.team.uuid}/").content.decode()
    assert "Birch &amp; Co" in page.split("<main")[0]
    assert "Sea maps" in page
    assert named(page) == ["Asha Rao", "Ben Okafor", "Carmen Ruiz"]


def test_an_empty_unit_says_so(cast: Cast, as_person: Browse) -> None:
    part = Unit.objects.create(organisation=cast.organisation, code="sea", name="Sea maps", parent=cast.team)
    browser = as_person(cast.eli)
    assert "The directory has everyone" in browser.get(f"/units/{part.uuid}/").content.decode()
    Person.objects.filter(unit=cast.team).update(unit=part)
    page = browser.get(f"/units/{cast.team.uuid}/").content.decode()
    assert "Nobody is listed in this unit itself." in page
    assert "Sea maps" in page


@pytest.mark.parametrize("address", ["/people/", "/people/?q=a+o", "/people/{ben}/", "/units/{team}/", "/you/"])
def test_pages_about_people_ask_the_database_little(
    address: str, cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(40):
        member = join(cast.organisation, f"Aoife{n} Oh", unit=cast.team)
        Recording.objects.create(person=member, kind="audio/wav", file=ContentFile(b"", name="x"))
    Unit.objects.bulk_create(
        Unit(organisation=cast.organisation, code=f"{n}", name=f"{n}", parent=cast.team) for n in range(20)
    )
    browser = as_person(cast.asha)
    filled = address.format(ben=cast.ben.uuid, team=cast.team.uuid)
    # The page of a person asks whether one can say now what they did.
    asked = {"/people/{ben}/": 7, "/units/{team}/": 7, "/you/": 4}.get(address, 5)
    with django_assert_num_queries(asked):
        assert browser.get(filled).status_code == 200
