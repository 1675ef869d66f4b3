import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.meetings._spoken import Spoken
from alongside.engines.meetings._word_weights import NOT_SAID, Vocabulary, WordWeights, word_class

RECORD = {
    "intercepts": [-1.0, 0.5],
    "weights": {"first": {"so": [1.0, 0.0], "so we": [10.0, 0.0]}, "last": {"the": [0.0, 2.0]}},
}
UNITS = [("so", "we", "move", "the"), ("so",), ("the",), ("launch",), ()]


def scored(units: list[tuple[str, ...]]) -> list[list[float]]:
    weights = WordWeights.of(RECORD)
    said = weights.vocabulary.code(Spoken.of(units))
    features = {"first": [said.first(1), said.first(2)], "last": [said.last(1)], "unknown": [said.word(0)]}
    rows: list[list[float]] = weights.score(features, len(units)).tolist()
    return rows


def test_weights_of_what_was_said_add_up() -> None:
    assert scored(UNITS) == [[10.0, 2.5], [0.0, 0.5], [-1.0, 2.5], [-1.0, 0.5], [-1.0, 0.5]]


def test_no_units_give_no_scores() -> None:
    assert scored([]) == []


@pytest.mark.parametrize("spelling", ["mm-hm", "mhm", "uh-huh", "mm", "mmhmm"])
def test_a_listeners_sound_is_one_word_however_spelled(spelling: str) -> None:
    vocabulary = Vocabulary(["uhhuh"])
    assert (
        vocabulary.code(Spoken.of([(spelling,)])).word(0).tolist()
        == vocabulary.code(Spoken.of([("uhhuh",)])).word(0).tolist()
    )


@pytest.mark.parametrize(
    ("word", "kind"),
    [("the", "the"), ("th-", "-"), ("moving", "~ing"), ("launch", "~"), ("42", "#"), ("erm", "um"), ("is", "is")],
)
def test_a_word_of_grammar_is_itself_and_another_only_how_it_ends(word: str, kind: str) -> None:
    assert word_class(word) == kind


@given(st.lists(st.lists(st.sampled_from("abcdx"), max_size=6).map(tuple), max_size=12), st.integers(1, 4))
def test_keys_spell_the_words_they_were_made_of(units: list[tuple[str, ...]], count: int) -> None:
    vocabulary = Vocabulary("abcd")
    said = vocabulary.code(Spoken.of(units))
    for unit, first, last in zip(units, said.first(count).tolist(), said.last(count).tolist(), strict=True):
        for key, words in ((first, unit[:count]), (last, unit[-count:])):
            known = len(words) == count and "x" not in words
            assert (vocabulary.spell(key) == " ".join(words)) if known else key == NOT_SAID


def test_words_count_from_the_end_where_the_place_is_negative() -> None:
    vocabulary = Vocabulary("abc")
    said = vocabulary.code(Spoken.of([("a", "b", "c"), ("a",)]))
    assert [vocabulary.spell(key) for key in said.word(-2).tolist() if key != NOT_SAID] == ["b"]
    assert said.of(np.array([1])).word(0).tolist() == [vocabulary.key("a")]
