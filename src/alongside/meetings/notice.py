"""How long people have to object: hours of their own working days, so that nobody has to object at night."""

import datetime as dt
from collections.abc import Collection
from zoneinfo import ZoneInfo

_FROM, _TO = dt.time(9), dt.time(17)
_LONGEST = dt.timedelta(days=7)
_QUARTER = dt.timedelta(minutes=15)


def end_of_notice(start: dt.datetime, hours: int, *, zone: ZoneInfo, weekdays: Collection[int]) -> dt.datetime:
    """When somebody has had `hours` of their working time since `start`: up to a quarter of an hour later, in UTC.

    Working time is 9 to 17 in their zone, on their working days (Monday is 0). Somebody who works less
    than that in a week has a week.
    """
    left = dt.timedelta(hours=hours)
    first = start.astimezone(zone).date()
    for number in range(_LONGEST.days + 1):
        day = first + dt.timedelta(days=number)
        morning = _in_utc(day, _FROM, zone)
        # Countries have left out a whole day to change sides of the date line.
        if day.weekday() not in weekdays or morning.astimezone(zone).date() != day:
            continue
        begin = max(start, morning)
        there_is = _in_utc(day, _TO, zone) - begin
        if there_is >= left:
            return _quarter_after(min(begin + left, start + _LONGEST))
        left -= max(there_is, dt.timedelta())
    return _quarter_after(start + _LONGEST)


def _in_utc(day: dt.date, time: dt.time, zone: ZoneInfo) -> dt.datetime:
    return dt.datetime.combine(day, time, zone).astimezone(dt.UTC)


def _quarter_after(at: dt.datetime) -> dt.datetime:
    at = at.astimezone(dt.UTC)
    over = (at - dt.datetime.min.replace(tzinfo=dt.UTC)) % _QUARTER
    return at + (_QUARTER - over if over else over)
