"""Which of the words that people wrote may be shown, and with which unit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

Unit = tuple[str, ...]
WRITERS = 10


def share_out(written: Iterable[tuple[Unit, str]], shown: Collection[Unit]) -> Mapping[Unit, tuple[str, ...]]:
    """Put each text with the smallest unit in which at least `WRITERS` people wrote, or with none.

    No text stands in two places, so that nothing is told by what a larger unit has and a smaller one has not: what is
    left over in a larger unit is shown only if it comes from `WRITERS` people or more, too. The order is that of the
    alphabet, which says nothing of the order in which they came.

    Args:
        written: the unit of each writer, as the way from the top, and the text.
        shown: the units of which figures are shown, with () for everyone.
    """
    waiting: dict[Unit, list[str]] = defaultdict(list)
    for unit, text in written:
        waiting[unit].append(text)
    placed: dict[Unit, tuple[str, ...]] = {}
    deepest = max((len(unit) for unit in waiting), default=0)
    for depth in range(deepest, -1, -1):
        for unit in [unit for unit in waiting if len(unit) == depth]:
            texts = waiting.pop(unit)
            if unit in shown and len(texts) >= WRITERS:
                placed[unit] = tuple(sorted(texts))
            elif unit:
                waiting[unit[:-1]] += texts
    return placed
