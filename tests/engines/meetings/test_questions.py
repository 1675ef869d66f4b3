import pytest
from talk import talk

from alongside.engines.meetings import Question, look_back
from alongside.engines.meetings._questions import is_question
from alongside.engines.meetings._units import cut_into_units

PRESENT = ("Asha", "Priya", "Sam", "Ben")


def questions(*lines: str) -> tuple[Question, ...]:
    return look_back(talk(*lines, present=PRESENT)).questions


@pytest.mark.parametrize(
    "text",
    [
        "Priya, what do you think?",
        "What do you think, Priya?",
        "What do you think Priya?",
        "So Priya what do you think?",
        "Okay, Priya, can we open on Monday?",
        "Would you say, Priya, that it works?",
        "Priya?",
        "Priya. What do you think?",
        "What do you think? Priya?",
    ],
)
def test_a_question_is_put_to_the_one_who_is_called(text: str) -> None:
    assert {question.to for question in questions(f"Asha: {text}", "Ben: Well.")} == {"Priya"}


@pytest.mark.parametrize(
    "text",
    [
        "Did you ask Priya?",
        "Is it the same as what you sent to Priya?",
        "Does Priya have the list?",
        "Priya and Sam, they went?",
        "So Priya has the list, right?",
        "What did you do with Priya?",
        "Can we open on Monday?",
    ],
)
def test_a_question_about_somebody_is_put_to_everyone(text: str) -> None:
    assert [question.to for question in questions(f"Asha: {text}", "Ben: Well.")] == [""]


@pytest.mark.parametrize(("then", "to"), [(2.9, "Priya"), (3.1, "")])
def test_a_name_called_alone_goes_with_what_is_said_in_the_same_breath(then: float, to: str) -> None:
    assert questions("Asha 0-1: Priya.", f"Asha {then}-5: What do you think?")[0].to == to


def test_nobody_asks_themself() -> None:
    assert [question.to for question in questions("Priya: What do you do then, Priya?")] == [""]


def test_who_spoke_next_answered() -> None:
    (question,) = questions(
        "Asha 0-3: Who has the key?", "Asha 3.5-5: Or the code.", "Sam 5.5-7: I do.", "Ben 8-9: No."
    )
    assert question.answered_by == "Sam"


def test_an_answer_may_begin_just_before_the_question_ends() -> None:
    assert questions("Asha 0-3: Who has the key?", "Sam 2.8-4: I do.")[0].answered_by == "Sam"


def test_talking_into_a_question_is_no_answer() -> None:
    (question,) = questions("Asha 0-3: Who has the key?", "Ben 1-4: And the door.", "Sam 5-6: I do.")
    assert question.answered_by == "Sam"


@pytest.mark.parametrize(("later", "by"), [(17.9, "Sam"), (18.1, "")])
def test_an_answer_comes_within_fifteen_seconds(later: float, by: str) -> None:
    assert questions("Asha 0-3: Who has the key?", f"Sam {later}-20: I do.")[0].answered_by == by


def test_a_question_to_one_of_two_of_a_name_is_to_the_one_who_answers() -> None:
    meeting = talk("Asha: Sam, who has it?", "Sam Lee: I do.", present=("Asha", "Sam Jones", "Sam Lee"))
    assert look_back(meeting).questions[0].to == "Sam Lee"


@pytest.mark.parametrize("text", ["Right?", "Okay?", "Yeah, right?", "Hm?", "We have it."])
def test_a_tag_is_no_question(text: str) -> None:
    assert questions(f"Asha: {text}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "so what do you think of it",
        "why don't we open on monday",
        "can you send me the list",
        "well do we have a number",
    ],
)
def test_without_marks_a_question_shows_by_its_form(text: str) -> None:
    words = cut_into_units(talk(f"Asha: {text}")).spoken.of_unit(0)
    assert is_question(text, words, marked=False)


@pytest.mark.parametrize(
    "text",
    [
        "what we need is a list",
        "which is that we open on monday",
        "so should you need it, ask",
        "is it the, well, we have it",
        "do you",
        "can we get the th-",
        "and how it works",
    ],
)
def test_without_marks_what_only_begins_like_a_question_is_none(text: str) -> None:
    words = cut_into_units(talk(f"Asha: {text}")).spoken.of_unit(0)
    assert not is_question(text, words, marked=False)


def test_in_a_transcript_with_marks_a_question_has_one() -> None:
    assert [question.text for question in questions("Asha: Who has it?", "Sam: How do I get in.")] == ["Who has it?"]
