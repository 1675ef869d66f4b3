"""When somebody is reminded, and of what: at their hour, on their days, once a day, and with no word after a silence.

All times go through the person's own zone, so that summer time, skipped days and travel are those of the place.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

HOURS = range(7, 20)
"""The hours of the day that a reminder may be set to. None of them is at night."""

STALE_AFTER = timedelta(hours=3)
"""A reminder that could not be handed over by then is dropped: its moment is over."""

_QUIET_AFTER = timedelta(days=14)
_PICK_UP_EVERY = timedelta(days=31)

ReminderKind = Literal["act", "pick_up"]


def reminder_at(on: date, hour: int, zone: ZoneInfo) -> datetime | None:
    """Return the moment of a day's reminder, in UTC; None if the place has no such day.

    An hour that the clocks leave out in spring is the one after it; of one that comes twice in autumn, the first.

    Args:
        on: the date, as it is there.
        hour: of `HOURS`.
        zone: where the person is.

    Raises:
        ValueError: the hour is none of `HOURS`.
    """
    if hour not in HOURS:
        raise ValueError(f"hour: expected {HOURS[0]} to {HOURS[-1]}; found {hour}")
    at = datetime.combine(on, time(hour), zone).astimezone(UTC)
    return at if at.astimezone(zone).date() == on else None


def next_reminder(after: datetime, *, hour: int, zone: ZoneInfo, weekdays: Collection[int]) -> datetime:
    """Return the first reminder after a moment, in UTC, on one of the days from Monday (0) that somebody works.

    Raises:
        ValueError: there is no weekday, or the hour is none of `HOURS`.
    """
    if not set(weekdays) & set(range(7)):
        raise ValueError("weekdays: expected one or more of 0 (Monday) to 6")
    on = after.astimezone(zone).date()
    while True:
        at = reminder_at(on, hour, zone) if on.weekday() in weekdays else None
        if at is not None and at > after:
            return at
        on += timedelta(days=1)


def reminder_kind(on: date, *, last_seen: date, last_pick_up: date | None) -> ReminderKind | None:
    """Return what to remind of on a day, or None.

    Somebody who has been here in the last fourteen days gets the act of the day. After that there is silence, but for
    one question a month: "pick up where you are?".

    Args:
        on: the day, where the person is.
        last_seen: when they last looked at an act; at first the day on which they asked for reminders.
        last_pick_up: when the question was last put.
    """
    if on - last_seen <= _QUIET_AFTER:
        return "act"
    asked = max(last_pick_up or last_seen, last_seen)
    return "pick_up" if on - asked >= _PICK_UP_EVERY else None
