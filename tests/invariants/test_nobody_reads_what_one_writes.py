"""N1, X2: what somebody writes about themself is read by nobody else, on no page, as nobody."""

from collections.abc import Callable

import pytest
from django.db import models
from django.test import Client

from alongside.engines.practice import NEEDED
from alongside.people.models import Person
from alongside.people.own_data import WHOSE
from alongside.plans import services as plans
from alongside.practice import reminding
from alongside.practice.services import name_levers, offer_today
from alongside.reflection.models import Note, Notebook
from organisation import NOW, Cast
from routes import pages_for

Browse = Callable[[Person | None], Client]
CANARY = "yranac"
PRIVATE = ("plans.", "practice.", "learning.", "reflection.", "notify.")


def write_everything(person: Person) -> None:
    said = dict.fromkeys(NEEDED, CANARY) | {"changes": "rule", "cost_kind": "time"}
    plan = plans.write(by=person, said=said, now=NOW)
    plans.activate(plan=plan, by=person, now=NOW)
    plans.intend(plan=plan, kind="other", when=CANARY, then=CANARY)
    plans.answer_recheck(recheck=plan.rechecks.get(), answer="changed", artefact=CANARY)
    address = f"https://hooks.example/{CANARY}"
    chat = {"hour": 9, "by_mail": True, "chat": "slack", "chat_address": address}
    reminding.set_reminders(by=person, said=chat, now=NOW)
    reminding.open_calendar(by=person, now=NOW)
    offer_today(by=person, now=NOW)
    name_levers(by=person, codes=["agenda"])
    Notebook.objects.create(person=person, by_passphrase=CANARY, by_recovery_code=CANARY)
    Note.objects.create(person=person, sealed=CANARY)


@pytest.mark.parametrize("who", ["anonymous", "leader", "dei_lead", "administrator", "coach", "other organisation"])
def test_n1_what_one_writes_is_on_no_page_of_anybody_else(
    cast: Cast, as_person: Browse, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    write_everything(cast.ben)
    reader = cast.by_role()[who]
    pages = pages_for(cast, reader)
    assert len(pages) > 5 or reader is None
    for page in pages:
        assert CANARY not in as_person(reader).get(page).content.decode(errors="replace"), page


def test_n1_the_crawl_would_find_it(cast: Cast, as_person: Browse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    write_everything(cast.ben)
    found = {page for page in pages_for(cast, cast.ben) if CANARY in as_person(cast.ben).get(page).content.decode()}
    assert {"/account/plan/", "/account/plan/write/", "/account/notes/", "/today/reminders/"} <= found


def test_n1_every_private_table_leads_to_one_person_and_to_no_trait() -> None:
    tables = [name for name in WHOSE if name.startswith(PRIVATE)]
    assert len(tables) >= 9
    for name in tables:
        assert WHOSE[name].split("__")[-1] == "person"


def test_n1_nothing_private_can_be_ordered_into_a_score() -> None:
    """The only numbers beside a person: an hour, attempts to deliver, and how an item is remembered."""
    from django.apps import apps  # noqa: PLC0415 - once the apps are there

    allowed = {
        "practice.Reminder.hour",
        "notify.Delivery.attempts",
        "learning.Reading.stability",
        "learning.Reading.difficulty",
    }
    numbers = (models.IntegerField, models.FloatField, models.DecimalField)
    found = {
        f"{name}.{field.name}"
        for name in WHOSE
        if name.startswith(PRIVATE)
        for field in apps.get_model(name)._meta.fields
        if isinstance(field, numbers) and not field.primary_key
    }
    assert found <= allowed
