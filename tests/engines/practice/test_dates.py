"""A person's date is that of their own zone, summer time included, and the next one is a working day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.practice import MONDAY_TO_FRIDAY, local_date, next_date
from alongside.engines.practice._dates import last_day_of_quarter


@pytest.mark.parametrize(
    ("now", "zone", "there"),
    [
        # On 29 March 2026 clocks in London go from 01:00 to 02:00: 23:30 in UTC is already the next day.
        ("2026-03-28T23:30+00:00", "Europe/London", date(2026, 3, 28)),
        ("2026-03-29T23:30+00:00", "Europe/London", date(2026, 3, 30)),
        ("2026-10-24T23:30+00:00", "Europe/London", date(2026, 10, 25)),
        ("2026-10-25T23:30+00:00", "Europe/London", date(2026, 10, 25)),
        ("2026-06-30T10:30+00:00", "Pacific/Auckland", date(2026, 6, 30)),
        ("2026-06-30T12:30+00:00", "Pacific/Auckland", date(2026, 7, 1)),
        ("2026-01-01T04:59+00:00", "America/New_York", date(2025, 12, 31)),
        ("2026-01-01T05:00+00:00", "America/New_York", date(2026, 1, 1)),
    ],
)
def test_a_date_is_that_of_the_zone_with_its_summer_time(now: str, zone: str, there: date) -> None:
    assert local_date(datetime.fromisoformat(now), zone) == there


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="now: expected a time with a time zone"):
        local_date(datetime(2026, 1, 1), "Europe/London")  # noqa: DTZ001 - the fault that is told


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "../etc/passwd", "Europe"])
def test_an_unknown_zone_is_refused_by_name(zone: str) -> None:
    with pytest.raises(ValueError, match=r"zone: expected a name such as Europe/Berlin; found"):
        local_date(datetime(2026, 1, 1, tzinfo=UTC), zone)


def test_the_next_date_is_the_next_working_day() -> None:
    friday, monday = date(2026, 5, 8), date(2026, 5, 11)
    assert next_date(friday, MONDAY_TO_FRIDAY) == monday
    assert next_date(friday, {4}) == friday + timedelta(days=7)
    assert next_date(friday, range(7)) == date(2026, 5, 9)


@given(st.dates(max_value=date(9999, 12, 1)), st.sets(st.integers(0, 6), min_size=1))
def test_the_next_date_is_within_a_week_and_no_working_day_is_left_out(on: date, working_days: set[int]) -> None:
    following = next_date(on, working_days)
    between = [on + timedelta(days=days) for days in range(1, (following - on).days)]
    assert following.weekday() in working_days
    assert not [day for day in between if day.weekday() in working_days]


@pytest.mark.parametrize("working_days", [set(), {7}, {-1, 0}])
def test_days_that_are_none_are_refused(working_days: set[int]) -> None:
    with pytest.raises(ValueError, match=r"working_days: expected one or more of 0 \(Monday\) to 6; found"):
        next_date(date(2026, 5, 8), working_days)


@pytest.mark.parametrize(
    ("on", "last"),
    [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 5, 20), date(2026, 6, 30)),
        (date(2026, 9, 30), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_ends_with_march_june_september_or_december(on: date, last: date) -> None:
    assert last_day_of_quarter(on) == last
