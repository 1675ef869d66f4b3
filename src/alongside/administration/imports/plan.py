"""What an import will do, worked out before anything is done: a file beside what is recorded gives a plan.

The same file and the same records give the same plan, and its digest tells one plan from another.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from alongside.administration.imports.reading import BadLine, Row, Table
from alongside.administration.imports.units import Tree, Unit, grow
from alongside.administration.models import LineKind


class Recorded(NamedTuple):
    """What the organisation's records say of one person. Everything else is theirs, and no plan knows it."""

    email: str
    record: str
    name: str
    unit: str
    is_active: bool
    is_leader: bool


@dataclass(frozen=True, slots=True)
class Records:
    """What is there before the import: people by key, units by code, and who must not disappear."""

    people: Mapping[int, Recorded]
    units: Mapping[str, Unit]
    administrators: frozenset[int]
    # Addresses that belong to people of another organisation.
    elsewhere: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One person before and after; `key` is 0 for somebody new, and `number` is 0 for somebody not in the file."""

    kind: LineKind
    number: int
    key: int
    before: Recorded | None
    after: Recorded

    def differences(self) -> list[tuple[str, str, str]]:
        """Each field that changes, with what it was and what it becomes."""
        before = self.before or Recorded("", "", "", "", is_active=True, is_leader=False)
        pairs = zip(Recorded._fields, before, self.after, strict=True)
        return [(name, _shown(was), _shown(becomes)) for name, was, becomes in pairs if was != becomes]


@dataclass(slots=True)
class Plan:
    """All that an import changes, and all that stands in its way."""

    tree: Tree
    people: list[Change] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)
    same: int = 0

    def counts(self) -> dict[str, int]:
        found = dict.fromkeys(LineKind.values, 0)
        for change in self.people:
            found[change.kind] += 1
        found[LineKind.NEW_UNIT] = len(self.tree.new)
        found[LineKind.CHANGED_UNIT] = len(self.tree.changed)
        found[LineKind.BAD] = len(self.bad)
        return found | {"same": self.same}

    def digest(self) -> str:
        """Tells this plan from every other."""
        found = hashlib.sha256()
        for code, unit in self.tree.new.items():
            found.update(repr((code, unit)).encode())
        for code, units in self.tree.changed.items():
            found.update(repr((code, units)).encode())
        for change in self.people:
            found.update(repr((change.kind.value, change.key, change.before, change.after)).encode())
        return found.hexdigest()


def make_plan(table: Table, records: Records, *, is_complete: bool, actor: int | None) -> Plan:
    """Work out what changes.

    Args:
        table: what the file says.
        records: what is there.
        is_complete: whether those who are not in the file have left.
        actor: the key of whoever imports, who may not make themself leave.
    """
    plan = Plan(grow(records.units, table.rows), bad=list(table.bad))
    plan.bad += plan.tree.bad
    finder = _Finder(records)
    for row in table.rows:
        if row.email:
            _add(plan, finder, row, table.columns)
    plan.bad += _addresses_held_by_others(plan.people, records, finder)
    if is_complete:
        plan.people += _leaving(records, finder)
        plan.bad += _who_must_stay(records, finder, actor)
    plan.bad.sort(key=lambda bad: bad.number)
    return plan


@dataclass(slots=True)
class _Finder:
    """Whom a row is about. It remembers which rows have been seen, so that nobody is in the file twice."""

    records: Records
    by_record: dict[str, int] = field(default_factory=dict)
    by_email: dict[str, int] = field(default_factory=dict)
    emails: dict[str, int] = field(default_factory=dict)
    found: dict[int | str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for key, person in self.records.people.items():
            self.by_email[person.email] = key
            if person.record:
                self.by_record[person.record] = key

    def whom(self, row: Row) -> int:
        """The key of the person by their record, or else by their address; 0 for somebody new."""
        if row.record in self.by_record:
            return self.by_record[row.record]
        key = self.by_email.get(row.email, 0)
        # Another record is another person, to whom the address may pass on.
        is_other = key and row.record and self.records.people[key].record
        return 0 if is_other else key

    def twice(self, row: Row, key: int) -> BadLine | None:
        if row.email in self.emails:
            return BadLine(row.number, "email", row.email, f"each address once; line {self.emails[row.email]} has it")
        self.emails[row.email] = row.number
        if row.record and (first := self.found.setdefault(row.record, row.number)) != row.number:
            return BadLine(row.number, "record", row.record, f"each record once; line {first} has it")
        if key and (first := self.found.setdefault(key, row.number)) != row.number:
            return BadLine(row.number, "email", row.email, f"each person once; line {first} is about them too")
        return None


def _add(plan: Plan, finder: _Finder, row: Row, columns: frozenset[str]) -> None:
    key = finder.whom(row)
    if bad := finder.twice(row, key):
        plan.bad.append(bad)
        return
    if row.email in finder.records.elsewhere:
        plan.bad.append(BadLine(row.number, "email", row.email, "an address that nobody else uses here"))
        return
    before = finder.records.people[key] if key else None
    after = _after(row, before, columns)
    if before == after:
        plan.same += 1
        return
    plan.people.append(Change(_kind(before), row.number, key, before, after))


def _after(row: Row, before: Recorded | None, columns: frozenset[str]) -> Recorded:
    was = before or Recorded(row.email, "", row.name, "", is_active=True, is_leader=False)
    return Recorded(
        email=row.email,
        record=row.record or was.record,
        name=row.name,
        unit=row.unit if "unit" in columns else was.unit,
        is_active=True,
        is_leader=row.leader == "yes" if row.leader else was.is_leader,
    )


def _kind(before: Recorded | None) -> LineKind:
    if before is None:
        return LineKind.NEW
    return LineKind.CHANGED if before.is_active else LineKind.RETURNING


def _addresses_held_by_others(changes: Iterable[Change], records: Records, finder: _Finder) -> Iterator[BadLine]:
    """An address may change hands within one file. It may not be taken from somebody who keeps it."""
    becomes = {change.key: change.after.email for change in changes if change.key}
    for change in changes:
        holder = finder.by_email.get(change.after.email)
        if holder is None or holder == change.key:
            continue
        if becomes.get(holder, change.after.email) == change.after.email:
            expected = f"another address; this one belongs to {records.people[holder].name}"
            yield BadLine(change.number, "email", change.after.email, expected)


def _leaving(records: Records, finder: _Finder) -> Iterator[Change]:
    for key, person in records.people.items():
        if person.is_active and key not in finder.found:
            gone = person._replace(is_active=False, is_leader=False)
            yield Change(LineKind.LEAVING, 0, key, person, gone)


def _who_must_stay(records: Records, finder: _Finder, actor: int | None) -> Iterator[BadLine]:
    if actor is not None and actor not in finder.found:
        yield BadLine(0, "email", records.people[actor].email, "you in the file; you cannot leave by your own import")
    if records.administrators and not records.administrators & finder.found.keys():
        yield BadLine(0, "email", "", "at least one administrator in the file; else nobody could undo this")


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
