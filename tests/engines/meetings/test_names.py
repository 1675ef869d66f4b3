import pytest

from alongside.engines.meetings import Transcript, Utterance
from alongside.engines.meetings._names import Mentioning, Names
from alongside.engines.meetings._units import cut_into_units


def mentioned(text: str, *speakers: str, by: str = "Host") -> tuple[Mentioning, ...]:
    everybody = (by, *(name for name in speakers if name != by))
    transcript = Transcript((Utterance(by, 0.0, 2.0, text),), everybody, "cues")
    return Names(everybody).mentioned_in(cut_into_units(transcript))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Priya Raman", "I think Priya has it."),
        ("Priya Raman", "I think Priya Raman has it."),
        ("Priya Raman", "so that was priya's plan"),
        ("Priya Raman", "So that was Priya’s plan."),
        ("Priya Raman (Guest)", "Ask Priya."),
        ("Raman, Priya", "Ask Priya."),
        ("Dr. Priya Raman", "Ask Dr Raman."),
        ("priya.raman@example.org", "Ask Priya."),
        ("Priya | Toolshed", "Ask Priya."),
        ("Jean-Luc Moreau", "Ask Jean-Luc."),
        ("Seán Ó Briain", "Ask Seán."),
        ("İpek Kaya", "So İpek has it."),
        ("प्रिया शर्मा", "प्रिया, आप क्या सोचती हैं?"),
        ("Ольга Петрова", "Как сказала Ольга."),
        ("田中 太郎", "田中さん、どう思いますか？"),
        ("منى خليل", "منى، ما رأيك؟"),
        ("Will Smith", "I think Will has it."),
        ("Will Smith", "Will, do you have it?"),
        ("Will Smith", "will smith has it"),
        ("May Chen", "As May said."),
        ("Mark Otto", "It was Mark's plan."),
    ],
)
def test_a_name_is_found(name: str, text: str) -> None:
    (found,) = mentioned(text, name)
    assert found.people == ((1,),)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Sam Jones", "Ask Samantha."),
        ("Sam Jones", "the sam-"),
        ("Will Smith", "Will you do it?"),
        ("Will Smith", "It will be late."),
        ("Will Smith", "WILL YOU DO IT"),
        ("May Chen", "We open in May."),
        ("May Chen", "So on May 5 we open."),
        ("May Chen", "May I?"),
        ("Mark Otto", "Mark it as done."),
        ("Mark Otto", "the mark is there"),
        ("Speaker 1", "Speaker 1 said so."),
        ("Guest", "Our guest is here."),
        ("A", "A plan."),
        ("Dan Jones", "And Ben, so Dan Ellis came by."),
    ],
)
def test_what_is_no_name_is_left_alone(name: str, text: str) -> None:
    assert mentioned(text, name) == ()


def test_in_a_transcript_with_capitals_a_name_has_one() -> None:
    texts = [found.text for found in mentioned("So Rosa came. The rosa colour. Rosa left.", "Rosa Diaz")]
    assert texts == ["so @ came.", "@ left."]


def test_names_are_taken_out_of_the_text_in_their_order() -> None:
    (found,) = mentioned("Um, Sam's plan and, uh, what Priya said @ four.", "Priya", "Sam")
    assert found.text == "@'s plan and, what @ said   four."
    assert found.people == ((2,), (1,))


def test_a_first_name_that_two_share_is_of_either() -> None:
    (found,) = mentioned("Sam Lee's plan, as Sam says.", "Sam Jones", "Sam Lee")
    assert found.people == ((2,), (1, 2))


def test_a_shared_name_is_never_the_one_who_speaks() -> None:
    (found,) = mentioned("As Sam said.", "Sam Lee", by="Sam Jones")
    assert found.people == ((1,),)


def test_those_without_a_name_are_listed() -> None:
    assert Names(("Priya", "SPEAKER_00", "Unknown", "Guest 2", "+44 7700 900123")).nameless == (
        "SPEAKER_00",
        "Unknown",
        "Guest 2",
        "+44 7700 900123",
    )


def test_short_names_are_first_names_where_these_are_clear() -> None:
    assert Names(("Priya Raman (Guest)", "Sam Jones", "Sam Lee", "Speaker 1")).short() == {
        "Priya Raman (Guest)": "Priya",
        "Sam Jones": "Sam Jones",
        "Sam Lee": "Sam Lee",
        "Speaker 1": "Speaker 1",
    }
