"""From people to the cells that could be shown, coarse ones first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alongside.engines.release._records import EVERYONE, UNITS, Answer, CellName, Cut, Member, Policy, Unit

WHOLE = CellName(EVERYONE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cell that could be shown: who is in it, and of which cell it is a part."""

    name: CellName
    people: frozenset[str]
    parent: CellName | None = None


def reporting_units(members: Iterable[Member], policy: Policy) -> dict[Unit, Unit]:
    """For each unit, the smallest unit at or above it that has enough invited people, () for the whole."""
    members = list(members)
    ways = {member.unit for member in members}
    size = Counter(way[:depth] for way in (member.unit for member in members) for depth in range(1, len(way) + 1))
    return {way: _large_enough(way, size, max(policy.roll_up_below, policy.k)) for way in ways}


def _large_enough(way: Unit, size: Mapping[Unit, int], fewest: int) -> Unit:
    depth = 0
    while depth < len(way) and size[way[: depth + 1]] >= fewest:
        depth += 1
    return way[:depth]


def candidates(people: Iterable[Answer | Member], units: Mapping[Unit, Unit], cuts: Sequence[Cut]) -> list[Candidate]:
    """Everyone, each reporting unit and those above it, and each value of each cut; larger cells first.

    A value that its cut does not have counts as no value.
    """
    sets: dict[CellName, set[str]] = defaultdict(set)
    for someone in people:
        for name in _cells_of(someone, units, cuts):
            sets[name].add(someone.person)
    found = [Candidate(name, frozenset(inside), parent_of(name)) for name, inside in sets.items()]
    return sorted(found, key=lambda cell: (-len(cell.people), cell.name))


def _cells_of(someone: Answer | Member, units: Mapping[Unit, Unit], cuts: Sequence[Cut]) -> Iterable[CellName]:
    way = units.get(someone.unit, ())
    yield WHOLE
    yield from (CellName(UNITS, way[:depth]) for depth in range(1, len(way) + 1))
    for cut in cuts:
        value = someone.values.get(cut.name)
        if value in cut.values:
            yield CellName(cut.name, (str(value),))


def parent_of(name: CellName) -> CellName | None:
    if name == WHOLE:
        return None
    return CellName(UNITS, name.value[:-1]) if name.table == UNITS and len(name.value) > 1 else WHOLE
