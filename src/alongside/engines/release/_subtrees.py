"""Choosing cells in a large organisation, one small part after the other, with the same safety.

Units of a round are nested. So sums of them reach exactly what sums of their own people reach: of each unit without
the units below it that are shown. These sets are disjoint within a round; those of several rounds that share people
are a block. Cuts go across blocks. Every sum of figures is then a part inside blocks plus a part of cuts.

**Theorem.** Deal blocks out to k piles so that in each pile, beyond what sums inside blocks reach, the cuts still have
the rank that they have in the whole. Then a sum that is about fewer than k people is a sum inside blocks.

Proof. It is zero on at least one pile. There its part of cuts is reached inside blocks; as the rank is that of the
whole, it is so everywhere. What is left is inside blocks, and is about fewer than k people in each.

So it is enough to look into each block by itself, and to find the piles. If they are not found a cell of a cut is
refused, which may be one more than needed and is never one too few. (In matroid terms: k disjoint bases meet each
cocircuit k times; Edmonds 1965.)
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alongside.engines.release._crossing import settle_cuts
from alongside.engines.release._records import EVERYONE, UNITS, CellName, Policy, Refusal, Refused
from alongside.engines.release._spans import Span, row_of
from alongside.engines.release._tables import Candidate

Rounds = Sequence[Sequence[Candidate]]
_NESTED = {EVERYONE, UNITS}
_FORMS = 3
_MOST_ROWS = 120
_MOST_PEOPLE = 2500


@dataclass(frozen=True, slots=True)
class Block:
    """People whom sums of units cannot reach apart from one another, the sets that reach them, and units shown now."""

    people: tuple[str, ...]
    earlier: tuple[frozenset[str], ...]
    units: tuple[CellName, ...]


def settle_by_subtrees(
    cells: Sequence[Candidate], policy: Policy, earlier: Rounds
) -> tuple[set[CellName], list[Refusal]]:
    """Which cells may be shown, and why the others may not."""
    before = [own for one in earlier for own in own_people(one).values() if own]
    shown = {cell.name: cell for cell in cells if cell.name.table in _NESTED}
    refusals: list[Refusal] = []
    clean: set[tuple[object, ...]] = set()
    while True:
        own = own_people(shown.values())
        blocks = blocks_of(own, before)
        refused = _refused_in_one_pass(blocks, own, clean, policy.k)
        if not refused:
            break
        refusals += refused
        for refusal in refused:
            shown.pop(refusal.cell, None)
    if not shown:
        return set(), refusals
    sets = [(block.people, (*block.earlier, *(own[name] for name in block.units))) for block in blocks]
    cuts = [cell for cell in cells if cell.name.table not in _NESTED]
    cuts_before = [cell.people for one in earlier for cell in one if cell.name.table not in _NESTED]
    fit, unfit = settle_cuts(cuts, cuts_before, sets, policy.k)
    return set(shown) | fit, refusals + unfit


def own_people(cells: Iterable[Candidate]) -> dict[CellName, frozenset[str]]:
    """Of everyone and each unit that is shown, the people who are in no shown unit below it."""
    nested = {cell.name: cell.people for cell in cells if cell.name.table in _NESTED}
    below: dict[CellName, set[str]] = defaultdict(set)
    for name, people in nested.items():
        if name.table == UNITS:
            below[_above(name, nested)] |= people
    return {name: people - below[name] for name, people in nested.items()}


def _above(name: CellName, shown: Mapping[CellName, object]) -> CellName:
    above = (CellName(UNITS, name.value[:depth]) for depth in range(len(name.value) - 1, 0, -1))
    return next((one for one in above if one in shown), CellName(EVERYONE))


def blocks_of(own: Mapping[CellName, frozenset[str]], before: Sequence[frozenset[str]]) -> list[Block]:
    """Sets that share people, directly or by way of others, are in one block."""
    sets: list[tuple[CellName | None, frozenset[str]]] = [(None, people) for people in before]
    sets += [(name, people) for name, people in own.items() if people]
    leader = list(range(len(sets)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    first: dict[str, int] = {}
    for number, (_, people) in enumerate(sets):
        for person in people:
            leader[lead(number)] = lead(first.setdefault(person, number))
    together: dict[int, list[int]] = defaultdict(list)
    for number in range(len(sets)):
        together[lead(number)].append(number)
    return [_block([sets[number] for number in numbers]) for numbers in together.values()]


def _block(sets: Sequence[tuple[CellName | None, frozenset[str]]]) -> Block:
    people = sorted(set().union(*(people for _, people in sets)))
    earlier = tuple(dict.fromkeys(people for name, people in sets if name is None))
    return Block(tuple(people), earlier, tuple(name for name, _ in sets if name))


def _refused_in_one_pass(
    blocks: Sequence[Block], own: Mapping[CellName, frozenset[str]], clean: set[tuple[object, ...]], k: int
) -> list[Refusal]:
    """In each block that tells too much, one unit (or two, where one would still follow from the rest)."""
    refused: dict[CellName, Refusal] = {}
    below = _children(own)
    for block in blocks:
        key = (block.people, block.earlier, tuple(own[name] for name in block.units))
        if key in clean:
            continue
        few = _fewest_told(block, own, k)
        if not few:
            clean.add(key)
            continue
        why: Refused = "earlier_round" if block.earlier else "remainder"
        for name in _to_refuse(block, own, below):
            refused[name] = Refusal(name, why, few)
    return list(refused.values())


def _children(own: Mapping[CellName, frozenset[str]]) -> Mapping[CellName, list[CellName]]:
    below: dict[CellName, list[CellName]] = defaultdict(list)
    for name in own:
        if name.table == UNITS:
            below[_above(name, own)].append(name)
    return below


def _fewest_told(block: Block, own: Mapping[CellName, frozenset[str]], k: int) -> int:
    smallest = min((len(own[name]) for name in block.units), default=k)
    if smallest < k:
        return smallest
    rows = len(block.earlier) + len(block.units)
    if not block.earlier or not block.units:
        return 0
    if rows > _MOST_ROWS or len(block.people) > _MOST_PEOPLE:
        return 1  # Not looked into, so taken to tell.
    span = Span(len(block.people), k, sets_only=True, forms=_FORMS)
    column = {person: number for number, person in enumerate(block.people)}
    for people in block.earlier:
        span.add(row_of(people, column))
    for name in block.units:
        row = row_of(own[name], column)
        if few := span.would_expose(row):
            return few
        span.add(row)
    return 0


def _to_refuse(
    block: Block, own: Mapping[CellName, frozenset[str]], below: Mapping[CellName, Sequence[CellName]]
) -> list[CellName]:
    def size(name: CellName) -> tuple[int, CellName]:
        return len(own[name]), name

    smallest = min(block.units, key=size)
    if children := below.get(smallest):
        return [min(children, key=size)]
    if smallest.table == EVERYONE:
        return [smallest]
    above = _above(smallest, own)
    siblings = [name for name in below[above] if name != smallest and not below.get(name)]
    follows = not own[above] and siblings
    return [smallest, min(siblings, key=size)] if follows else [smallest]
