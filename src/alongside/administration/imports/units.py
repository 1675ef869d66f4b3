"""The tree of units: what the lines of a file say about it, put together with what is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from alongside.administration.imports.reading import BadLine, Row

MOST_LEVELS = 30


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it is recorded: by codes, not keys. A unit at the top has no parent."""

    name: str
    parent: str


@dataclass(slots=True)
class _Said:
    """What the lines so far have said about one unit, and where."""

    number: int
    name: str = ""
    parent: str = ""


@dataclass(slots=True)
class Tree:
    """What becomes of the units. `new` has parents before what is in them."""

    new: dict[str, Unit] = field(default_factory=dict)
    changed: dict[str, tuple[Unit, Unit]] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    bad: list[BadLine] = field(default_factory=list)


def grow(there: Mapping[str, Unit], rows: Iterable[Row]) -> Tree:
    """What the tree is to become. A blank name or parent says nothing, so it changes nothing."""
    tree = Tree()
    said = _listen(rows, tree)
    after = dict(there)
    for code, told in said.items():
        before = there.get(code, Unit(code, ""))
        after[code] = Unit(told.name or before.name, told.parent or before.parent)
        tree.lines[code] = told.number
        if told.parent and told.parent not in there and told.parent not in said:
            expected = "the code of a unit that is here or in the file; describe it in a line of its own"
            tree.bad.append(BadLine(told.number, "unit_parent", told.parent, expected))
    depths = _depths(after, tree)
    for code in sorted(said, key=lambda code: depths.get(code, 0)):
        if code not in there:
            tree.new[code] = after[code]
        elif after[code] != there[code]:
            tree.changed[code] = (there[code], after[code])
    return tree


def _listen(rows: Iterable[Row], tree: Tree) -> dict[str, _Said]:
    said: dict[str, _Said] = {}
    for row in rows:
        if not row.unit:
            continue
        told = said.get(row.unit)
        if told is None:
            said[row.unit] = _Said(row.number, row.unit_name, row.unit_parent)
            continue
        if row.unit_name and told.name and row.unit_name != told.name:
            tree.bad.append(BadLine(row.number, "unit_name", row.unit_name, f'"{told.name}", as in line {told.number}'))
        if row.unit_parent and told.parent and row.unit_parent != told.parent:
            expected = f'"{told.parent}", as in line {told.number}'
            tree.bad.append(BadLine(row.number, "unit_parent", row.unit_parent, expected))
        told.name = told.name or row.unit_name
        told.parent = told.parent or row.unit_parent
    return said


def _depths(units: Mapping[str, Unit], tree: Tree) -> dict[str, int]:
    """How far each unit is from the top. One that is inside itself is a bad line, and so is one that is too deep."""
    depths: dict[str, int] = {}
    for code in units:
        way: list[str] = []
        at = code
        while at in units and at not in depths and at not in way and len(way) <= MOST_LEVELS:
            way.append(at)
            at = units[at].parent
        if at in way or len(way) + depths.get(at, 0) > MOST_LEVELS:
            found = f"{' in '.join(way[:4])} …" if len(way) > 4 else f"{' in '.join(way)} in {at}"
            expected = f"a unit that is not inside itself, and at most {MOST_LEVELS} levels deep"
            tree.bad.append(BadLine(tree.lines.get(code, 0), "unit_parent", found, expected))
        start = depths.get(at, 0)
        for place, passed in enumerate(reversed(way), start=1):
            depths[passed] = start + place
    return depths
