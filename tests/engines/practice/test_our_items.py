"""The items that we wrote: enough of them, for everybody, with sources, and in the tone of the acts."""

import re

import pytest
from test_our_acts import BOAST, GUILT, SAVIOUR

from alongside.engines import practice
from alongside.engines.writing import reading_age

ITEMS = practice.our_library().items
_HARDEST_AGE = 12


def texts(item: practice.Item) -> str:
    return " ".join([item.title, *item.text, item.question, item.answer])


def test_there_are_sixty_items_over_all_starter_actions() -> None:
    assert len(ITEMS) >= 60
    starter_actions = {action for actions in practice.STARTER_ACTIONS.values() for action in actions}
    for action in starter_actions:
        assert sum(item.starter_action == action for item in ITEMS) >= 3, action


@pytest.mark.parametrize("role", practice.ROLES)
def test_every_role_of_a_day_has_something_new_for_a_week(role: str) -> None:
    assert sum(role in item.roles for item in ITEMS) >= 5


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_an_item_names_a_source_with_a_year_and_asks_for_nothing_that_it_did_not_say(item: practice.Item) -> None:
    assert any(re.search(r"\b(19|20)\d\d\b", source) or "GOV.UK" in source for source in item.sources)
    assert item.question.endswith(".") or item.question.endswith("?")
    assert item.act in practice.our_catalogue().by_code


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_an_item_neither_rescues_shames_boasts_nor_speaks_in_jargon(item: practice.Item) -> None:
    for pattern in (SAVIOUR, GUILT, BOAST):
        found = re.search(pattern, texts(item), re.IGNORECASE)
        assert not found, found


@pytest.mark.parametrize("area", practice.AREAS)
def test_items_can_be_read_by_a_child_of_twelve(area: str) -> None:
    whole = "\n\n".join(part for item in ITEMS if item.area == area for part in item.text)
    age = reading_age(whole)
    assert age is not None
    assert age.age <= _HARDEST_AGE
