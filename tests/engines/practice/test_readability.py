"""Counting words and syllables tells an easy text from a hard one."""

import pytest
from readability import school_grade, sentences, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("table", 2), ("make", 1), ("agenda", 3), ("free", 1), ("responsibility", 6), ("3", 1)],
)
def test_syllables_are_groups_of_vowels_without_a_silent_e(word: str, count: int) -> None:
    assert syllables(word) == count


def test_sentences_end_at_a_full_stop_a_question_or_a_colon() -> None:
    assert sentences("I stop. Do you? One thing: this.") == ["I stop.", "Do you?", "One thing:", "this."]


def test_a_school_grade_is_as_worked_by_hand() -> None:
    # Two sentences, eight words, ten syllables: 0.39 * 4 + 11.8 * 1.25 - 15.59.
    assert school_grade("The cat sat down. Agenda is done now.") == pytest.approx(0.72)
