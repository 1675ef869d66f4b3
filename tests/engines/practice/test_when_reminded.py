"""When somebody is reminded: at their hour, on their days, once a day, and never at night."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines import practice

ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/London",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",  # summer time of half an hour
            "Pacific/Apia",
            "Asia/Kathmandu",
            "America/New_York",
            "Pacific/Kiritimati",
            "Africa/Cairo",
            "UTC",
        )
    ]
)
MOMENTS = st.datetimes(dt.datetime(2009, 1, 1), dt.datetime(2035, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001
HOURS = st.sampled_from(practice.HOURS)
WEEKDAYS = st.sets(st.integers(0, 6), min_size=1)


def at(text: str, zone: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


@given(after=MOMENTS, hour=HOURS, zone=ZONES, weekdays=WEEKDAYS)
def test_a_reminder_comes_at_its_hour_on_a_working_day_of_the_place(
    after: dt.datetime, hour: int, zone: ZoneInfo, weekdays: set[int]
) -> None:
    there = practice.next_reminder(after, hour=hour, zone=zone, weekdays=weekdays).astimezone(zone)
    assert there > after
    assert there.weekday() in weekdays
    assert there.hour == hour
    assert 7 <= there.hour < 20


@given(after=MOMENTS, hour=HOURS, zone=ZONES, weekdays=WEEKDAYS)
def test_a_day_has_one_reminder_at_most_and_none_is_left_out(
    after: dt.datetime, hour: int, zone: ZoneInfo, weekdays: set[int]
) -> None:
    first = practice.next_reminder(after, hour=hour, zone=zone, weekdays=weekdays)
    second = practice.next_reminder(first, hour=hour, zone=zone, weekdays=weekdays)
    days = (second.astimezone(zone).date() - first.astimezone(zone).date()).days
    assert 1 <= days <= 8
    between = {(first.astimezone(zone).date() + dt.timedelta(days=day)).weekday() for day in range(1, days)}
    assert len(between & weekdays) <= (zone.key == "Pacific/Apia"), "Samoa left out a Friday"


def test_the_clocks_do_not_move_a_reminder() -> None:
    before, after = at("2026-10-24 12:00", "Europe/London"), at("2026-10-25 12:00", "Europe/London")
    for moment in (before, after):
        found = practice.next_reminder(moment, hour=9, zone=ZoneInfo("Europe/London"), weekdays=range(7))
        assert found.astimezone(ZoneInfo("Europe/London")).hour == 9


def test_a_day_that_a_country_left_out_has_no_reminder() -> None:
    assert practice.reminder_at(dt.date(2011, 12, 30), 9, ZoneInfo("Pacific/Apia")) is None


def test_an_hour_at_night_is_refused() -> None:
    for hour in (0, 6, 20, 23):
        with pytest.raises(ValueError, match="hour: expected 7 to 19"):
            practice.reminder_at(dt.date(2026, 1, 1), hour, ZoneInfo("UTC"))


DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("days_away", "pick_up_days_ago", "kind"),
    [(0, None, "act"), (14, None, "act"), (15, None, None), (30, None, None), (31, None, "pick_up"), (60, 3, None)],
)
def test_after_two_weeks_of_silence_there_is_one_question_a_month(
    days_away: int, pick_up_days_ago: int | None, kind: str | None
) -> None:
    asked = None if pick_up_days_ago is None else DAY - dt.timedelta(days=pick_up_days_ago)
    seen = DAY - dt.timedelta(days=days_away)
    assert practice.reminder_kind(DAY, last_seen=seen, last_pick_up=asked) == kind


@given(length=st.integers(1, 400))
def test_a_silence_of_any_length_brings_one_question_in_31_days_at_most(length: int) -> None:
    seen, asked, questions = DAY, None, []
    for day in range(1, length):
        on = DAY + dt.timedelta(days=day)
        if practice.reminder_kind(on, last_seen=seen, last_pick_up=asked) == "pick_up":
            questions.append(on)
            asked = on
    assert all((later - earlier).days >= 31 for earlier, later in itertools.pairwise(questions))
