"""The rules of a quarter's plan."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines import practice

WHOLE = practice.Plan(
    changes="criterion",
    change="Write down the criteria for promotion first",
    owner="Me",
    artefact="The page on promotions",
    before="We talk about names first",
    after="We talk about criteria first",
    cost_kind="control",
    cost="I can no longer decide alone",
    when="I open the agenda",
    then="put the criteria first",
)
DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1))
WEEKS = st.sets(st.integers(0, 6), min_size=1)


def test_a_whole_plan_lacks_nothing() -> None:
    assert practice.missing(WHOLE) == ()


@pytest.mark.parametrize("field", practice.NEEDED)
@pytest.mark.parametrize("empty", ["", "   "])
def test_each_part_of_a_plan_is_needed(field: str, empty: str) -> None:
    assert practice.missing(replace(WHOLE, **{field: empty})) == (field,)


@pytest.mark.parametrize("kind", practice.INDIVIDUAL_KINDS)
def test_coffee_advice_and_reading_are_no_structural_change(kind: str) -> None:
    assert practice.missing(replace(WHOLE, changes=kind)) == ("changes",)


def test_a_cost_of_nothing_is_no_cost() -> None:
    assert practice.missing(replace(WHOLE, cost_kind="none")) == ("cost_kind",)


@pytest.mark.parametrize(("days", "will_do"), [(0, False), (1, True), (35, True), (36, False), (-1, False)])
def test_a_next_date_is_within_35_days(days: int, will_do: bool) -> None:
    today = dt.date(2026, 11, 23)
    assert practice.may_look_again_on(today, today + dt.timedelta(days=days)) is will_do


@given(next_on=DAYS, today=DAYS, weekdays=WEEKS)
def test_a_date_that_went_by_is_followed_by_one_within_35_days(
    next_on: dt.date, today: dt.date, weekdays: set[int]
) -> None:
    carried = practice.carried_on(next_on, today, weekdays)
    if next_on >= today:
        assert carried == next_on
    else:
        assert practice.may_look_again_on(today, carried)
        assert carried.weekday() in weekdays


def test_a_change_is_looked_at_after_90_and_180_days_and_never_for_the_last_time() -> None:
    start = dt.date(2026, 1, 5)
    days = [(practice.recheck_on(start, answered) - start).days for answered in range(5)]
    assert days == [90, 180, 360, 540, 720]


@given(day=DAYS)
def test_a_quarter_begins_on_the_first_of_one_of_four_months(day: dt.date) -> None:
    first = practice.quarter_of(day)
    assert first.day == 1
    assert first.month in {1, 4, 7, 10}
    assert first <= day < first + dt.timedelta(days=92)
