from dataclasses import FrozenInstanceError, replace

import pytest
from invented import QUESTION, TIME_HERE, members, opened

from alongside.engines.release import CellName, Cut, KMayNotFall, Member, Policy, UnusableRound, plan

WHOLE = CellName("everyone")


def shown(frozen: object) -> set[CellName]:
    return {cell for table in frozen.tables for cell in table.cells}  # type: ignore[attr-defined]


def test_small_units_become_part_of_the_unit_above() -> None:
    people = [Member(f"a{number}", ("Care", "Day")) for number in range(12)]
    people += [Member(f"b{number}", ("Care", "Night")) for number in range(11)]
    frozen = plan(people, questions=[QUESTION])
    assert frozen.reporting_units == {("Care", "Day"): ("Care", "Day"), ("Care", "Night"): ("Care",)}


@pytest.mark.parametrize(("new", "refused"), [(5, False), (4, True), (0, False)])
def test_a_cut_is_refused_if_it_would_be_about_fewer_than_k(new: int, refused: bool) -> None:
    frozen = opened(members(20, 20, cut=[new, 0]), TIME_HERE)
    assert (CellName("time_here", ("under a year",)) not in shown(frozen)) == refused or new == 0
    assert any(one.people == new for one in frozen.refusals) == refused


def test_a_cut_is_refused_if_with_the_units_it_would_tell_about_three() -> None:
    # All of the first unit are new, and three of the second: new people without the first unit are three.
    frozen = opened(members(12, 14, 14, cut=[12, 3, 0]), TIME_HERE)
    assert [(one.why, one.people) for one in frozen.refusals] == [("combination", 3), ("combination", 3)]


def test_values_that_only_the_answers_will_tell_are_planned() -> None:
    people = [Member(f"p{number}", ("Care",)) for number in range(20)]
    frozen = plan(people, [Cut("time_here", ("short", "long"))], questions=[QUESTION])
    assert {CellName("time_here", ("short",)), CellName("time_here", ("long",))} < shown(frozen)


def test_the_digest_changes_with_anything_that_is_promised() -> None:
    people = members(12, 12)
    frozen = opened(people)
    others = [
        opened(people, k=6),
        opened(people, TIME_HERE),
        opened(people[1:]),
        plan(people, policy=Policy(roll_up_below=5), questions=["seen"]),
        plan(people, policy=Policy(answers_in_a_unit=8, roll_up_below=5), questions=[QUESTION]),
    ]
    assert opened(people).digest == opened(list(reversed(people))).digest == frozen.digest
    assert len({frozen.digest, *(other.digest for other in others)}) == 6


def test_a_plan_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        opened(members(12)).digest = ""  # type: ignore[misc]


def test_k_may_rise_and_never_fall() -> None:
    assert Policy(k=5, answers_in_a_unit=6).raised_to(8) == Policy(k=8, answers_in_a_unit=8)
    with pytest.raises(KMayNotFall, match="k is 8 and cannot become 5: it may rise, never fall"):
        Policy(k=8).raised_to(5)


@pytest.mark.parametrize(("joined", "is_shown"), [(0, True), (1, False), (4, False), (5, True)])
def test_by_invitations_a_unit_is_shown_again_if_nobody_or_k_changed(joined: int, is_shown: bool) -> None:
    people = members(20, 20)
    first = opened(people)
    more = [*people, *(Member(f"new{number}", ("unit 0",)) for number in range(joined))]
    second = plan(more, policy=Policy(roll_up_below=5), questions=[QUESTION], earlier=[first])
    assert (CellName("units", ("unit 0",)) in shown(second)) == is_shown
    assert all(one.why == "earlier_round" for one in second.refusals)


def test_with_nobody_enough_nothing_is_planned() -> None:
    assert opened(members(4)).tables == ()


@pytest.mark.parametrize(
    ("people", "cuts", "questions", "says"),
    [
        ([], [], [QUESTION], "at least one person"),
        (members(9), [], [], "one question"),
        ([*members(9), *members(1)], [], [QUESTION], "person 'u0p0' is there twice"),
        (members(9), [TIME_HERE, replace(TIME_HERE, values=())], [QUESTION], "cut 'time_here' is there twice"),
        (members(9), [Cut("units", ("a",))], [QUESTION], "choose another name"),
    ],
)
def test_what_cannot_be_planned_is_said(people: list[Member], cuts: list[Cut], questions: list[str], says: str) -> None:
    with pytest.raises(UnusableRound, match=says):
        plan(people, cuts, questions=questions)
