"""The questions that we wrote: each has a source, is about no one person, and can be read by a child of twelve."""

import re

import pytest

from alongside.engines.listening import (
    SUBJECTS,
    FaultyBank,
    Question,
    could_be_names,
    our_questions,
    read_questions,
    traits_in,
)
from alongside.engines.writing import reading_age

BANK = list(our_questions().values())
WHOLE = """
[one]
subject = "credit"
text = "My ideas keep my name."
scale = "how_often"
favourable = [4, 5]
why = "They are mine."
sources = ["Somebody 2020"]
"""


def test_there_are_fifteen_to_twenty_five_questions_over_all_five_subjects() -> None:
    assert 15 <= len(BANK) <= 25
    for subject in SUBJECTS:
        assert sum(question.subject == subject for question in BANK) >= 3, subject


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.code)
def test_a_question_has_a_source_with_a_year_and_a_reason(question: Question) -> None:
    assert any(re.search(r"\b(19|20)\d\d\b", source) for source in question.sources)
    assert question.why.endswith(".")


@pytest.mark.parametrize("question", BANK, ids=lambda question: question.code)
def test_a_question_is_about_no_one_person_and_no_trait(question: Question) -> None:
    text = question.text
    assert re.search(r"\b(I|me|my|we|us|our|here|people)\b", text, re.IGNORECASE)
    assert not re.search(r"\bmy (manager|boss|leader|colleague)\b|\b(he|she)\b", text, re.IGNORECASE)
    assert not [word for word in could_be_names(text)[1:] if word[0].isupper()]
    assert not traits_in(text)
    assert not re.search(r"\bwom[ae]n|\bm[ae]n\b|black|white|minorit|divers|\bally|victim|!", text, re.IGNORECASE)


def test_questions_can_be_read_by_a_child_of_twelve() -> None:
    age = reading_age("\n\n".join(f"{one.text} {one.why}" for one in BANK))
    assert age is not None
    assert age.age <= 12


def test_a_bank_is_read() -> None:
    assert read_questions(WHOLE)["one"].favourable == {4, 5}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('"credit"', '"cake"', "one, subject|one: subject"),
        ("[4, 5]", "[3]", "favourable"),
        ("[4, 5]", "4", "favourable"),
        ('["Somebody 2020"]', "[]", "sources"),
        ('why = "They are mine."', "", "expected a table with"),
        ('"how_often"', '"thumbs"', "scale"),
        ("[one]", "[one", "Expected TOML"),
    ],
)
def test_a_fault_in_a_bank_is_told_with_what_was_expected(before: str, after: str, told: str) -> None:
    with pytest.raises(FaultyBank, match=told):
        read_questions(WHOLE.replace(before, after))
