"""Opening a round: which tables may be shown, before there is an answer."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from alongside.engines.release._records import (
    EVERYONE,
    UNITS,
    CellName,
    Cut,
    Member,
    Policy,
    Refusal,
    ReleasePlan,
    Table,
    UnusableRound,
)
from alongside.engines.release._settling import settle
from alongside.engines.release._tables import WHOLE, Candidate, candidates, reporting_units

_RESERVED = {EVERYONE, UNITS}


def plan(
    members: Iterable[Member],
    cuts: Sequence[Cut] = (),
    policy: Policy | None = None,
    *,
    questions: Sequence[str],
    earlier: Sequence[ReleasePlan] = (),
) -> ReleasePlan:
    """Decide and freeze which tables a round may show.

    Small units become part of the unit above. What is left is audited as if everybody invited answered. Values of cuts
    that only the answers will tell are audited when the round is released.

    With `earlier` plans, a cell is refused if those invited to it changed by fewer than k since a plan that had it.
    Give them where nobody can know who answered; where it is known, `release` decides by who answered.

    Raises:
        UnusableRound: a name is used twice, or there is nobody or nothing to ask.
    """
    policy = policy or Policy()
    members = list(members)
    _check(members, cuts, questions)
    units = reporting_units(members, policy)
    cells = candidates(members, units, cuts)
    steady, moved = _steady(cells, earlier, policy.k)
    settled = settle(steady, policy, too_few="too_few_invited")
    refusals = (*settled.refusals, *moved)
    refused = {refusal.cell for refusal in refusals}
    invited = {cell.name: cell.people for cell in cells}
    names = {*invited, *(CellName(cut.name, (value,)) for cut in cuts for value in cut.values)} - refused
    tables = _tables(names if WHOLE not in refused else set())
    digest = _digest(policy, questions, cuts, units, invited, tables)
    return ReleasePlan(policy, tuple(questions), tuple(cuts), tables, refusals, units, invited, digest)


def _check(members: Sequence[Member], cuts: Sequence[Cut], questions: Sequence[str]) -> None:
    if not members or not questions:
        raise UnusableRound("A round needs at least one person and one question: add what is missing.")
    names = [cut.name for cut in cuts]
    for what, given in (("person", [member.person for member in members]), ("question", questions), ("cut", names)):
        if twice := sorted({one for one in given if given.count(one) > 1} if len(set(given)) < len(given) else ()):
            raise UnusableRound(f"The {what} {twice[0]!r} is there twice: each needs a name of its own.")
    if taken := _RESERVED & set(names):
        raise UnusableRound(
            f"A cut cannot be called {min(taken)!r}, which is the name of a table: choose another name."
        )


def _steady(
    cells: Sequence[Candidate], earlier: Sequence[ReleasePlan], k: int
) -> tuple[list[Candidate], tuple[Refusal, ...]]:
    steady, moved = [], []
    for cell in cells:
        before = [old.invited[cell.name] for old in earlier if _shows(old, cell.name)]
        change = min((len(cell.people ^ then) for then in before if cell.people != then), default=k)
        if change < k:
            moved.append(Refusal(cell.name, "earlier_round", change))
        else:
            steady.append(cell)
    return steady, tuple(moved)


def _shows(old: ReleasePlan, name: CellName) -> bool:
    return name in old.invited and any(name in table.cells for table in old.tables)


def _tables(names: Iterable[CellName]) -> tuple[Table, ...]:
    found: dict[str, list[CellName]] = defaultdict(list)
    for name in sorted(names):
        found[name.table].append(name)
    return tuple(Table(name, tuple(cells)) for name, cells in found.items())


def _digest(  # noqa: PLR0913, PLR0917 - all that is promised is in the digest
    policy: Policy,
    questions: Sequence[str],
    cuts: Sequence[Cut],
    units: Mapping[tuple[str, ...], tuple[str, ...]],
    invited: Mapping[CellName, frozenset[str]],
    tables: Sequence[Table],
) -> str:
    promised = {
        "policy": [policy.k, policy.answers_in_a_unit, policy.roll_up_below],
        "questions": list(questions),
        "cuts": [[cut.name, cut.values] for cut in cuts],
        "units": sorted(units.items()),
        "invited": [[name.table, name.value, sorted(people)] for name, people in sorted(invited.items())],
        "tables": [[table.name, [cell.value for cell in table.cells]] for table in tables],
    }
    return sha256(json.dumps(promised, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
