"""Attack what was published, as somebody would who knows who answered in each cell, and this program.

Nothing here is shared with the code that decides what to publish: a fault there is not repeated here. Three attacks:

- `sum`: adding and subtracting figures, as if they were exact, until a count of fewer than k people is left (Denning
  and Denning 1979). Found here by projecting each small group on the space of the figures.
- `bounds`: all answers that fit the bands, for each round and for all together (Dwork, Smith, Steinke and Ullman 2017;
  Garfinkel, Abowd and Martindale 2019): the least and the greatest count of each group of people who are always in the
  same cells, by integer programming.
- `difference`: two figures of two rounds, and the people who are in one of them only.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np

from alongside.engines.release._records import Cell, Exposure

Numbers = np.ndarray[Any, np.dtype[np.float64]]

_NEAR = 1e-6
_GROUPS_IN_THREES = 80


def attack(cells: Sequence[Cell], k: int) -> tuple[Exposure, ...]:
    """Whose answers can be worked out of all cells that were ever published; () if nobody's.

    Args:
        cells: from one or several releases, in any order.
        k: the promise: a count that is known exactly is an exposure if it is of fewer people.
    """
    found: list[Exposure] = []
    for question in sorted({cell.question for cell in cells}):
        asked = [cell for cell in cells if cell.question == question]
        for some in _views(asked):
            found += _sums(some, k)
            found += _bounds(some, k) or ()
        found += _differences(asked, k)
    return tuple(dict.fromkeys(found))


def _views(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Each round alone, where people may have changed their minds in between; then each two, then all."""
    rounds = sorted({cell.round for cell in cells})
    for chosen in dict.fromkeys([*((one,) for one in rounds), *combinations(rounds, 2), tuple(rounds)]):
        yield [cell for cell in cells if cell.round in chosen]


@dataclass(frozen=True, slots=True)
class _Groups:
    """People who are in the same cells; `matrix` has a row for each cell and a column for each group."""

    people: tuple[tuple[str, ...], ...]
    matrix: Numbers
    low: Numbers
    high: Numbers

    @property
    def sizes(self) -> Numbers:
        return np.array([len(alike) for alike in self.people], dtype=float)


def _groups(cells: Sequence[Cell]) -> _Groups:
    signature: dict[str, set[int]] = defaultdict(set)
    for row, cell in enumerate(cells):
        for person in cell.members:
            signature[person].add(row)
    alike: dict[frozenset[int], list[str]] = defaultdict(list)
    for person, rows in sorted(signature.items()):
        alike[frozenset(rows)].append(person)
    matrix = np.zeros((len(cells), len(alike)))
    for column, inside in enumerate(alike):
        matrix[list(inside), column] = 1.0
    people = tuple(tuple(group) for group in alike.values())
    return _Groups(
        people, matrix, *(np.array([getattr(cell, end) for cell in cells], float) for end in ("low", "high"))
    )


def _exposure(how: Any, cells: Sequence[Cell], people: Iterable[str], low: float, high: float) -> Exposure:
    rounds = tuple(sorted({cell.round for cell in cells}))
    return Exposure(how, cells[0].question, rounds, tuple(sorted(people)), round(low), round(high))


def _sums(cells: Sequence[Cell], k: int) -> list[Exposure]:
    groups = _groups(cells)
    _, strengths, directions = np.linalg.svd(groups.matrix, full_matrices=False)
    reached = directions[strengths > _NEAR * max(groups.matrix.shape)]
    small = [column for column, alike in enumerate(groups.people) if len(alike) < k]
    # What is left of a group's indicator outside the space of the figures; a union is reached if its rests cancel out.
    rests = -(reached.T @ reached[:, small]).T
    rests[np.arange(len(small)), small] += 1.0
    most = 3 if len(small) <= _GROUPS_IN_THREES else 1
    unions = (union for size in range(1, most + 1) for union in _cancelling(rests, size))
    people = ([person for one in union for person in groups.people[small[one]]] for union in unions)
    return [_exposure("sum", cells, inside, 0, len(inside)) for inside in people if len(inside) < k]


