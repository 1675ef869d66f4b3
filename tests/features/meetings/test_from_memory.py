"""The look-back from memory: four questions, one or two things to do, and nothing kept."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.test import Client

from alongside.meetings.memory import NAME, NOTHING, QUESTIONS, next_time
from alongside.meetings.services import KEPT_KINDS
from alongside.people.models import Person
from organisation import Cast

Browse = Callable[[Person | None], Client]
KINDS = [kind for question in QUESTIONS for kind, _ in question.answers[:-1]]


def test_there_are_four_questions_and_none_is_answered_beforehand(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/meetings/from-memory/").content.decode()
    assert page.count("<fieldset") == len(QUESTIONS) == 4
    assert " checked" not in page


def test_answers_become_acts_and_sentences(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).post("/meetings/from-memory/", {"floor": "cut_off", "work": "unseen_work"})
    assert "Bring back the sentence that was cut off" in page.content.decode()
    assert "Share out the unseen work" in page.content.decode()


def test_nothing_is_kept(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    before = {model: list(model._base_manager.values()) for model in apps.get_models()}
    browser.post("/meetings/from-memory/", dict(zip([question.code for question in QUESTIONS], KINDS, strict=False)))
    assert {model: list(model._base_manager.values()) for model in apps.get_models()} == before


@pytest.mark.parametrize("kind", KINDS)
def test_each_answer_has_an_act_with_words_to_say(kind: str) -> None:
    (act,) = next_time({kind})
    assert act.kind == kind
    assert any(NAME in str(words) for words in act.say)


def test_there_are_two_acts_at_most_and_one_at_least() -> None:
    assert len(next_time(KINDS)) == 2
    assert len(next_time(())) == 1


def test_no_name_is_asked_for(cast: Cast, as_person: Browse) -> None:
    page = as_person(cast.ben).get("/meetings/from-memory/").content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    assert 'type="text"' not in main
    assert "<textarea" not in main


def test_whatever_memory_tells_can_be_kept_for_today() -> None:
    assert {answer for question in QUESTIONS for answer, _words in question.answers} - {NOTHING} <= KEPT_KINDS
