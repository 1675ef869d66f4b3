"""Groups in which people answer: none so small that an answer of it would be nearly somebody's."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

Unit = tuple[str, ...]


def large_groups(units: Iterable[Unit], fewest: int) -> Mapping[Unit, Unit]:
    """For each unit, the unit as part of which its people answer, () for the whole.

    Small units answer as part of the unit above. If those who then answer for a unit itself, and for none inside it,
    are still too few, its smallest part joins them: they would else be told apart by being in no part.

    Args:
        units: the way to the unit of each person, from the top.
        fewest: how many people a group needs.
    """
    people = Counter(units)
    of_unit = {unit: _large_enough(unit, _sizes(people), fewest) for unit in people}
    while small := _smallest_rest(_groups(people, of_unit), fewest):
        unit, part = small
        of_unit = {one: unit if way[: len(part)] == part else way for one, way in of_unit.items()}
    return of_unit


def _sizes(people: Mapping[Unit, int]) -> Counter[Unit]:
    sizes: Counter[Unit] = Counter()
    for unit, many in people.items():
        for depth in range(1, len(unit) + 1):
            sizes[unit[:depth]] += many
    return sizes


def _large_enough(unit: Unit, sizes: Mapping[Unit, int], fewest: int) -> Unit:
    depth = 0
    while depth < len(unit) and sizes[unit[: depth + 1]] >= fewest:
        depth += 1
    return unit[:depth]


def _groups(people: Mapping[Unit, int], of_unit: Mapping[Unit, Unit]) -> Counter[Unit]:
    groups: Counter[Unit] = Counter()
    for unit, way in of_unit.items():
        groups[way] += people[unit]
    return groups


def _smallest_rest(groups: Mapping[Unit, int], fewest: int) -> tuple[Unit, Unit] | None:
    """A unit of which too few answer for itself, with the smallest part that can join them."""
    parts: dict[Unit, Counter[Unit]] = defaultdict(Counter)
    for unit, many in groups.items():
        for depth in range(len(unit)):
            parts[unit[:depth]][unit[: depth + 1]] += many
    for unit, many in sorted(groups.items(), key=lambda group: (-len(group[0]), group[0])):
        if many < fewest and parts[unit]:
            return unit, min(parts[unit], key=lambda part: (parts[unit][part], part))
    return None
