"""Figures about answers, of which no one's answer can be worked out: tables planned before, bands shown after.

    from alongside.engines import release

    # Opening a round: decide, show the refusals to whoever asks for the tables, and freeze. Nobody has answered yet.
    plan = release.plan(members, cuts=[release.Cut("time_here", ("under a year", "longer"))], questions=["heard"])
    plan.tables, plan.refusals, plan.digest  # keep the digest: in the audit list, and on the page of each respondent
    plan.reporting_units[("Care", "Night shift")]  # what somebody's answer carries as its unit

    # At the closing date, once, with all answers together:
    outcome = release.release(plan, answers, chance=secrets.SystemRandom(), earlier=releases_before)
    # `Release`: show `outcome.shown`, all of it at once, or `Withheld`: show `outcome.why`.

    # Which figures may stand beside those of the round before:
    release.trends(releases_before[-1], outcome)

    # Anyone can try to break it, with another code path:
    cells = [cell for one in (*releases_before, outcome) for cell in one.cells]
    release.attack(cells, k=plan.policy.k)  # () if nobody is exposed

k may rise and never falls: open the next round with `policy.raised_to(k)`. A correction is one more release, made with
the releases before it as `earlier`. The promise, its limits and the sources are in docs/measures/release.md.
"""

from alongside.engines.release._attacking import attack
from alongside.engines.release._plan_text import read_plan, write_plan
from alongside.engines.release._planning import plan
from alongside.engines.release._records import (
    EVERYONE,
    UNITS,
    Answer,
    Cell,
    CellName,
    Chance,
    Cut,
    Exposure,
    KMayNotFall,
    Label,
    Member,
    Policy,
    Refusal,
    Refused,
    Release,
    ReleasePlan,
    Shown,
    Table,
    UnusableRound,
    Withheld,
)
from alongside.engines.release._releasing import release
from alongside.engines.release._simulating import Simulation, simulate
from alongside.engines.release._trends import trends

__all__ = [
    "EVERYONE",
    "UNITS",
    "Answer",
    "Cell",
    "CellName",
    "Chance",
    "Cut",
    "Exposure",
    "KMayNotFall",
    "Label",
    "Member",
    "Policy",
    "Refusal",
    "Refused",
    "Release",
    "ReleasePlan",
    "Shown",
    "Simulation",
    "Table",
    "UnusableRound",
    "Withheld",
    "attack",
    "plan",
    "read_plan",
    "release",
    "simulate",
    "trends",
    "write_plan",
]
