"""The scan finds whole words wherever they stand, and the same with and without the automaton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.writing._scan import Scanner, flat

WORDS = ("guys", "he", "fiancée", "don't", "élan", "(s)he", "master")
AUTOMATON, PATTERN = (Scanner(map(flat, WORDS), use_automaton=quick) for quick in (True, False))


@pytest.mark.parametrize("scanner", [AUTOMATON, PATTERN], ids=["automaton", "pattern"])
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hey GUYS, guys", [4, 10]),
        ("the shell is there", []),
        ("“guys” and ‘he’—guys", [1, 12, 16]),
        ("ééé guys", [4]),
        ("Fiancée, FIANCÉE", [0, 9]),
        ("don’t and don't", [0, 10]),
        ("say (s)he", [4, 7]),
        ("", []),
    ],
)
def test_whole_words_are_found_in_any_case_at_code_points(scanner: Scanner, text: str, found: list[int]) -> None:
    assert scanner.starts(text) == found


@given(st.text(alphabet="hegusymatrdnfic é’'-()“ \n\U0001f600\u00a0", max_size=80))
def test_the_pattern_finds_what_the_automaton_finds(text: str) -> None:
    assert PATTERN.starts(text) == AUTOMATON.starts(text)


def test_half_a_surrogate_pair_does_not_stop_the_scan() -> None:
    assert AUTOMATON.starts("\ud83d guys") == [2]
