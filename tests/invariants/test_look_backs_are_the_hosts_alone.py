"""A look-back is for its host: no role above them sees it (X2), and there is no history and no comparison."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client

from alongside.access import Role
from alongside.meetings import models, services
from alongside.meetings.models import Attendee, MeetingLookBack
from alongside.people.models import Person
from looking_back import CANARY, HOUR, OPENS, Clock, tended, transcript
from organisation import NOW, Cast, join
from routes import ROUTES

Browse = Callable[[Person | None], Client]
TITLE = "Narwhal budget round"


@pytest.fixture
def bens(cast: Cast) -> MeetingLookBack:
    """The look-back of Ben, who is in Asha's team. Asha, Dara, Eli and Farah were not there."""
    others = [join(cast.organisation, name, unit=cast.team) for name in ("Hana Sato", "Ines Lopes", "Jonas Berg")]
    look_back = services.start_look_back(
        by=cast.ben,
        title=TITLE,
        meeting_date=NOW.date(),
        notice_hours=4,
        colleagues=[*others, cast.carmen],
        guests=[],
        now=NOW,
    )
    tended(look_back, NOW)
    services.hand_in(look_back=tended(look_back, NOW), text=transcript(), by=cast.ben, now=NOW + HOUR)
    return tended(look_back, OPENS)


def test_no_page_shows_a_look_back_to_anybody_but_its_host(
    cast: Cast, bens: MeetingLookBack, as_person: Browse, at: Clock
) -> None:
    at(OPENS)
    assert CANARY in as_person(cast.ben).get(f"/meetings/{bens.uuid}/").content.decode(), "there is something to see"
    shapes = {"uuid": str(bens.uuid), "int": str(bens.pk), "str": bens.link, "slug": "amplify"}
    for role, person in cast.by_role().items():
        if person == cast.ben:
            continue
        browser = as_person(person)
        for route in ROUTES:
            for method in ("GET", "POST"):
                page = browser.generic(method, route.filled(shapes)).content.decode(errors="replace")
                assert TITLE not in page, f"{method} {route} as {role}"
                assert CANARY not in page, f"{method} {route} as {role}"
                if route.name == "account_logout":
                    browser = as_person(person)
    bens.refresh_from_db()
    assert bens.holds == "result"


def test_somebody_who_was_told_sees_that_and_no_more(
    cast: Cast, bens: MeetingLookBack, as_person: Browse, at: Clock
) -> None:
    at(OPENS)
    browser = as_person(cast.carmen)
    assert TITLE in browser.get("/meetings/told/").content.decode()
    assert browser.get(f"/meetings/{bens.uuid}/").status_code == 404
    assert browser.post(f"/meetings/{bens.uuid}/stop/").status_code == 404


def test_no_role_is_named_where_look_backs_are_found() -> None:
    for role in Role:
        if role not in {Role.ANONYMOUS, Role.MEMBER}:
            assert role.name not in Path(models.__file__).read_text(encoding="utf-8")


def test_nothing_that_stays_points_to_a_look_back() -> None:
    """Whoever was told goes with it; no other table knows that it was there."""
    pointing = {
        model
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model is MeetingLookBack
    }
    assert pointing == {Attendee}


def test_the_addresses_of_look_backs_are_those_of_one_at_a_time() -> None:
    """A new page on meetings has to be thought about: none may show several meetings, or one person over time."""
    assert {route.name for route in ROUTES if route.pattern.startswith("meetings/")} == {
        "meetings",
        "meetings_told",
        "meeting",
        "meeting_from_memory",
        "meeting_hand_in",
        "meeting_keep",
        "meeting_object",
        "meeting_stop",
        "meeting_tell",
    }


def test_nothing_is_counted_over_look_backs() -> None:
    folder = Path(models.__file__).parent
    calls = {
        node.func.attr
        for module in folder.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert calls
    assert not calls & {"aggregate", "annotate", "dates", "datetimes", "earliest", "latest"}


def test_a_row_knows_nothing_of_how_people_spoke() -> None:
    known = {field.name for model in (MeetingLookBack, Attendee) for field in model._meta.fields}
    assert known == {
        *("id", "uuid", "host", "title", "meeting_date", "notice_hours", "link", "created_at", "notice_from"),
        *("opens_at", "deletes_at", "is_closed", "handed_in_at", "host_told_at", "holds", "sealed_name", "sealed_key"),
        *("claimed_at", "look_back", "person", "guest_email", "told_at"),
    }
