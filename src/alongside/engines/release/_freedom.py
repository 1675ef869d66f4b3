"""What follows from the bands: whose answer, or the count of which few people, is the same in all possible worlds?

A world is one way of answering that fits all that was published, in this round and in those before. People who are in
the same cells cannot be told apart; they are an atom, and a world is a count for each atom. If two worlds differ in the
count of an atom by one, nobody of that atom is known: somebody in it could be 0 and could be 1, and so could each.

Worlds are found by walking: from one that fits, the count of an atom goes up or down by one if all bands allow it. What
the walk did not move is asked of HiGHS (integer programming, as attackers do: Garfinkel, Abowd and Martindale 2019).
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from alongside.engines.release._records import Cell
from alongside.engines.release._system import Group, System, atoms_of_small_cells, system_of, totals
from alongside.engines.release._walking import Walk

_SECONDS = 60.0
# Groups in doubt, times groups there are: a third of a second for each thousand of these.
_ASKED_IN_FULL = 300_000
_NO_WORLD = 2  # HiGHS: infeasible


class Undecided(Exception):
    """The solver ran out of time; whoever asked must take it that people are known."""


def known_people(cells: Sequence[Cell], k: int, answers: Mapping[str, int] | None = None) -> frozenset[str] | None:
    """Who is in a group whose count is the same in every world; None if there is no world.

    `answers` is a world to begin with, where one is known.

    Raises:
        Undecided: no answer in a minute.
    """
    system = system_of(cells, k)
    start = some_world(system) if answers is None else [sum(answers[one] for one in alike) for alike in system.people]
    if start is None:
        return None
    walk = Walk(system, start)
    walk.go()
    left = [group for group in system.groups if not walk.has_moved(group)]
    known = _unmoved_in_any_world(system, start, left) if left else set()
    return frozenset(person for group in known for atom in group for person in system.people[atom])


def some_world(system: System) -> list[int] | None:
    """Counts that fit all bands, or None if nothing does: then people changed their answers.

    Raises:
        Undecided: no answer in a minute.
    """
    status, world = _solve(system, np.zeros(len(system.people)))
    if world is None and status != _NO_WORLD:
        raise Undecided
    return world


def cells_that_fit(before: Sequence[Cell], now: Sequence[Cell], k: int) -> list[Cell]:
    """The cells of earlier rounds that can be true together with this one's if nobody changed their answer.

    Found by giving way as little as can be in the bands of earlier cells; a cell that had to give way does not fit.

    Raises:
        Undecided: no answer in a minute.
    """
    system = system_of([*before, *now], k)
    give = len(before)
    _, world = _solve(system, np.zeros(len(system.people)), may_give=give)
    if world is None:
        raise Undecided
    total = totals(system, world)
    return [cell for cell, sum_ in zip(before, total, strict=False) if cell.low <= sum_ <= cell.high]


def known_from_two(before: Iterable[Cell], now: Iterable[Cell], k: int) -> frozenset[str]:
    """Who is known from an earlier cell and one of this round, if these two are all that somebody believes."""
    found: set[str] = set()
    now = list(now)
    for old in before:
        for new in now:
            if both := old.members & new.members:
                found |= _known_from(old, new, both, k)
    return frozenset(found)


def _known_from(old: Cell, new: Cell, both: frozenset[str], k: int) -> set[str]:
    only_old, only_new = old.members - both, new.members - both
    least = max(0, old.low - len(only_old), new.low - len(only_new))
    most = min(len(both), old.high, new.high)
    parts = (
        (both, least, most),
        (only_old, max(0, old.low - most), min(len(only_old), old.high - least)),
        (only_new, max(0, new.low - most), min(len(only_new), new.high - least)),
    )
    told = (people for people, low, high in parts if low == high and (len(people) < k or low in {0, len(people)}))
    return set().union(*told) if least <= most else set()


def _unmoved_in_any_world(system: System, start: Sequence[int], unmoved: Iterable[Group]) -> set[Group]:
    """Ask for each group for a world near the first in which it moves; for those that are left, for any such world.

    Where that would take long, as many are left in a large system, what does not move near by is taken to be known.
    """
    in_cell = atoms_of_small_cells(system)
    left = {group for group in unmoved if not _moves_nearby(system, start, group, in_cell)}
    for group in sorted(left) if len(left) * len(system.people) <= _ASKED_IN_FULL else ():
        if group in left:
            left -= _moved(system, start, group, left)
    return left


def _moved(system: System, start: Sequence[int], towards: Group, among: Iterable[Group]) -> set[Group]:
    wanted = np.zeros(len(system.people))
    wanted[list(towards)] = 1.0
    worlds = [world for way in (wanted, -wanted) if (world := _solve(system, way)[1])]
    return {
        group
        for group in among
        for world in worlds
        if sum(world[atom] for atom in group) != sum(start[atom] for atom in group)
    }


def _moves_nearby(system: System, start: Sequence[int], group: Group, in_cell: Mapping[int, Sequence[int]]) -> bool:
    """Whether the group moves while all who share no small cell with it stay as they are: a small question."""
    cells_near = {cell for atom in group for cell in system.inside[atom]}
    near = sorted({*group, *(atom for cell in cells_near for atom in in_cell.get(cell, ()))})
    cells = sorted({cell for atom in near for cell in system.inside[atom]})
    row = {cell: number for number, cell in enumerate(cells)}
    fixed = totals(system, start)
    for atom in near:
        for cell in system.inside[atom]:
            fixed[cell] -= start[atom]
    part = System(
        people=tuple(system.people[atom] for atom in near),
        inside=tuple(tuple(row[cell] for cell in system.inside[atom]) for atom in near),
        low=tuple(system.low[cell] - fixed[cell] for cell in cells),
        high=tuple(system.high[cell] - fixed[cell] for cell in cells),
        groups=(),
    )
    here = tuple(near.index(atom) for atom in group)
    return bool(_moved(part, [start[atom] for atom in near], here, [here]))


def _solve(system: System, costs: np.ndarray[Any, Any], *, may_give: int = 0) -> tuple[int, list[int] | None]:
    """The status of HiGHS, and a world of least cost; the first `may_give` cells may give way, at a cost."""
    # scipy takes a third of a second to import, which only a release should pay.
    from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415
    from scipy.sparse import csr_array, eye_array, hstack  # noqa: PLC0415

    columns = [atom for atom, cells in enumerate(system.inside) for _ in cells]
    rows = [cell for cells in system.inside for cell in cells]
    atoms = len(system.people)
    matrix = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(system.low), atoms))
    if may_give:
        gives = eye_array(len(system.low), may_give, format="csr")
        matrix = hstack([matrix, gives, -gives], format="csr")
        costs = np.concatenate([costs, np.ones(2 * may_give)])
    found = milp(
        costs,
        integrality=np.concatenate([np.ones(atoms), np.zeros(2 * may_give)]),
        bounds=Bounds(0, np.concatenate([np.array(system.sizes), np.full(2 * may_give, np.inf)])),
        constraints=LinearConstraint(matrix, np.array(system.low), np.array(system.high)),
        options={"time_limit": _SECONDS},
    )
    return int(found.status), None if found.x is None else [round(value) for value in found.x[:atoms]]
