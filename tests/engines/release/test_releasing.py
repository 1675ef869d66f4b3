from dataclasses import replace

import pytest
from invented import QUESTION, TIME_HERE, Coins, answers, members, opened, released

from alongside.engines.release import Answer, UnusableRound, Withheld, attack, release, trends

PEOPLE = members(14, 16, cut=[7, 8])


def test_a_reader_sees_bands_and_no_names() -> None:
    outcome = released(opened(PEOPLE, TIME_HERE), answers(PEOPLE, 1))
    everyone = next(one for one in outcome.shown if one.cell.table == "everyone")
    assert (everyone.label, everyone.low, everyone.high, everyone.answers) == ("nearly_all", 80, 100, "20-49")
    assert "u0p0" not in repr(outcome)


def test_which_cells_are_shown_does_not_depend_on_what_is_answered() -> None:
    frozen = opened(PEOPLE, TIME_HERE)
    first = released(frozen, answers(PEOPLE[3:], 0))
    same_people = [released(frozen, answers(PEOPLE[:-3], said), earlier=[first]) for said in (0, 1)]
    mixed = released(frozen, answers(PEOPLE[:-3], {one.person: len(one.person) % 2 for one in PEOPLE}), earlier=[first])
    seen = {tuple(one.cell for one in outcome.shown) for outcome in (*same_people, mixed)}
    assert len(seen) == 1
    assert same_people[0].refusals == mixed.refusals


def test_a_correction_is_a_new_release_and_is_audited_with_the_old() -> None:
    frozen = opened(PEOPLE)
    first = released(frozen, answers(PEOPLE, 0))
    again = released(frozen, answers(PEOPLE, 0), earlier=[first])
    assert (first.number, again.number) == (1, 2)
    # Without one answer, everyone would be the old figure less that answer.
    corrected = released(frozen, answers(PEOPLE[1:], 0), earlier=[first])
    assert [one.cell.value for one in corrected.shown] == [("unit 1",)]
    assert {one.why for one in corrected.refusals} == {"earlier_round"}


@pytest.mark.parametrize("seed", range(4))
def test_people_who_change_their_minds_are_not_exposed_either(seed: int) -> None:
    frozen = opened(PEOPLE)
    dice = Coins(seed=seed)
    first = released(frozen, answers(PEOPLE[6:], 0), chance=dice)
    second = released(frozen, answers(PEOPLE[:-6], 1), earlier=[first], chance=dice)
    assert attack([*first.cells, *second.cells], 5) == ()


def test_each_question_is_released_by_who_answered_it() -> None:
    frozen = replace(opened(PEOPLE), questions=(QUESTION, "safe"))
    given = [*answers(PEOPLE[:20], 1), *(Answer(one.person, {"safe": 0}, one.unit) for one in PEOPLE[20:])]
    outcome = released(frozen, given)
    sizes = {one.question: len(one.members) for one in outcome.cells if len(one.members) in {10, 20}}
    assert sizes == {QUESTION: 20, "safe": 10}


def test_too_few_answers_are_withheld() -> None:
    outcome = release(opened(PEOPLE), answers(PEOPLE[:4]), chance=Coins())
    assert isinstance(outcome, Withheld)
    assert outcome.why == "Too few people answered, so nothing is shown."


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([Answer("u0p0", {QUESTION: 2})], "'u0p0' said 2 to 'heard': expected 0 or 1"),
        ([Answer("u0p0", {QUESTION: 1})] * 2, "'u0p0' answered twice"),
    ],
)
def test_what_cannot_be_released_is_said(given: list[Answer], says: str) -> None:
    with pytest.raises(UnusableRound, match=says):
        release(opened(PEOPLE), given, chance=Coins())


@pytest.mark.parametrize(("gone", "come", "is_shown"), [(0, 0, True), (2, 2, False), (3, 2, True)])
def test_a_trend_is_shown_where_nobody_or_k_changed(gone: int, come: int, is_shown: bool) -> None:
    frozen = opened(PEOPLE)
    first = released(frozen, answers(PEOPLE[: 30 - come]))
    second = released(frozen, answers(PEOPLE[gone:]), earlier=[first])
    shown = {cell.table for cell, _ in trends(first, second)}
    assert ("everyone" in shown) == is_shown
