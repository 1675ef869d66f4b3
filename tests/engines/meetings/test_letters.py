"""Letters stand where names stood, also where people are called by name, and nowhere else."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

import build
from alongside.engines.meetings import Credit, LookBack, with_letters
from alongside.engines.meetings import _lookback as records
from alongside.engines.meetings._letters import _CODES, _NAMES


def said(text: str, *names: str) -> str:
    """Return what becomes of a text in a meeting of these people."""
    people = tuple(build.speaker(name) for name in names)
    quote = Credit(at=1.0, by=names[0], to=names[0], text=text, kind="credit")
    return with_letters(build.look_back(speakers=people, credits=(quote,))).credits[0].text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("As Priya said, it's Priya's plan.", "As A said, it's A's plan."),
        ("PRIYA’S plan, priya?", "A’S plan, A?"),
        ("Priya Raman and Sam.", "A and B."),
        ("Ask Ms Raman or raman, priya.", "Ask Ms A or A."),
        ("priya.raman@example.org wrote", "A@example.org wrote"),
        ("It is the same sample.", "It is the same sample."),
        ("Sam-style", "B-style"),
        ("Sams and Samuel", "Sams and Samuel"),
    ],
)
def test_a_name_is_found_in_every_form_and_never_in_part_of_a_word(text: str, shown: str) -> None:
    assert said(text, "Priya Raman", "Sam Lee") == shown


@pytest.mark.parametrize(
    ("name", "text", "shown"),
    [
        ("Zoë Müller", "Zoe and MULLER", "A and A"),
        ("Jose Pérez", "José, José", "A, A"),
        ("Анна Каренина", "Спасибо, Анна. АННА!", "Спасибо, A. A!"),
        ("محمد علي", "قال محمد ومحمد", "قال A وA"),
        ("דוד לוי", "אמרתי לדוד", "אמרתי לA"),
        ("\u200fדוד\u200f", "תודה דוד", "תודה A"),
        ("王小明", "谢谢王小明，小明说得对", "谢谢A，A说得对"),
        ("田中太郎", "田中さんの案", "Aさんの案"),
        ("김민수", "김민수가 말했다", "A가 말했다"),
        ("สมชาย", "ขอบคุณสมชายมาก", "ขอบคุณAมาก"),
        ("प्रिया", "प्रिया ने कहा", "A ने कहा"),
        ("O'Brien", "O’Brien's idea", "A's idea"),
        ("Jean-Luc Blanc", "Thanks, Luc.", "Thanks, A."),
        ("Dr. Robert (Bob) Smith (Guest)", "Bob is a guest, Dr. Smith", "A is a guest, Dr. A"),
        ("Speaker 1", "Speaker 1 and Speaker 12", "A and Speaker 12"),
    ],
)
def test_names_of_every_script_are_found(name: str, text: str, shown: str) -> None:
    assert said(text, name) == shown


def test_a_name_that_is_also_a_word_needs_a_capital() -> None:
    assert said("Will, you will mark it, May I? Mark may.", "Will", "Mark") == "A, you will mark it, May I? B may."


def test_a_name_of_two_people_may_be_either() -> None:
    assert said("Sam's point, Sam Okoro's point", "Sam Lee", "Sam Okoro") == "A or B's point, B's point"


def test_letters_go_on_after_z() -> None:
    people = tuple(build.speaker(f"Speaker {number}") for number in range(1, 29))
    shown = [floor.speaker for floor in with_letters(build.look_back(speakers=people)).speakers]
    assert shown[0] == "A"
    assert shown[25:] == ["Z", "AA", "AB"]


def test_names_in_the_name_of_the_file_are_hidden() -> None:
    assert with_letters(build.look_back(source="one_to_one-Asha+ben.vtt")).source == "one_to_one-B+A.vtt"


def test_letters_of_letters_are_the_same() -> None:
    once = with_letters(build.look_back())
    assert with_letters(once) == once


def test_a_file_that_has_letters_already_keeps_them() -> None:
    lettered = build.look_back(speakers=(build.speaker("B"), build.speaker("A")))
    assert with_letters(lettered) == lettered


def test_numbers_and_codes_stay() -> None:
    plain = build.look_back(speakers=(build.speaker("Echo", share=0.5), build.speaker("Words")))
    shown = with_letters(plain)
    assert [moment.what for moment in shown.moments] == [moment.what for moment in plain.moments]
    assert shown.timing == "words"
    assert shown.speakers[0] == replace(plain.speakers[0], speaker="A")


def test_no_name_is_left_in_any_record() -> None:
    names = {"Asha", "Ben", "Carmen", "Dara"}
    left = [text for text in texts_in(with_letters(build.look_back())) if any(name in text for name in names)]
    assert not left


def test_every_code_is_a_field_and_no_code_is_a_name() -> None:
    known = {field.name for kind in vars(records).values() if is_dataclass(kind) for field in fields(kind)}
    assert known >= _CODES | _NAMES
    assert not _CODES & _NAMES


def texts_in(value: LookBack | Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for entry in value for text in texts_in(entry)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts_in(getattr(value, field.name))]
    return []
