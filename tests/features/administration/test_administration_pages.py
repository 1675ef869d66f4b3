"""The pages for administrators: roles, units, what was done, whose law applies."""

from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.access import Role
from alongside.access.audit import audit
from alongside.access.models import AuditEvent
from alongside.people.models import Jurisdiction, Organisation, Person
from organisation import NOW, Cast, join

Browse = Callable[[Person | None], Client]


@pytest.fixture
def eli(cast: Cast, as_person: Browse) -> Client:
    return as_person(cast.eli)


def roles_of(person: Person) -> set[Role]:
    return set(Person.objects.with_page_needs().get(pk=person.pk).roles) - {Role.MEMBER}


def change(browser: Client, person: Person, act: str, role: Role) -> str:
    answer = browser.post(f"/administration/people/{person.uuid}/", {"act": act, "role": role}, follow=True)
    return answer.content.decode()


def test_a_role_is_given_and_taken_and_both_are_on_record(eli: Client, cast: Cast) -> None:
    change(eli, cast.ben, "give", Role.COACH)
    change(eli, cast.ben, "give", Role.COACH)
    assert roles_of(cast.ben) == {Role.COACH}
    change(eli, cast.ben, "take", Role.COACH)
    assert roles_of(cast.ben) == set()
    told = list(AuditEvent.objects.order_by("at").values_list("act", "actor", "subject"))
    assert told == [(act, cast.eli.uuid, str(cast.ben.uuid)) for act in ("role.given", "role.taken")]


def test_the_last_administrator_stays_one(eli: Client, cast: Cast) -> None:
    assert "This is the last administrator" in change(eli, cast.eli, "take", Role.ADMINISTRATOR)
    assert roles_of(cast.eli) == {Role.ADMINISTRATOR}
    change(eli, cast.dara, "give", Role.ADMINISTRATOR)
    change(eli, cast.eli, "take", Role.ADMINISTRATOR)
    assert roles_of(cast.eli) == set()
    assert eli.get("/administration/people/").status_code == 404


def test_an_administrator_who_has_left_does_not_count(eli: Client, cast: Cast) -> None:
    change(eli, cast.dara, "give", Role.ADMINISTRATOR)
    Person.objects.filter(pk=cast.dara.pk).update(is_active=False)
    change(eli, cast.eli, "take", Role.ADMINISTRATOR)
    assert roles_of(cast.eli) == {Role.ADMINISTRATOR}
    assert "has left" in change(eli, cast.dara, "give", Role.COACH)


@pytest.mark.parametrize("told", [{"act": "give", "role": "emperor"}, {"act": "drop", "role": "coach"}, {}])
def test_what_is_not_a_role_or_an_act_changes_nothing(eli: Client, cast: Cast, told: dict[str, str]) -> None:
    eli.post(f"/administration/people/{cast.ben.uuid}/", told)
    assert roles_of(cast.ben) == set()


def test_people_of_another_organisation_are_not_there(eli: Client, cast: Cast) -> None:
    assert eli.get(f"/administration/people/{cast.stranger.uuid}/").status_code == 404
    assert eli.post(f"/administration/people/{cast.stranger.uuid}/", {"act": "take"}).status_code == 404
    assert "Gus Stone" not in eli.get("/administration/people/").content.decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [("q=asha", {"Asha Rao"}), ("q=ben@", {"Ben Okafor"}), ("role=coach", {"Farah Aziz"}), ("q=zz", set())],
)
def test_people_are_found_by_name_address_and_role(eli: Client, asked: str, found: set[str]) -> None:
    page = eli.get(f"/administration/people/?{asked}").content.decode()
    assert {name for name in ("Asha Rao", "Ben Okafor", "Farah Aziz", "Dara Lim") if name in page} == found


def test_somebody_is_added_and_is_left_to_speak_for_themself(eli: Client, cast: Cast) -> None:
    told = {"full_name": "Hana Sato", "email": "Hana@Birch.example", "unit": "maps"}
    eli.post("/administration/people/add/", told)
    hana = Person.objects.get(email="hana@birch.example")
    assert (hana.unit, hana.called, hana.has_usable_password()) == (cast.team, "", False)
    again = eli.post("/administration/people/add/", told)
    assert again.status_code == 422
    assert "has this address already" in again.content.decode()
    assert (
        "no unit with this code"
        in eli.post(
            "/administration/people/add/", told | {"email": "x@birch.example", "unit": "nowhere"}
        ).content.decode()
    )


def test_the_tree_of_units_is_walked_and_a_unit_renamed(eli: Client, cast: Cast) -> None:
    assert "Birch &amp; Co" in eli.get("/administration/units/").content.decode()
    top = cast.team.parent
    assert top is not None
    assert "Maps" in eli.get(f"/administration/units/{top.uuid}/").content.decode()
    eli.post(f"/administration/units/{cast.team.uuid}/", {"name": "Cartography"})
    cast.team.refresh_from_db()
    assert (cast.team.name, cast.team.sort_name) == ("Cartography", "cartography")
    assert AuditEvent.objects.get().act == "unit.renamed"


def test_what_was_done_is_told_with_names(eli: Client, cast: Cast) -> None:
    change(eli, cast.ben, "give", Role.COACH)
    audit(cast.organisation, "organisation.founded", by=None, now=NOW, subject="Birch")
    audit(cast.stranger.organisation, "jurisdiction.chosen", by=cast.stranger, now=NOW, subject="secret of others")
    page = eli.get("/administration/audit/").content.decode()
    for words in ("Eli Novak", "gave a role", "Ben Okafor", "Whoever runs the server"):
        assert words in page
    assert "secret of others" not in page


def test_everyone_may_read_whose_law_applies_and_why(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/jurisdiction/").content.decode()
    assert "United Kingdom" in page
    assert "Equality Act 2010" in page
    assert "Choose another" not in page
    assert "Choose another" in as_person(cast.eli).get("/jurisdiction/").content.decode()


def test_only_an_administrator_chooses_whose_law_applies_and_it_is_on_record(cast: Cast, as_person: Browse) -> None:
    for who in (cast.ben, cast.asha, cast.dara, cast.farah):
        assert as_person(who).post("/administration/jurisdiction/", {"jurisdiction": "us"}).status_code == 404
    as_person(cast.eli).post("/administration/jurisdiction/", {"jurisdiction": "us"})
    assert Organisation.objects.get(pk=cast.organisation.pk).jurisdiction == Jurisdiction.US
    assert Organisation.objects.get(pk=cast.stranger.organisation_id).jurisdiction == Jurisdiction.UK
    event = AuditEvent.objects.get()
    assert (event.act, event.actor, event.subject, event.detail) == (
        "jurisdiction.chosen",
        cast.eli.uuid,
        "us",
        {"before": "uk"},
    )


@pytest.mark.parametrize("told", ["", "mars"])
def test_whose_law_applies_is_never_nothing(eli: Client, cast: Cast, told: str) -> None:
    assert eli.post("/administration/jurisdiction/", {"jurisdiction": told}).status_code == 422
    assert Organisation.objects.get(pk=cast.organisation.pk).jurisdiction == Jurisdiction.UK


@pytest.mark.parametrize("address", ["people/", "units/", "audit/", ""])
def test_a_long_list_costs_no_more_queries_than_a_short_one(
    eli: Client, cast: Cast, address: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        person = join(cast.organisation, f"Kim{number} Lee", Role.COACH, unit=cast.team)
        audit(cast.organisation, "role.given", by=cast.eli, now=NOW, subject=str(person.uuid))
    with django_assert_max_num_queries(8):
        assert eli.get(f"/administration/{address}").status_code == 200
