"""No group in which people answer is smaller than it has to be for a pass to say nothing of who has it."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.listening import large_groups


def sizes(people: Sequence[tuple[str, ...]], fewest: int = 12) -> Counter[tuple[str, ...]]:
    groups = large_groups(people, fewest)
    return Counter(groups[unit] for unit in people)


def test_small_units_answer_as_part_of_the_unit_above() -> None:
    people = [("care", "day")] * 20 + [("care", "night")] * 5 + [("care", "dawn")] * 8
    assert sizes(people) == {("care", "day"): 20, ("care",): 13}


def test_if_too_few_are_left_over_the_smallest_part_joins_them() -> None:
    people = [("care",)] * 30 + [("field",)] * 20 + [()] * 2
    assert sizes(people) == {("care",): 30, (): 22}


def test_what_joins_brings_all_that_is_in_it() -> None:
    people = [("care", "day")] * 12 + [("care", "night")] * 12 + [("field",)] * 40 + [()]
    assert sizes(people) == {("field",): 40, (): 25}


def test_a_whole_that_is_too_small_stays_one_group() -> None:
    assert sizes([("care",)] * 5 + [("field",)] * 6) == {(): 11}


@given(st.lists(st.lists(st.sampled_from("ab"), max_size=3).map(tuple), min_size=1, max_size=120), st.integers(1, 13))
def test_every_group_is_large_enough_or_is_everyone_and_holds_its_units(
    people: list[tuple[str, ...]], fewest: int
) -> None:
    groups = large_groups(people, fewest)
    counted = Counter(groups[unit] for unit in people)
    assert all(many >= fewest for many in counted.values()) or set(counted) == {()}
    assert all(unit[: len(group)] == group for unit, group in groups.items())
