"""Which figures may be put beside those of an earlier release."""

from alongside.engines.release._records import Cell, CellName, Release, Shown


def trends(earlier: Release, later: Release) -> frozenset[tuple[CellName, str]]:
    """Cells, with the question, whose two figures a page may show as a change.

    Those where nobody changed among who answered, or k people or more did: a change of few people is no change of the
    unit, and to show it as one would point at them. Where names differ in each round everybody counts as changed; there
    ask `plan` with the plans before.
    """
    before = {(figure.cell, figure.question): cell.members for figure, cell in _figures(earlier)}
    k = max(earlier.k, later.k)
    return frozenset(
        (figure.cell, figure.question)
        for figure, cell in _figures(later)
        if (then := before.get((figure.cell, figure.question))) and not 0 < len(then ^ cell.members) < k
    )


def _figures(one: Release) -> list[tuple[Shown, Cell]]:
    return list(zip(one.shown, one.cells, strict=True))
