"""A plan is kept as text, and nobody can change what it promised."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import QUESTION, TIME_HERE, members, opened

from alongside.engines.release import CellName, Member, Policy, UnusableRound, plan, read_plan, write_plan


@given(st.lists(st.integers(1, 20), min_size=1, max_size=4))
def test_a_plan_comes_back_as_it_was(sizes: list[int]) -> None:
    frozen = opened(members(*sizes), TIME_HERE)
    assert read_plan(write_plan(frozen)) == frozen


def test_a_plan_that_was_changed_is_not_read() -> None:
    text = write_plan(opened(members(12, 14), TIME_HERE))
    for before, after in (('"policy":[5', '"policy":[4'), ('"longer"', '"shorter"'), (f'"{QUESTION}"', '"seen"')):
        assert before in text
        with pytest.raises(UnusableRound, match="not the one that people were promised"):
            read_plan(text.replace(before, after))


def test_a_round_of_one_unit_is_compared_with_that_unit_in_a_round_of_all() -> None:
    """It is everyone there and a unit here: the names of cells differ, and the people are nearly the same."""
    everyone = members(20, 20, 20)
    first = opened(everyone)
    one_less = [one for one in everyone if one.unit == ("unit 0",)][1:]
    second = plan(one_less, policy=Policy(roll_up_below=5), questions=[QUESTION], earlier=[first])
    assert not second.tables
    assert {(one.cell, one.why, one.people) for one in second.refusals} >= {(CellName("everyone"), "earlier_round", 1)}


def test_the_same_people_again_are_no_refusal() -> None:
    everyone = members(20, 20)
    first = opened(everyone)
    again = plan(everyone, policy=Policy(roll_up_below=5), questions=[QUESTION], earlier=[first])
    assert not again.refusals
    five_more = [*everyone, *(Member(f"new{number}", ("unit 0",)) for number in range(5))]
    assert not plan(five_more, policy=Policy(roll_up_below=5), questions=[QUESTION], earlier=[first]).refusals
