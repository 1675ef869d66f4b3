"""Days as a person has them: in their own time zone, on their own working days."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MONDAY_TO_FRIDAY = frozenset(range(5))
"""Working days as `date.weekday` counts them: Monday is 0."""

_MONTHS_OF_A_QUARTER = 3


def local_date(now: datetime, zone: str) -> date:
    """Return the date that it is in a time zone at one moment, by the zone's own summer time.

    Raises:
        ValueError: `now` has no time zone, or `zone` is no name of the IANA database such as "Europe/Berlin".
    """
    if now.tzinfo is None:
        raise ValueError("now: expected a time with a time zone, such as one in UTC; found one without")
    try:
        there = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise ValueError(f"zone: expected a name such as Europe/Berlin; found {zone!r}") from fault
    return now.astimezone(there).date()


def next_date(on: date, working_days: Collection[int]) -> date:
    """Return the first working day after a date; `working_days` count from Monday, which is 0.

    Raises:
        ValueError: there is no working day, or one that is no day of the week.
    """
    if not working_days or not set(working_days) <= set(range(7)):
        raise ValueError(f"working_days: expected one or more of 0 (Monday) to 6; found {sorted(working_days)}")
    following = on + timedelta(days=1)
    while following.weekday() not in working_days:
        following += timedelta(days=1)
    return following


def last_day_of_quarter(on: date) -> date:
    """Return the last day of the quarter of the year that a date is in."""
    months = _MONTHS_OF_A_QUARTER * (1 + (on.month - 1) // _MONTHS_OF_A_QUARTER)
    year, month = (on.year + 1, 1) if months == 12 else (on.year, months + 1)
    return date(year, month, 1) - timedelta(days=1)
