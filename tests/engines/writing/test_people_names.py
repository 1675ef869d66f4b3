"""How names are compared: what is the same spelling, what is a slip, and what is somebody else's name."""

import unicodedata

import pytest

from alongside.engines.writing import Person, Rules, check
from alongside.engines.writing._people._folding import folded, is_as_written
from alongside.engines.writing._people._near import distance, is_slip_alone, is_slip_beside, one_slip_away

ABOUT_PEOPLE = Rules(kinds=frozenset({"pronoun", "name"}))


def corrected(text: str, *names: str) -> dict[str, tuple[str, ...]]:
    people = [Person(name, name) for name in names]
    return {one.text: one.alternatives for one in check(text, people=people, rules=ABOUT_PEOPLE) if one.kind == "name"}


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Siobhán", "siobhan"),
        ("Nguyễn", "nguyen"),
        ("Łukasz", "lukasz"),
        ("Đặng", "dang"),
        ("O’Brien", "obrien"),
        ("Jean-Luc", "jeanluc"),
        ("Zoë", "zoe"),
        ("Østergård", "ostergard"),
    ],
)
def test_a_name_is_looked_up_without_its_marks(word: str, key: str) -> None:
    assert folded(word) == folded(unicodedata.normalize("NFD", word)) == key


@pytest.mark.parametrize(
    ("said", "right"),
    [("O’Brien", "O'Brien"), ("Jose\u0301", "José"), ("Jean‑Luc", "Jean-Luc"), ("Mueller", "Müller"), ("JOSÉ", "José")],
)
def test_two_ways_to_write_the_same_letters_are_the_same_spelling(said: str, right: str) -> None:
    assert is_as_written(said, right)


@pytest.mark.parametrize(("said", "right"), [("Jose", "José"), ("Muller", "Müller"), ("OBrien", "O'Brien")])
def test_lost_marks_are_not_the_same_spelling(said: str, right: str) -> None:
    assert not is_as_written(said, right)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("pryia", "priya"),
        ("siobahn", "siobhan"),
        ("mohammed", "muhammad"),
        ("mohamed", "muhammad"),
        ("sara", "sarah"),
        ("mathew", "matthew"),
        ("krzystof", "krzysztof"),
    ],
)
def test_a_typing_slip_or_other_vowels_are_a_slip(said: str, right: str) -> None:
    assert is_slip_alone(said, right)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("maria", "mario"),
        ("paula", "paul"),
        ("julie", "julia"),
        ("daniela", "daniel"),
        ("martin", "marvin"),
        ("tim", "tom"),
        ("amir", "omar"),
        ("ben", "len"),
        ("hassan", "hussein"),
        ("priya", "priya"),
    ],
)
def test_two_names_are_not_a_slip(said: str, right: str) -> None:
    assert not is_slip_alone(said, right)
    assert not is_slip_alone(right, said)


def test_beside_a_right_part_more_may_differ() -> None:
    assert is_slip_beside("catherine", "katherine")
    assert is_slip_beside("tarik", "tariq")
    assert not is_slip_beside("paula", "paul")
    assert not is_slip_beside("maria", "muhammad")


@pytest.mark.parametrize(
    ("one", "other", "steps"), [("priya", "pryia", 1), ("abc", "abc", 0), ("sitting", "kitten", 3), ("", "ab", 2)]
)
def test_distance_counts_a_swap_as_one_step(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps


def test_what_is_one_slip_away_holds_each_kind_of_slip() -> None:
    assert {"priya", "prya", "pryiar", "pryio"} <= set(one_slip_away("pryia"))


def test_a_slip_that_could_be_two_people_is_left_alone() -> None:
    assert corrected("Thanks to Marrina for the cake.", "Marina Lund") == {"Marrina": ("Marina",)}
    assert corrected("Thanks to Marrina for the cake.", "Marina Lund", "Marinna Bo") == {}


def test_a_name_that_somebody_has_is_no_slip_for_another() -> None:
    assert corrected("Thanks to Jose for the cake.", "José Ruiz") == {"Jose": ("José",)}
    assert corrected("Thanks to Jose for the cake.", "José Ruiz", "Jose Prado") == {}


def test_a_name_beside_a_strange_name_is_somebody_elses() -> None:
    assert corrected("Jose Saramago wrote it, and Zoe Heller read it.", "José Ruiz", "Zoë Lind") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Write to jose@example.com.",
        "See https://example.com/jose/cv.",
        "Run `greet jose`.",
        "The branch is jose/fix-login.",
        "The file is jose.py or jose_ruiz.txt.",
        "Ask in #jose or ping @jose.",
        "We fly to San Jose.",
        "He wrote “Jose” on the card.",
        "The Jose Ruiz Foundation is old.",
        "All the best,\nJose",
    ],
)
def test_a_name_is_not_corrected_where_it_is_no_name_or_not_ours_to_correct(text: str) -> None:
    assert corrected(text, "José Ruiz") == {}


def test_the_offered_name_keeps_the_apostrophe_and_the_capitals_of_the_text() -> None:
    assert corrected("Ana O’Shea came.", "Ána O'Shea") == {"Ana O’Shea": ("Ána O’Shea",)}
    assert corrected("MINUTES BY ANA SOLÍS-REY TODAY", "Ána Solís-Rey") == {"ANA SOLÍS-REY": ("ÁNA SOLÍS-REY",)}


def test_places_are_those_of_the_text_beyond_the_basic_plane() -> None:
    text = "😀😀 e\u0301 Thanks to Jose!"
    (finding,) = check(text, people=[Person("j", "José Ruiz")], rules=ABOUT_PEOPLE)
    assert text[finding.start : finding.end] == finding.text == "Jose"
