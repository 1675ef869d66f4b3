"""A plan as text, to be kept until the round is closed and as long as later rounds are compared with it."""

import json
from typing import Any

from alongside.engines.release._planning import digest_of
from alongside.engines.release._records import CellName, Cut, Policy, Refusal, ReleasePlan, Table, UnusableRound


def write_plan(plan: ReleasePlan) -> str:
    """The plan as JSON. People stand in it once, and cells name them by their place."""
    people = sorted(frozenset().union(*plan.invited.values()))
    place = {person: number for number, person in enumerate(people)}
    written = {
        "digest": plan.digest,
        "policy": [plan.policy.k, plan.policy.answers_in_a_unit, plan.policy.roll_up_below],
        "questions": plan.questions,
        "cuts": [[cut.name, cut.values] for cut in plan.cuts],
        "tables": [[table.name, [cell.value for cell in table.cells]] for table in plan.tables],
        "refusals": [[*_named(one.cell), one.why, one.people] for one in plan.refusals],
        "units": sorted(plan.reporting_units.items()),
        "people": people,
        "invited": [[*_named(name), sorted(place[one] for one in cell)] for name, cell in sorted(plan.invited.items())],
    }
    return json.dumps(written, ensure_ascii=False, separators=(",", ":"))


def read_plan(text: str) -> ReleasePlan:
    """The plan that a text holds.

    Raises:
        UnusableRound: it was changed, so that what was promised is no longer what it says.
    """
    read = json.loads(text)
    people = read["people"]
    cuts = tuple(Cut(name, tuple(values)) for name, values in read["cuts"])
    tables = tuple(
        Table(name, tuple(CellName(name, tuple(value)) for value in cells)) for name, cells in read["tables"]
    )
    plan = ReleasePlan(
        policy=Policy(*read["policy"]),
        questions=tuple(read["questions"]),
        cuts=cuts,
        tables=tables,
        refusals=tuple(Refusal(_cell(table, value), why, few) for table, value, why, few in read["refusals"]),
        reporting_units={tuple(unit): tuple(way) for unit, way in read["units"]},
        invited={_cell(table, value): frozenset(people[n] for n in cell) for table, value, cell in read["invited"]},
        digest=read["digest"],
    )
    if digest_of(plan) != plan.digest:
        raise UnusableRound("The kept plan is not the one that people were promised: take it from a backup.")
    return plan


def _named(name: CellName) -> tuple[str, Any]:
    return name.table, name.value


def _cell(table: str, value: list[str]) -> CellName:
    return CellName(table, tuple(value))
