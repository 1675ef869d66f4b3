"""The two rules that survey tools use, to compare with: what they would show, and nothing about whether it is safe."""

from collections.abc import Sequence

from alongside.engines.release._tables import Candidate


def enough_answers(cells: Sequence[Candidate], k: int) -> list[Candidate]:
    """At least k answers in the cell."""
    return [cell for cell in cells if len(cell.people) >= k]


def enough_in_the_remainder_too(cells: Sequence[Candidate], k: int) -> list[Candidate]:
    """At least k answers in the cell, and at least k or none in what its parent has besides ("complement rule")."""
    by_name = {cell.name: cell for cell in cells}
    shown = []
    for cell in enough_answers(cells, k):
        parent = by_name[cell.parent] if cell.parent else cell
        rest = len(parent.people) - len(cell.people)
        if rest == 0 or rest >= k:
            shown.append(cell)
    return shown
