"""X2: nobody, whatever their role, reads another person's use of the product or what that person keeps to themself.

Nor how a person was recognised by colleagues.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from alongside.people import services
from alongside.people.models import Person
from alongside.recognition.models import Recognition
from organisation import Cast
from routes import ROUTES

Browse = Callable[[Person | None], Client]

# Pages that end a sign-in, or answer differently each time by design: with a new secret, code or key.
_NOT_CRAWLED = {"account_logout", "mfa_activate_totp", "mfa_add_webauthn"}
_USE = re.compile(r"last_?(login|seen|active|visit)|login_?(count|at)|(visit|view|click|open|use)s?_count|signed_in_at")

# The zone is one that the list on everybody's own page does not have.
PRIVATE = {
    "time_zone": "Etc/GMT+11",
    "language": "fr",
    "working_days": "0000001",
    "asks_a_month": 0,
    "pronoun_answer": "given",
    "pronouns": "canary/canaries",
    "pronoun_audience": "nobody",
}
CANARIES = (b"Etc/GMT+11", b"canary/canaries", b"0000001")


def everything_others_get(cast: Cast, as_person: Browse) -> dict[tuple[str, str], bytes]:
    """Each page that can be opened with what belongs to Ben in its address, as each role that is not Ben."""
    return {
        (who, address): as_it_came(browser.get(address))
        for who, person in {**cast.by_role(), "member": cast.carmen}.items()
        for browser in [as_person(person)]
        for address in addresses(cast)
    }


def addresses(cast: Cast) -> list[str]:
    fillings = [
        {"uuid": str(cast.ben.uuid), "int": str(cast.ben.pk), "str": str(cast.ben.uuid)},
        {"uuid": str(cast.team.uuid), "int": str(cast.team.pk)},
    ]
    crawled = [route for route in ROUTES if route.name not in _NOT_CRAWLED]
    return list(dict.fromkeys(route.filled(filling) for route in crawled for filling in fillings))


def as_it_came(answer: Any) -> bytes:
    """An answer without what differs each time by design: tokens, and the time of day."""
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = {name: answer.headers.get(name) for name in ("Content-Type", "Location", "Content-Length")}
    came: bytes = re.sub(rb'(csrfmiddlewaretoken" value=")\w+', rb"\1", body)
    return re.sub(rb"\d{4}-\d\d-\d\d[T ][\d:.]+", b"(time)", came) + repr((answer.status_code, headers)).encode()


def test_what_a_person_keeps_to_themself_changes_no_byte_of_what_others_get(cast: Cast, as_person: Browse) -> None:
    before = everything_others_get(cast, as_person)
    assert len(before) > 100
    services.say_about_self(by=cast.ben, said=PRIVATE)
    Recognition.objects.create(person=cast.ben, first_date=dt.date(2026, 7, 1), band="20_or_more", kinds=["idea"])
    kept_to_self = everything_others_get(cast, as_person)
    assert not [place for place in before if before[place] != kept_to_self[place]]
    assert not [place for place, page in kept_to_self.items() if any(canary in page for canary in CANARIES)]

    services.say_about_self(by=cast.ben, said={"pronoun_audience": "all"})
    shared = everything_others_get(cast, as_person)
    seen_by = {who for who, address in before if before[who, address] != shared[who, address]}
    assert seen_by == {"member", "leader", "dei_lead", "administrator", "coach"}, "the crawl would see what is shared"


def test_ben_s_own_page_has_what_the_crawl_looks_for(cast: Cast, as_person: Browse) -> None:
    services.say_about_self(by=cast.ben, said=PRIVATE)
    Recognition.objects.create(person=cast.ben, first_date=dt.date(2026, 7, 1), band="20_or_more", kinds=["idea"])
    told = as_person(cast.ben).get("/you/data.json").content
    assert all(canary in told for canary in (*CANARIES, b"20_or_more"))


def test_no_table_of_ours_keeps_when_or_how_often_somebody_was_here() -> None:
    kept = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("alongside.")
        for field in model._meta.concrete_fields
        if _USE.search(field.name)
    ]
    assert not kept


@pytest.mark.parametrize("name", ["last_login", "last_seen_at", "login_count", "visits_count", "signed_in_at"])
def test_a_record_of_use_would_be_seen(name: str) -> None:
    assert _USE.search(name)


def test_signing_in_writes_nothing_to_the_person(cast: Cast) -> None:
    cast.ben.set_password("a long one, for tests")
    cast.ben.save(update_fields=["password"])
    before = Person.objects.values().get(pk=cast.ben.pk)
    Client().post("/account/login/", {"login": cast.ben.email, "password": "a long one, for tests"})
    assert Person.objects.values().get(pk=cast.ben.pk) == before
