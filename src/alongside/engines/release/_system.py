"""What an attacker has: bands over people who cannot be told apart."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.engines.release._records import Cell

Group = tuple[int, ...]

_SMALL_CELL = 60


@dataclass(frozen=True, slots=True)
class System:
    """Bands over atoms.

    Attributes:
        people: who is in each atom.
        inside: the cells that each atom is in.
        low, high: the band of each cell.
        groups: atoms whose count together must not be known: each by itself, and those alike in one of the rounds.
    """

    people: tuple[tuple[str, ...], ...]
    inside: tuple[tuple[int, ...], ...]
    low: tuple[int, ...]
    high: tuple[int, ...]
    groups: tuple[Group, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(len(alike) for alike in self.people)


def system_of(cells: Sequence[Cell], k: int) -> System:
    """All cells as bands over atoms, as if nobody changed their answer from one round to the next."""
    where: dict[str, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        for person in cell.members:
            where[person].append(number)
    alike: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for person in sorted(where):
        alike[tuple(where[person])].append(person)
    rounds = [cell.round for cell in cells]
    return System(
        people=tuple(tuple(people) for people in alike.values()),
        inside=tuple(alike),
        low=tuple(cell.low for cell in cells),
        high=tuple(cell.high for cell in cells),
        groups=(*((atom,) for atom in range(len(alike))), *_alike_in_a_round(alike, rounds, k)),
    )


def _alike_in_a_round(alike: Mapping[tuple[int, ...], Sequence[str]], rounds: Sequence[int], k: int) -> Iterator[Group]:
    for one in set(rounds) if len(set(rounds)) > 1 else ():
        together: dict[tuple[int, ...], list[int]] = defaultdict(list)
        for atom, cells in enumerate(alike):
            together[tuple(cell for cell in cells if rounds[cell] == one)].append(atom)
        sizes = [len(people) for people in alike.values()]
        for cells, atoms in together.items():
            if cells and len(atoms) > 1 and sum(sizes[atom] for atom in atoms) < k:
                yield tuple(atoms)


def atoms_of_small_cells(system: System) -> Mapping[int, list[int]]:
    in_cell: dict[int, list[int]] = defaultdict(list)
    for atom, cells in enumerate(system.inside):
        for cell in cells:
            in_cell[cell].append(atom)
    sizes = system.sizes
    return {cell: atoms for cell, atoms in in_cell.items() if sum(sizes[atom] for atom in atoms) <= _SMALL_CELL}


def totals(system: System, counts: Sequence[int]) -> list[int]:
    total = [0] * len(system.low)
    for atom, cells in enumerate(system.inside):
        for cell in cells:
            total[cell] += counts[atom]
    return total
