"""Times, counts and names in words."""

from collections.abc import Sequence

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def clock(seconds: float) -> str:
    """Write a time in the meeting as players show it: 4:05, or 1:04:05 from the first hour on."""
    minutes, second = divmod(int(seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def how_long(seconds: float) -> str:
    """Say a length as running text does: six minutes, 45 seconds, two hours 10 minutes."""
    return " ".join(counted(count, unit) for count, unit in _in_units(seconds))


def length(seconds: float) -> str:
    """Write a length as a table does: 6 minutes."""
    return " ".join(f"{count:,} {unit if count == 1 else unit + 's'}" for count, unit in _in_units(seconds))


def _in_units(seconds: float) -> tuple[tuple[int, str], ...]:
    if seconds < 90:
        return ((round(seconds), "second"),)
    minutes = round(seconds / 60)
    if minutes < 90:
        return ((minutes, "minute"),)
    hours, rest = divmod(minutes, 60)
    return ((hours, "hour"), (rest, "minute")) if rest else ((hours, "hour"),)


def number(count: int) -> str:
    """Spell a number up to ten, as running text does."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def counted(count: int, noun: str, nouns: str = "") -> str:
    return f"{number(count)} {noun if count == 1 else nouns or noun + 's'}"


def times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def begun(sentence: str) -> str:
    """Begin with a capital letter and leave the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


def percents(shares: Sequence[float]) -> tuple[str, ...]:
    """Write shares of a whole so that they still add up: those with the largest rests are rounded up."""
    whole = [int(100 * share) for share in shares]
    by_rest = sorted(range(len(shares)), key=lambda place: whole[place] - 100 * shares[place])
    for place in by_rest[: round(100 * sum(shares)) - sum(whole)]:
        whole[place] += 1
    return tuple(f"{percent}%" for percent in whole)
