"""What is kept of one answer: what was asked, answered as it can be, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.listening import MOST_WORDS, Cleaned, Question, read_answer

HEARD = Question("heard", "being_heard", "I can finish.", "how_often", frozenset({4, 5}))
JOKES = Question("jokes", "affirmation", "I hear jokes.", "how_often", frozenset({1, 2}))
CUTS = {"Time here": ("under a year", "longer")}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def read(answers: object, *, takes_words: bool = False) -> Cleaned:
    return read_answer(
        {"answers": answers},
        questions=[HEARD, JOKES],
        themes=("credit", "pay"),
        cuts=CUTS,
        takes_words=takes_words,
    )


def test_the_good_end_counts_as_one_and_all_else_as_none() -> None:
    for point, good in ((1, 0), (3, 0), (4, 1), (5, 1)):
        assert read({"heard": point}).said == {"heard": good}
    assert read({"jokes": "2", "heard": "3"}).said == {"heard": 0, "jokes": 1}


def test_a_theme_that_was_seen_and_not_ticked_counts_as_none() -> None:
    assert read({"themes": ["pay"]}).said == {"theme:credit": 0, "theme:pay": 1}
    assert read({"themes": []}).said == {"theme:credit": 0, "theme:pay": 0}
    assert read({}).said == {}


@pytest.mark.parametrize("bad", [0, 6, "6", "4 ", True, 4.0, None, [4], {"4": 4}, "often", "٤"])
def test_a_value_that_cannot_be_chosen_counts_as_left_out(bad: object) -> None:
    assert read({"heard": bad}).said == {}


def test_what_was_not_asked_is_dropped() -> None:
    kept = read({"heard": 5, "name": "Asha", "cut.1": "longer", "cut.2": "x", "theme:credit": 1, "k": 1})
    assert kept.said == {"heard": 1}
    assert kept.values == {"Time here": "longer"}


def test_words_are_kept_only_where_they_were_asked_for_and_are_short_enough() -> None:
    assert not read({"words": "Listen more."}).words
    assert read({"words": " Listen \n more. "}, takes_words=True).words == "Listen more."
    assert not read({"words": "a " * (MOST_WORDS + 1)}, takes_words=True).words
    assert not read({"words": ["a"]}, takes_words=True).words


@given(JSON)
def test_no_body_breaks_it_and_no_word_of_it_is_kept_that_was_not_offered(body: object) -> None:
    kept = read_answer(body, questions=[HEARD], themes=("pay",), cuts=CUTS)
    assert set(kept.said) <= {"heard", "theme:pay"}
    assert set(kept.said.values()) <= {0, 1}
    assert set(kept.values.values()) <= {"under a year", "longer"}
    assert not kept.words
