"""From one world to the next, by one answer or by two that change places."""

from collections.abc import Iterable, Sequence

import numpy as np

from alongside.engines.release._spans import looks_like_chance
from alongside.engines.release._system import Group, System, atoms_of_small_cells, totals

_SWEEPS = 48
_SWEEPS_IN_VAIN = 4


class Walk:
    """A walk through worlds that notes which atoms moved.

    A group of atoms has moved if one of its atoms went up or down alone; a single atom also if it changed places with
    another atom.
    """

    def __init__(self, system: System, start: Sequence[int]) -> None:
        self._sizes = system.sizes
        self._inside = system.inside
        self._count = list(start)
        now = totals(system, start)
        self._up = [high - total for high, total in zip(system.high, now, strict=True)]
        self._down = [total - low for low, total in zip(system.low, now, strict=True)]
        self._in_cell = atoms_of_small_cells(system)
        self._unmoved = set(range(len(start)))
        self._unstepped = set(range(len(start)))

    def has_moved(self, group: Group) -> bool:
        still = self._unmoved if len(group) == 1 else self._unstepped
        return not still.issuperset(group)

    def go(self) -> None:
        in_vain = 0
        for sweep in range(_SWEEPS):
            before = len(self._unmoved)
            for atom in _in_some_order(len(self._count), sweep):
                self._step(atom, rising=(atom + sweep) % 2 == 0)
            for atom in sorted(self._unmoved):
                self._change_places(atom)
            in_vain = in_vain + 1 if len(self._unmoved) == before else 0
            if not self._unmoved or in_vain > _SWEEPS_IN_VAIN:
                return

    def _step(self, atom: int, *, rising: bool) -> None:
        for way in (1, -1) if rising else (-1, 1):
            if self._can_move(atom, way) and not self._tight(atom, way):
                self._move(atom, way)
                self._unmoved.discard(atom)
                self._unstepped.discard(atom)
                return

    def _can_move(self, atom: int, way: int) -> bool:
        return self._count[atom] < self._sizes[atom] if way > 0 else self._count[atom] > 0

    def _tight(self, atom: int, way: int) -> list[int]:
        room = self._up if way > 0 else self._down
        return [cell for cell in self._inside[atom] if room[cell] == 0]

    def _move(self, atom: int, way: int) -> None:
        self._count[atom] += way
        for cell in self._inside[atom]:
            self._up[cell] -= way
            self._down[cell] += way

    def _change_places(self, atom: int) -> None:
        for way in (1, -1):
            tight = self._tight(atom, way)
            if not tight or not self._can_move(atom, way):
                continue
            for other in self._in_cell.get(tight[0], ()):
                if other != atom and self._can_move(other, -way) and self._fits(atom, other, way, tight):
                    self._move(atom, way)
                    self._move(other, -way)
                    self._unmoved -= {atom, other}
                    return

    def _fits(self, atom: int, other: int, way: int, tight: Sequence[int]) -> bool:
        theirs = self._inside[other]
        return set(tight) <= set(theirs) and set(self._tight(other, -way)) <= set(self._inside[atom])


def _in_some_order(atoms: int, sweep: int) -> Iterable[int]:
    order: list[int] = np.argsort(looks_like_chance(atoms, sweep)).tolist()
    return order