def _cancelling(rests: Numbers, size: int) -> Iterator[tuple[int, ...]]:
    if size == 1:
        yield from ((int(one),) for one in np.flatnonzero(np.abs(rests).max(axis=1, initial=0) < _NEAR))
        return
    for chosen in combinations(range(len(rests)), size - 1):
        later = rests[chosen[-1] + 1 :]
        together = later + rests[list(chosen)].sum(axis=0)
        for one in np.flatnonzero(np.abs(together).max(axis=1, initial=0) < _NEAR):
            yield (*chosen, chosen[-1] + 1 + int(one))


def _bounds(cells: Sequence[Cell], k: int) -> list[Exposure] | None:
    """None if no answers fit all cells: somebody answered otherwise in another round."""
    groups = _groups(cells)
    world = _world(groups, np.zeros(len(groups.people)))
    if world is None:
        return None
    least, greatest = world.copy(), world.copy()
    _stretch_all(groups, least, greatest)
    known = np.flatnonzero((least == greatest) & ((groups.sizes < k) | (least == 0) | (least == groups.sizes)))
    return [_exposure("bounds", cells, groups.people[one], least[one], greatest[one]) for one in known]


def _only(column: int, columns: int) -> Numbers:
    wanted = np.zeros(columns)
    wanted[column] = 1.0
    return wanted


def _stretch(groups: _Groups, wanted: Numbers, least: Numbers, greatest: Numbers) -> None:
    for way in (wanted, -wanted):
        other = _world(groups, way)
        if other is not None:
            np.minimum(least, other, out=least)
            np.maximum(greatest, other, out=greatest)


def _stretch_all(groups: _Groups, least: Numbers, greatest: Numbers) -> None:
    """Move as many groups at once as can be; then ask for each of those that are left by itself."""
    while (still := least == greatest).any():
        _stretch(groups, still.astype(float), least, greatest)
        if ((least == greatest) == still).all():
            break
    for column in np.flatnonzero(least == greatest):
        if least[column] == greatest[column]:
            _stretch(groups, _only(int(column), len(groups.people)), least, greatest)


def _world(groups: _Groups, costs: Numbers) -> Numbers | None:
    from scipy.optimize import LinearConstraint, milp  # noqa: PLC0415 - a third of a second, only for an attack
    from scipy.sparse import csr_array  # noqa: PLC0415

    found = milp(
        costs,
        integrality=np.ones_like(costs),
        bounds=(0, groups.sizes),
        constraints=[LinearConstraint(csr_array(groups.matrix), groups.low, groups.high)],
    )
    return None if found.x is None else np.round(found.x)


def _differences(cells: Sequence[Cell], k: int) -> list[Exposure]:
    """Two cells of two rounds: what is known of those who are in the one and not in the other?"""
    found = []
    for one, other in _meeting(cells):
        for here, there in ((one, other), (other, one)):
            only = here.members - there.members
            shared = len(here.members & there.members)
            least = max(0, here.low - min(shared, there.high))
            most = min(len(only), here.high - max(0, there.low - len(there.members - here.members)))
            told = least == most or least == len(only) or most == 0
            if only and least <= most and told and (len(only) < k or least == len(only) or most == 0):
                found.append(_exposure("difference", [one, other], only, least, most))
    return found


def _meeting(cells: Sequence[Cell]) -> Iterator[tuple[Cell, Cell]]:
    """Pairs of cells of two rounds that share people."""
    where: Mapping[str, list[int]] = defaultdict(list)
    for number, cell in enumerate(cells):
        for person in cell.members:
            where[person].append(number)
    pairs = Counter(pair for inside in where.values() for pair in combinations(inside, 2))
    for one, other in pairs:
        if cells[one].round != cells[other].round:
            yield cells[one], cells[other]
