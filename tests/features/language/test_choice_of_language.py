"""A person reads Alongside in their language, on pages and in mails, and can change it from any page."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core import mail
from django.test import Client
from django.utils import translation

from alongside.engines import practice
from alongside.engines.practice import Catalogue, our_catalogue
from alongside.people.models import Person
from alongside.people.services import say_about_self
from alongside.practice.wording import is_translated, words_of
from looking_back import told
from organisation import Cast

Browse = Callable[[Person | None], Client]


@pytest.fixture
def french(cast: Cast) -> Person:
    """Ben, who reads French and is in Tokyo."""
    say_about_self(by=cast.ben, said={"language": "fr", "time_zone": "Asia/Tokyo"})
    return cast.ben


def test_today_is_in_french_for_whoever_reads_french(french: Person, as_person: Browse) -> None:
    page = as_person(french).get("/today/")
    text = page.content.decode()
    assert page.headers["Content-Language"] == "fr"
    assert '<html lang="fr" dir="ltr">' in text
    assert "<title>Aujourd’hui" in text
    assert re.search(r"(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d+ \w+", text)


def test_the_mail_about_a_look_back_is_in_french_and_in_the_persons_time(cast: Cast, french: Person) -> None:
    told(cast)
    texts = {sent.to[0]: sent for sent in mail.outbox}
    assert texts[french.email].subject == "Une personne souhaite revenir sur une réunion"
    assert "Bonjour Ben Okafor," in texts[french.email].body
    assert re.search(r"avant le \w+ 2[34] novembre, \d\d:\d\d \(Asia/Tokyo\)", str(texts[french.email].body))
    assert "Hello Carmen Ruiz," in texts[cast.carmen.email].body


def test_an_act_is_read_in_one_language_which_a_screen_reader_is_told(
    french: Person, as_person: Browse, monkeypatch: pytest.MonkeyPatch
) -> None:
    acts = {act.code: act for act in our_catalogue().acts}
    chosen = {act.area: act for act in acts.values()}["amplify"]
    in_part = replace(chosen, title="Say something new, which nobody has translated yet")
    browser, address, mark = as_person(french), f"/acts/{chosen.code}/", '<h1 lang="en" dir="ltr">'
    translated = browser.get(address).content.decode()
    monkeypatch.setattr(practice, "our_catalogue", lambda: Catalogue(tuple((acts | {chosen.code: in_part}).values())))
    still_english = browser.get(address).content.decode()
    assert mark not in translated
    assert mark + in_part.title in still_english
    # Where the idea is from is a title in English on both.
    assert translated.count('lang="en"') == 1
    assert still_english.count('lang="en"') >= len(words_of(in_part))


def test_on_an_english_page_no_act_is_marked(cast: Cast, as_person: Browse) -> None:
    assert 'lang="en"' not in as_person(cast.ben).get("/amplify/").content.decode()


def test_every_act_is_in_french(french: Person) -> None:
    with translation.override(french.language):
        assert [act.code for act in our_catalogue().acts if not is_translated(act)] == []


def test_the_menu_changes_the_language_of_whoever_is_signed_in(french: Person, as_person: Browse) -> None:
    browser = as_person(french)
    assert 'action="/language"' in browser.get("/today/").content.decode()
    answer = browser.post("/language", {"language": "en-gb", "next": "/today/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/today/")
    assert '<html lang="en-gb"' in as_person(Person.objects.get(pk=french.pk)).get("/today/").content.decode()


def test_a_visitor_chooses_a_language_for_this_browser(cast: Cast, as_person: Browse) -> None:
    browser = as_person(None)
    assert 'action="/language"' in browser.get("/").content.decode()
    browser.post("/language", {"language": "fr", "next": "/"})
    assert "Se connecter" in browser.get("/account/login/").content.decode()
    assert not Person.objects.filter(language="fr").exists()
    assert cast.ben.language == ""


@pytest.mark.parametrize("language", ["de", "xx", "", "../../etc"])
def test_a_language_that_is_not_there_changes_nothing(language: str, french: Person, as_person: Browse) -> None:
    as_person(french).post("/language", {"language": language})
    assert Person.objects.get(pk=french.pk).language == "fr"


def test_the_way_back_stays_on_this_site(french: Person, as_person: Browse) -> None:
    answer = as_person(french).post("/language", {"language": "fr", "next": "https://elsewhere.example/"})
    assert answer.headers["Location"] == "/"
