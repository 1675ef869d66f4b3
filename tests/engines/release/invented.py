"""Small organisations that release tests are made of."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, product
from random import Random

from alongside.engines.release import Answer, Cell, Chance, Cut, Member, Policy, Release, ReleasePlan, plan, release

QUESTION = "heard"
TIME_HERE = Cut("time_here", ("under a year", "longer"))


def members(*units: int, cut: Sequence[int] = ()) -> list[Member]:
    """So many people in each unit; the first `cut[unit]` of them are here for under a year."""
    values = [
        [TIME_HERE.values[0] if number < new else TIME_HERE.values[1] for number in range(size)]
        for size, new in zip(units, cut or [0] * len(units), strict=True)
    ]
    return [
        Member(f"u{unit}p{number}", (f"unit {unit}",), {TIME_HERE.name: value})
        for unit, inside in enumerate(values)
        for number, value in enumerate(inside)
    ]


def answers(people: Iterable[Member], said: Mapping[str, int] | int = 0) -> list[Answer]:
    return [
        Answer(one.person, {QUESTION: said if isinstance(said, int) else said[one.person]}, one.unit, one.values)
        for one in people
    ]


def opened(people: Sequence[Member], *cuts: Cut, k: int = 5) -> ReleasePlan:
    return plan(people, cuts, Policy(k=k, roll_up_below=k), questions=[QUESTION])


class Coins:
    """Chance with the first draws given: 0 is the lowest band that holds the count, -1 the highest. Then by a seed."""

    def __init__(self, *first: int, seed: int = 1) -> None:
        self._first = list(first)
        self._then = Random(seed)  # noqa: S311 - to be drawn again

    def randrange(self, stop: int, /) -> int:
        return self._first.pop(0) % stop if self._first else self._then.randrange(stop)


def released(
    frozen: ReleasePlan, given: Iterable[Answer], *, earlier: Sequence[Release] = (), chance: Chance | None = None
) -> Release:
    outcome = release(frozen, given, chance=chance or Coins(), earlier=earlier)
    assert isinstance(outcome, Release), outcome
    return outcome


def cell(people: str, low: int, high: int, *, round_: int = 1) -> Cell:
    """A cell of people with one letter each."""
    return Cell(round_, QUESTION, frozenset(people), low, high)


def is_reached(rows: Sequence[Sequence[int]], target: Sequence[int]) -> bool:
    """Whether sums of rows make the target, in exact fractions: the oracle for what is done in floating point."""
    return rank([*rows, target]) == rank(rows)


def rank(rows: Sequence[Sequence[int]]) -> int:
    left = [[Fraction(value) for value in row] for row in rows]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in left[found:] if row[column]), None)
        if pivot is None:
            continue
        left.remove(pivot)
        left.insert(found, pivot)
        found += 1
        left[found:] = [
            [value - row[column] / pivot[column] * other for value, other in zip(row, pivot, strict=True)]
            for row in left[found:]
        ]
    return found


def reached_sets(rows: Sequence[Sequence[int]], below: int) -> list[tuple[int, ...]]:
    """All sets of fewer than `below` columns that sums of rows count."""
    columns = range(len(rows[0]))
    sets = (chosen for size in range(1, below) for chosen in combinations(columns, size))
    return [chosen for chosen in sets if is_reached(rows, [int(column in chosen) for column in columns])]


def worlds(cells: Sequence[Cell]) -> list[dict[str, int]]:
    """All answers that fit all bands."""
    people = sorted(set().union(*(one.members for one in cells)))
    every = (dict(zip(people, said, strict=True)) for said in product((0, 1), repeat=len(people)))
    return [
        world
        for world in every
        if all(one.low <= sum(world[person] for person in one.members) <= one.high for one in cells)
    ]
