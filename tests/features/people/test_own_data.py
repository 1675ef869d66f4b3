"""Show me the data: all that is kept about a person, for that person, and for nobody else."""

import json
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client

from alongside.access import Role
from alongside.people import own_data, services
from alongside.people.models import Grant, Person
from organisation import Cast

Browse = Callable[[Person | None], Client]
PASSWORD = "a long one, for tests"  # noqa: S105 - invented


@pytest.fixture
def ben_signed_in(cast: Cast) -> Client:
    cast.ben.set_password(PASSWORD)
    cast.ben.save(update_fields=["password"])
    Grant.objects.create(person=cast.ben, role=Role.COACH)
    services.say_about_self(by=cast.ben, said={"called": "Bea", "time_zone": "Asia/Tokyo", "asks_a_month": 0})
    services.keep_recording(by=cast.ben, sound=b"OggS" * 3)
    browser = Client()
    browser.post("/account/login/", {"login": cast.ben.email, "password": PASSWORD})
    return browser


def test_a_person_reads_every_field_that_is_kept_about_them(cast: Cast, ben_signed_in: Client) -> None:
    page = ben_signed_in.get("/you/data").content.decode()
    for words in ("Ben Okafor", cast.ben.email, "Asia/Tokyo", "Bea", "coach", "audio/ogg", "127.0.0.1"):
        assert words in page, words
    answer = ben_signed_in.get("/you/data.json")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="alongside-about-me.json"'
    about = json.loads(answer.content)
    told = set(about["people.Person"][0])
    assert told == {field.name for field in Person._meta.concrete_fields} - {"sort_name"}
    assert about["people.Person"][0]["asks_a_month"] == 0
    assert about["people.Grant"][0]["role"] == "coach"
    assert "usersessions.UserSession" in about


def test_what_would_let_somebody_sign_in_is_named_and_not_shown(cast: Cast, ben_signed_in: Client) -> None:
    answer = ben_signed_in.get("/you/data.json").content.decode()
    assert Person.objects.get(pk=cast.ben.pk).password not in answer
    assert str(ben_signed_in.session.session_key) not in answer
    assert json.loads(answer)["people.Person"][0]["password"] == own_data.HIDDEN


def test_nobody_finds_anything_of_anybody_else_in_theirs(cast: Cast, ben_signed_in: Client, as_person: Browse) -> None:
    ben_signed_in.get("/you/data")
    for other in (cast.asha, cast.eli, cast.stranger):
        told = as_person(other).get("/you/data.json").content.decode()
        assert cast.ben.email not in told
        assert "Okafor" not in told
        assert other.email in told


def tables_about_people() -> list[type[Model]]:
    """Each table from which foreign keys lead, over however many tables, to a person."""
    about: set[type[Model]] = {Person}
    while True:
        found = {
            model
            for model in apps.get_models()
            for field in model._meta.concrete_fields
            if field.is_relation and field.related_model in about
        }
        if found <= about:
            return sorted(about - {Person}, key=lambda model: model._meta.label)
        about |= found


@pytest.mark.parametrize("model", tables_about_people(), ids=lambda model: model._meta.label)
def test_every_table_about_people_says_whose_its_rows_are(model: type[Model]) -> None:
    label = model._meta.label
    assert label in own_data.WHOSE, (
        f"Say in alongside/people/own_data.py, WHOSE, whose the rows of {label} are: the way from a row to the person "
        'who may read all of it, such as "plan__owner", or "" with a comment that says why nobody may.'
    )


@pytest.mark.parametrize(("label", "way"), own_data.WHOSE.items())
def test_the_ways_that_are_written_down_lead_to_people(label: str, way: str) -> None:
    at = apps.get_model(label)
    for step in way.split("__") if way else ():
        related = at._meta.get_field(step).related_model
        assert isinstance(related, type)
        at = related
    assert at is Person or not way


def test_what_is_withheld_is_there_to_be_withheld() -> None:
    for name in own_data.NOT_SHOWN:
        app, model, field = name.split(".")
        assert apps.get_model(app, model)._meta.get_field(field)
