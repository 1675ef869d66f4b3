"""Private notes and repair, as the server sees them."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import models
from django.test import Client

from alongside.people.models import Person
from alongside.reflection.models import Note, Notebook
from organisation import Cast

Browse = Callable[[Person | None], Client]
KEY = {"by_passphrase": "c2FsdA==.aXY=.a2V5", "by_recovery_code": "c2FsdA==.aXY=.a2V5"}
PARTS = ("impact", "happened", "apology", "change", "checks")


def with_key(browser: Client) -> Client:
    assert browser.post("/account/notes/key/", KEY).status_code == 200
    return browser


def test_a_note_is_kept_as_it_came_and_is_its_authors_alone(cast: Cast, as_person: Browse) -> None:
    browser = with_key(as_person(cast.ben))
    note = browser.post("/account/notes/keep/", {"sealed": "aXY=.bm90ZQ=="}).json()["uuid"]
    assert "aXY=.bm90ZQ==" in browser.get("/account/notes/").content.decode()
    assert "aXY=.bm90ZQ==" not in as_person(cast.asha).get("/account/notes/").content.decode()
    assert as_person(cast.asha).post(f"/account/notes/{note}/delete/").status_code == 404
    assert browser.post(f"/account/notes/{note}/delete/").status_code == 200
    assert not Note.objects.exists()


@pytest.mark.parametrize("sealed", ["", "plain words", "<script>", "a" * 24_001])
def test_what_no_browser_has_locked_is_not_kept(cast: Cast, as_person: Browse, sealed: str) -> None:
    assert with_key(as_person(cast.ben)).post("/account/notes/keep/", {"sealed": sealed}).status_code == 422
    assert not Note.objects.exists()


def test_there_is_no_note_without_a_key(cast: Cast, as_person: Browse) -> None:
    assert as_person(cast.ben).post("/account/notes/keep/", {"sealed": "aXY=.bm90ZQ=="}).status_code == 422


def test_whoever_has_lost_both_can_delete_all_and_begin_anew(cast: Cast, as_person: Browse) -> None:
    browser = with_key(as_person(cast.ben))
    browser.post("/account/notes/keep/", {"sealed": "aXY=.bm90ZQ=="})
    with_key(as_person(cast.asha))
    browser.post("/account/notes/forget/")
    assert not Note.objects.exists()
    assert Notebook.objects.get().person == cast.asha


def test_without_scripts_the_page_says_that_notes_are_off(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/account/notes/").content.decode()
    assert "Notes are off" in page.split("<noscript>")[1].split("</noscript>")[0]


def test_the_first_field_of_a_repair_is_the_impact_and_it_is_needed(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    page = browser.get("/account/repair/").content.decode()
    places = [page.index(f'name="{part}"') for part in PARTS]
    assert places == sorted(places)
    answer = browser.post("/account/repair/", {"apology": "I am sorry that I left you out."})
    assert answer.status_code == 422
    assert "Begin with what it did to the other person." in answer.content.decode()
    assert "I am sorry that I left you out." in answer.content.decode()


def test_a_draft_that_begins_with_what_one_meant_gets_a_hint(cast: Cast, as_person: Browse) -> None:
    said = {"impact": "I didn't mean to. You had to start anew."}
    page = as_person(cast.ben).post("/account/repair/", said).content.decode()
    assert "This begins with what you meant." in page
    assert "You had to start anew." in page


def test_a_draft_is_kept_in_no_table(cast: Cast, as_person: Browse) -> None:
    said = dict.fromkeys(PARTS, "yranac words")
    browser = as_person(cast.ben)
    assert "yranac" in browser.post("/account/repair/", said).content.decode()
    for model in apps.get_models():
        texts = [field.name for field in model._meta.fields if isinstance(field, models.CharField | models.TextField)]
        for row in model._default_manager.values_list(*texts) if texts else []:
            assert not any("yranac" in str(value) for value in row), model
