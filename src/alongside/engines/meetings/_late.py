"""Regular expressions that are compiled when they are first used: to compile them all takes a tenth of the start."""

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled at its first use, and costs nothing more after that."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str, flags: int) -> None:
        self._uncompiled = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._uncompiled), name)
        setattr(self, name, found)
        return found
