"""Which of several paths are two halves of one transcript."""

from collections.abc import Iterable
from pathlib import Path

from alongside.engines.meetings._reading._recognising import is_half_of_pair

_BEGINNING = 10_000  # bytes


def pair_up(paths: Iterable[Path]) -> list[tuple[Path, Path | None]]:
    """Put a CTM and an RTTM of one name ("standup.ctm", "standup.rttm") together; any other path stays alone.

    Order is kept, a pair standing where its first half stood.
    """
    waiting: dict[Path, int] = {}
    pairs: list[tuple[Path, Path | None]] = []
    for path in paths:
        stem = path.with_suffix("")
        if not _is_half(path):
            pairs.append((path, None))
        elif stem in waiting:
            position = waiting.pop(stem)
            pairs[position] = (pairs[position][0], path)
        else:
            waiting[stem] = len(pairs)
            pairs.append((path, None))
    return pairs


def _is_half(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return is_half_of_pair(stream.read(_BEGINNING))
    except OSError:
        return False  # `read` says what is wrong with it
