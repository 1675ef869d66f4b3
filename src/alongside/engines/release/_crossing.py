"""Cuts that cross units: whether each of k piles of blocks sees all that the cuts add to the units.

See the theorem in `_subtrees`.
"""

from collections.abc import Sequence

import numpy as np

from alongside.engines.release._records import CellName, Refusal
from alongside.engines.release._spans import Matrix, row_of
from alongside.engines.release._tables import Candidate

Blocks = Sequence[tuple[Sequence[str], Sequence[frozenset[str]]]]

_NEAR = 1e-9


def settle_cuts(
    cuts: Sequence[Candidate], earlier: Sequence[frozenset[str]], blocks: Blocks, k: int
) -> tuple[set[CellName], list[Refusal]]:
    """The cells of cuts that may be shown with the units, coarse ones first, and those that may not.

    `blocks` are the people of each block and the sets that are shown in it.
    """
    everybody = {person for people, _ in blocks for person in people}
    rows = [people & everybody for people in (*earlier, *(cell.people for cell in cuts))]
    seen = _seen_by_blocks(rows, blocks)
    kept = list(range(len(earlier) + len(cuts)))
    refusals = []
    while len(kept) > len(earlier) and not _enough_piles(seen[:, kept][:, :, kept], k):
        dropped = _to_drop(seen, kept, len(earlier), k)
        kept.remove(dropped)
        cell = cuts[dropped - len(earlier)]
        refusals.append(Refusal(cell.name, "earlier_round" if earlier else "combination", min(len(cell.people), k - 1)))
    return {cuts[number - len(earlier)].name for number in kept if number >= len(earlier)}, refusals


def _to_drop(seen: Matrix, kept: Sequence[int], earlier: int, k: int) -> int:
    """The smallest cell without which there would be piles, or else the smallest."""
    smallest_first = [number for number in reversed(kept) if number >= earlier]
    for number in smallest_first:
        rest = [other for other in kept if other != number]
        if _enough_piles(seen[:, rest][:, :, rest], k):
            return number
    return smallest_first[0]


def _seen_by_blocks(rows: Sequence[frozenset[str]], blocks: Blocks) -> Matrix:
    """For each block the products of all pairs of rows, after what sums inside the block reach is taken away."""
    where: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for person in row:
            where.setdefault(person, []).append(number)
    return np.array([_seen(people, sets, where, len(rows)) for people, sets in blocks])


def _seen(people: Sequence[str], sets: Sequence[frozenset[str]], where: dict[str, list[int]], rows: int) -> Matrix:
    column = {person: number for number, person in enumerate(people)}
    crossing = np.zeros((rows, len(people)))
    for person, number in column.items():
        crossing[where.get(person, []), number] = 1.0
    if len(sets) == 1:
        rest = crossing - crossing.mean(axis=1, keepdims=True)
    else:
        inside = np.array([row_of(one, column) for one in sets])
        rest = crossing - (crossing @ np.linalg.pinv(inside)) @ inside
    products: Matrix = rest @ rest.T
    return products


def _enough_piles(seen: Matrix, k: int) -> bool:
    """Whether blocks can be dealt out to k piles that each see the rank of the whole; found by dealing in turn."""
    rank = _rank(seen.sum(axis=0))
    order = np.argsort(-np.trace(seen, axis1=1, axis2=2), kind="stable")
    piles = [seen[order[start::k]] for start in range(k)]
    return all(len(pile) and _rank(pile.sum(axis=0)) == rank for pile in piles)


def _rank(products: Matrix) -> int:
    strengths = np.linalg.eigvalsh(products)
    return int((strengths > _NEAR * max(1.0, strengths.max(initial=0.0))).sum())
