"""Time stamps as people and programs write them."""

import math
from datetime import UTC, datetime

STAMP = r"(?:\d{1,4}:)?\d{1,4}:\d{1,2}(?:[.,]\d{1,9})?(?:\s?[AaPp]\.?[Mm]\b\.?)?"

DAY = 86_400.0
HOUR = 3_600.0


def seconds_of_stamp(stamp: str) -> float:
    """Read "0:05", "00:00:05,250" or "10:02:11 AM"."""
    fields = stamp.rstrip("aApPmM. ").replace(",", ".").split(":")
    half_day = stamp.lower()[len(":".join(fields)) :]
    if half_day and len(fields) == 2:
        fields.append("0")
    total = 0.0
    for number in fields:
        total = total * 60 + float(number)
    if half_day:
        total = total % (DAY / 2) + (DAY / 2 if "p" in half_day else 0.0)
    return total


def has_hours(stamp: str) -> bool:
    return stamp.count(":") > 1 or stamp.lower().rstrip(".").endswith("m")


def seconds_of_date(date: str) -> float:
    """Read a date and time such as "2026-03-02T09:00:05.250Z"; one without a zone is taken as UTC."""
    moment = datetime.fromisoformat(date)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def seconds(value: str | float) -> float:
    """Read a number of seconds that may be written as text.

    Raises:
        ValueError: it is not a finite number.
    """
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("not a time")
    return number
