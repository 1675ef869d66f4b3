"""How long people have to object: hours of their own working days."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.meetings.notice import end_of_notice

LONDON, TOKYO, APIA = ZoneInfo("Europe/London"), ZoneInfo("Asia/Tokyo"), ZoneInfo("Pacific/Apia")
WEEK = range(5)


def local(text: str, zone: ZoneInfo = LONDON) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("told", "hours", "ends"),
    [
        ("2026-11-23 09:00", 4, "2026-11-23 13:00"),
        ("2026-11-23 07:00", 4, "2026-11-23 13:00"),
        ("2026-11-23 15:00", 4, "2026-11-24 11:00"),
        ("2026-11-23 20:00", 4, "2026-11-24 13:00"),
        ("2026-11-27 16:00", 4, "2026-11-30 12:00"),
        ("2026-11-23 09:00", 20, "2026-11-25 13:00"),
        ("2026-11-23 09:07", 2, "2026-11-23 11:15"),
    ],
)
def test_only_working_hours_count(told: str, hours: int, ends: str) -> None:
    assert end_of_notice(local(told), hours, zone=LONDON, weekdays=WEEK) == local(ends)


def test_each_person_has_hours_of_their_own_day() -> None:
    told = local("2026-11-23 09:00")
    assert end_of_notice(told, 4, zone=TOKYO, weekdays=WEEK) == local("2026-11-24 13:00", TOKYO)


def test_somebody_who_works_on_thursdays_has_until_thursday() -> None:
    ends = end_of_notice(local("2026-11-23 09:00"), 4, zone=LONDON, weekdays={3})
    assert ends == local("2026-11-26 13:00")


def test_nobody_waits_for_more_than_a_week() -> None:
    ends = end_of_notice(local("2026-11-23 09:00"), 20, zone=LONDON, weekdays={3})
    assert ends == local("2026-11-30 09:00")


def test_a_day_that_a_country_skipped_is_not_counted() -> None:
    """Samoa went from 29 to 31 December 2011, a Thursday to a Saturday."""
    ends = end_of_notice(local("2011-12-29 15:00", APIA), 4, zone=APIA, weekdays=WEEK)
    assert ends == local("2012-01-02 11:00", APIA)


@given(
    told=st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1), timezones=st.just(dt.UTC)),  # noqa: DTZ001
    hours=st.integers(2, 20),
    zone=st.sampled_from(["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
    days=st.sets(st.integers(0, 6), min_size=1),
)
def test_there_are_always_as_many_hours_as_were_promised(
    told: dt.datetime, hours: int, zone: str, days: set[int]
) -> None:
    ends = end_of_notice(told, hours, zone=ZoneInfo(zone), weekdays=days)
    assert dt.timedelta(hours=hours) <= ends - told <= dt.timedelta(days=7, minutes=15)
