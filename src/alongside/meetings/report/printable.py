"""Text from a file may hold anything; what is printed from it may not move a cursor or turn a line around."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar

Record = TypeVar("Record")

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]+")


def plain(text: str) -> str:
    """Put a space for line ends, controls (ESC begins a terminal's commands) and marks of writing direction."""
    return _UNSEEN.sub(" ", text)


def printable(record: Record) -> Record:
    """Make every text in a record of records plain."""
    made: Any = _made_plain(record)
    return made  # type: ignore[no-any-return]


def _made_plain(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(map(_made_plain, value))
    # Nearly every record is plain already, and a meeting has thousands.
    kind: Any = type(value)
    changes = {name: now for name in _field_names(kind) if (now := _made_plain(was := getattr(value, name))) != was}
    return replace(value, **changes) if changes else value


@cache
def _field_names(kind: type[object]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
