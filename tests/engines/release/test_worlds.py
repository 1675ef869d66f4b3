"""Who is known from bands, against all worlds counted out."""

from hypothesis import given, settings
from hypothesis import strategies as st
from invented import QUESTION, cell, worlds

from alongside.engines.release import Cell, attack
from alongside.engines.release._freedom import cells_that_fit, known_people

PEOPLE = "abcdefg"
K = 4


@st.composite
def published(draw: st.DrawFn) -> tuple[list[Cell], dict[str, int]]:
    """Some answers, and bands around what they add up to in some sets."""
    said = {person: draw(st.integers(0, 1)) for person in PEOPLE}
    cells = []
    for number in range(draw(st.integers(1, 4))):
        inside = draw(st.sets(st.sampled_from(PEOPLE), min_size=2))
        count = sum(said[person] for person in inside)
        low, high = count - draw(st.integers(0, 1)), count + draw(st.integers(0, 1))
        round_ = 1 + number % 2
        cells.append(Cell(round_, QUESTION, frozenset(inside), max(low, 0), min(high, len(inside))))
    there = set().union(*(one.members for one in cells))
    return cells, {person: value for person, value in said.items() if person in there}


def known_by_counting(cells: list[Cell]) -> frozenset[str]:
    """People of a group that is alike (in all rounds, or in one and fewer than K) and counts the same in all worlds."""
    every = worlds(cells)
    known: set[str] = set()
    for view in (cells, *([one for one in cells if one.round == number] for number in (1, 2))):
        people = set().union(*(one.members for one in view)) if view else set()
        for person in people:
            alike = {
                other for other in people if all((person in one.members) == (other in one.members) for one in view)
            }
            counts = {sum(world[other] for other in alike) for world in every}
            if len(counts) == 1 and (view is cells or len(alike) < K):
                known |= alike
    return frozenset(known)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(published())
def test_known_people_are_those_whose_count_is_the_same_in_all_worlds(case: tuple[list[Cell], dict[str, int]]) -> None:
    cells, said = case
    assert known_people(cells, K, said) == known_by_counting(cells)
    assert known_people(cells, K) == known_by_counting(cells)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(published())
def test_the_attack_finds_whose_answer_is_all_or_nothing(case: tuple[list[Cell], dict[str, int]]) -> None:
    cells, _ = case
    every = worlds(cells)
    certain = {person for person in every[0] if len({world[person] for world in every}) == 1}
    found = {person for one in attack(cells, K) if one.how == "bounds" for person in one.people}
    assert certain <= found


def test_bands_that_cannot_be_true_together_leave_no_world() -> None:
    assert known_people([cell("abcdef", 0, 1), cell("abcdef", 5, 6, round_=2)], K) is None


def test_what_does_not_fit_is_set_aside_and_the_rest_is_still_compared() -> None:
    changed, same = cell("abcdef", 0, 1), cell("uvwxyz", 0, 1)
    now = [cell("abcdef", 5, 6, round_=2), cell("uvwxyzt", 2, 3, round_=2)]
    assert cells_that_fit([changed, same], now, K) == [same]
    assert "t" in (known_people([same, *now], K) or ())
