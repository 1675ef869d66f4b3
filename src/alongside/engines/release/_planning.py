"""Opening a round: which tables may be shown, before there is an answer."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
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

    With `earlier` plans, a cell is refused if it differs by fewer than k invited people from a cell of one of them.
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
    undigested = ReleasePlan(policy, tuple(questions), tuple(cuts), tables, refusals, units, invited, digest="")
    return replace(undigested, digest=digest_of(undigested))


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
    """Part the cells that may be shown beside all earlier ones from those that differ from one by fewer than k people.

    Whatever a cell was called does not matter: a round of one unit asks the people who were a unit of a larger round.
    """
    close = {cell.name: k for cell in cells}
    for old in earlier:
        before = {name: people for table in old.tables for name in table.cells if (people := old.invited.get(name))}
        of_person: dict[str, list[CellName]] = defaultdict(list)
        for name, people in before.items():
            for person in people:
                of_person[person].append(name)
        for cell in cells:
            shared = Counter(name for person in cell.people for name in of_person.get(person, ()))
            changes = (len(cell.people) + len(before[name]) - 2 * both for name, both in shared.items())
            close[cell.name] = min([close[cell.name], *(change for change in changes if change)])
    moved = tuple(Refusal(name, "earlier_round", few) for name, few in close.items() if few < k)
    return [cell for cell in cells if close[cell.name] >= k], moved


def _tables(names: Iterable[CellName]) -> tuple[Table, ...]:
    found: dict[str, list[CellName]] = defaultdict(list)
    for name in sorted(names):
        found[name.table].append(name)
    return tuple(Table(name, tuple(cells)) for name, cells in found.items())


def digest_of(plan: ReleasePlan) -> str:
    """The name of a plan: all that is promised is in it."""
    promised = {
        "policy": [plan.policy.k, plan.policy.answers_in_a_unit, plan.policy.roll_up_below],
        "questions": list(plan.questions),
        "cuts": [[cut.name, cut.values] for cut in plan.cuts],
        "units": sorted(plan.reporting_units.items()),
        "invited": [[name.table, name.value, sorted(people)] for name, people in sorted(plan.invited.items())],
        "tables": [[table.name, [cell.value for cell in table.cells]] for table in plan.tables],
    }
    return sha256(json.dumps(promised, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()
