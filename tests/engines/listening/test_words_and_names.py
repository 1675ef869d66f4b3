"""Whose words are shown with which unit, which words of a question could be a name, and by what nobody is divided."""

from collections.abc import Mapping

import pytest

from alongside.engines.listening import WRITERS, could_be_names, share_out, traits_in

CARE, NIGHT = ("care",), ("care", "night")


def written(**units: int) -> list[tuple[tuple[str, ...], str]]:
    ways = {"care": CARE, "night": NIGHT, "whole": ()}
    return [(ways[unit], f"{unit} {number:02}") for unit, many in units.items() for number in range(many)]


def sizes(placed: Mapping[tuple[str, ...], tuple[str, ...]]) -> dict[tuple[str, ...], int]:
    return {unit: len(texts) for unit, texts in placed.items()}


def test_words_stand_with_the_smallest_unit_in_which_ten_wrote() -> None:
    assert sizes(share_out(written(night=WRITERS, care=WRITERS), {CARE, NIGHT, ()})) == {NIGHT: 10, CARE: 10}


def test_with_nine_writers_words_go_up_and_are_dropped_at_the_top() -> None:
    assert sizes(share_out(written(night=9, care=1), {CARE, NIGHT, ()})) == {CARE: 10}
    assert not share_out(written(night=9), {CARE, NIGHT, ()})


def test_what_is_left_over_is_not_shown_if_it_is_from_few() -> None:
    """Else whoever reads the unit and the unit above knows what the one writer outside wrote."""
    assert sizes(share_out(written(night=10, care=1), {CARE, NIGHT, ()})) == {NIGHT: 10}


def test_no_words_stand_with_a_unit_that_has_no_figures() -> None:
    assert sizes(share_out(written(night=10), {CARE, ()})) == {CARE: 10}
    assert not share_out(written(night=10), set())


def test_the_order_says_nothing_of_who_came_first() -> None:
    texts = written(night=WRITERS)
    assert share_out(texts, {NIGHT}) == share_out(list(reversed(texts)), {NIGHT})


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Does Asha listen?", "Asha"),
        ("asha listens to us", "asha"),
        ("I trust Siobhán O'Brien.", "O'Brien"),
        ("Will Smith listens.", "Will"),
        ("I can rely on Grace.", "Grace"),
        ("Asha's team is fair.", "Asha"),
        ("张秀兰 listens", "张秀兰"),
    ],
)
def test_a_name_is_among_the_words_to_look_up(text: str, name: str) -> None:
    assert name in could_be_names(text)


@pytest.mark.parametrize("text", ["Will things change here?", "I can hope for a fair chance.", "We may say no."])
def test_words_that_questions_are_made_of_are_not(text: str) -> None:
    assert not {word.casefold() for word in could_be_names(text)} & {"will", "can", "hope", "chance", "may"}


@pytest.mark.parametrize("cut", ["Gender", "Age group", "Nationality", "Has a disability", "Religion or belief"])
def test_a_trait_is_seen(cut: str) -> None:
    assert traits_in(cut)


@pytest.mark.parametrize("cut", ["Time here", "Site", "Kind of work", "Shift", "Level of pay band"])
def test_what_people_do_is_no_trait(cut: str) -> None:
    assert not traits_in(cut)
