"""No page says anything that a translator cannot reach."""

from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client

from alongside.administration.imports.reading import ENCODINGS
from alongside.people.models import Person
from looking_back import told
from organisation import Cast
from pseudo_language import bare_words, bare_words_of_page
from routes import pages_for

pytestmark = pytest.mark.usefixtures("pseudo_language")

Browse = Callable[[Person | None], Client]
# The product's own name and those of others, the codes of the units of the cast, and the names of encodings.
_ALLOWED = {"Alongside", "Slack", "Teams", "all", "maps", *bare_words(" ".join(ENCODINGS))}


def _names(cast: Cast) -> list[str]:
    people = [cast.carmen, *(person for person in cast.by_role().values() if person)]
    words = ["Birch & Co", "Maps", "Planning the summer fair"]
    return words + [text for person in people for text in (person.full_name, person.email)]


def _say_no_bare_word(browser: Client, addresses: list[str], cast: Cast) -> None:
    found = {}
    for address in addresses:
        page = browser.get(address)
        assert b'<html lang="ar" dir="rtl">' in page.content
        found[address] = bare_words_of_page(page.content, _names(cast)) - _ALLOWED
    assert not {address: words for address, words in found.items() if words}


@pytest.mark.parametrize("who", ["anonymous", "member", "administrator"])
def test_every_page_says_only_what_can_be_translated(who: str, cast: Cast, as_person: Browse) -> None:
    person = cast.by_role()[who]
    _say_no_bare_word(as_person(person), pages_for(cast, person), cast)


def test_the_pages_of_a_look_back_say_only_what_can_be_translated(cast: Cast, as_person: Browse) -> None:
    look_back = told(cast)
    browser = as_person(cast.asha)
    _say_no_bare_word(browser, ["/meetings/", f"/meetings/{look_back.uuid}/"], cast)


def test_a_page_that_is_not_there_says_only_what_can_be_translated(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/nowhere")
    assert not bare_words_of_page(page.content, _names(cast)) - _ALLOWED


def test_what_is_wrong_in_a_form_is_said_in_words_that_can_be_translated(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    for section in ("pronouns", "time", "asks"):
        page = browser.post(f"/you/{section}", {"pronoun_answer": "given", "time_zone": "Mars/Olympus"})
        assert page.status_code == 422
        assert not bare_words_of_page(page.content, _names(cast)) - _ALLOWED


def test_the_mails_of_a_look_back_say_only_what_can_be_translated(cast: Cast) -> None:
    look_back = told(cast)
    assert mail.outbox
    for sent in mail.outbox:
        text = sent.body.replace(look_back.link, "").replace("http://127.0.0.1:8000/meetings/", "")
        assert not bare_words(f"{sent.subject} {text}") - _ALLOWED - {"object"}
