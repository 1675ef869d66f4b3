"""What a project decides changes what is shown, and nothing else."""

import pytest

from alongside.engines.writing._decisions import decided
from alongside.engines.writing._finding import Finding
from alongside.engines.writing._rules import Allowed, Rules

TEXT = "The master data, the Master-Data and another master."


def master(start: int) -> Finding:
    return Finding(
        start, start + 6, TEXT[start : start + 6], "technology.master", "technology", "term", "avoid", "Why."
    )


FOUND = [master(TEXT.rindex("master")), master(TEXT.index("Master")), master(TEXT.index("master"))]


def starts(rules: Rules) -> list[int]:
    return [one.start for one in decided(FOUND, TEXT, rules)]


def test_findings_come_in_the_order_of_the_text() -> None:
    assert starts(Rules()) == [4, 21, 45]


@pytest.mark.parametrize("what", ["technology", "technology.master", "master", "masters"[:-1].upper()])
def test_a_rule_a_category_or_a_word_is_left_as_it_is_where_that_is_allowed(what: str) -> None:
    assert not starts(Rules(allowed=(Allowed(what, "Old names."),)))


def test_allowed_words_free_only_the_places_that_they_hold() -> None:
    assert starts(Rules(allowed=(Allowed("master data", "A term of trade."),))) == [45]


def test_a_word_is_allowed_inside_the_words_that_were_marked_with_it() -> None:
    text = "Hey guys"
    found = [Finding(0, 8, text, "gender.guys", "gender", "term", "avoid", "Why.")]
    assert not decided(found, text, Rules(allowed=(Allowed("guys", "Our band."),)))
    assert decided(found, text, Rules(allowed=(Allowed("guy ropes", "For tents."),)))


def test_a_part_of_a_word_is_not_allowed_with_it() -> None:
    assert starts(Rules(allowed=(Allowed("mast", "A ship has one."),))) == [4, 21, 45]


def test_a_rule_that_is_off_is_not_shown() -> None:
    assert not starts(Rules(off=frozenset({"technology"})))


def test_only_what_is_named_is_shown_if_anything_is() -> None:
    assert starts(Rules(only=frozenset({"gender"}))) == []
    assert len(starts(Rules(only=frozenset({"Master"})))) == 3


def test_the_strength_of_a_rule_goes_before_that_of_its_category() -> None:
    rules = Rules(strengths=(("technology", "context"), ("technology.master", "consider")))
    assert {one.strength for one in decided(FOUND, TEXT, rules)} == {"consider"}
