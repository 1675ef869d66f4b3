"""Anonymous figures: who is exposed, what is kept, and how long it takes.

    uv run python benchmarks/release.py exposure --organisations 1000   # random organisations, attacked
    uv run python benchmarks/release.py vendors                         # beside the two rules of survey tools
    uv run python benchmarks/release.py scale --people 100000           # one round, 12 units for 100 people

`exposure` draws organisations of 30 to 5,000 people (evenly by the logarithm), 0 to 3 cuts, 1 to 5 rounds (all 5 with
`--rounds 5`), base rates of 3 to 97 % and k = 5 or 8, and attacks all rounds together. It ends with an error if anybody
is exposed. It may be ended and started again: what was done stands in `--rows`. `vendors` publishes exact counts, as
survey tools do, and counts who is in a group of fewer than k people that sums of figures, or what the figures leave
open, tell about. Times are CPU seconds of one process.
"""

import argparse
import json
import math
import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from random import Random
from time import process_time

from alongside.engines.release import (
    Answer,
    Cell,
    CellName,
    Cut,
    Member,
    Policy,
    Release,
    attack,
    plan,
    release,
    simulate,
)
from alongside.engines.release._simulating import _Organisation
from alongside.engines.release._tables import Candidate, candidates
from alongside.engines.release._vendor import enough_answers, enough_in_the_remainder_too

QUESTION = "q1"
SIZES = (60, 150, 500, 1500)


@dataclass(frozen=True, slots=True)
class _Attacked:
    """One organisation, all rounds attacked together."""

    seed: int
    people: int
    cuts: int
    rounds: int
    k: int
    shown: int
    vendor: int
    withheld: int
    exposed: int
    cpu: float


def exposure(organisations: int, most_people: int, rounds: int, first_seed: int, rows: Path) -> None:
    """Goes on where an earlier run that wrote to the same `rows` was ended."""
    seeds = range(first_seed, first_seed + organisations)
    rows.parent.mkdir(parents=True, exist_ok=True)
    with rows.open("a+", encoding="utf-8") as file:
        file.seek(0)
        known = [_Attacked(**json.loads(line)) for line in file]
        done = {one.seed for one in known}
        for seed in seeds:
            if seed not in done:
                known.append(_attacked(seed, most_people, rounds))
                print(json.dumps(asdict(known[-1])), file=file, flush=True)
    those = [one for one in known if one.seed in seeds]
    _print_kept(those)
    exposed = [one for one in those if one.exposed]
    print(f"organisations with somebody exposed: {len(exposed)} of {len(those)}; CPU {sum(o.cpu for o in those):.0f} s")
    if exposed:
        raise SystemExit(f"exposed: {exposed}")


def _attacked(seed: int, most_people: int, rounds: int) -> _Attacked:
    begun = process_time()
    dice = Random(seed)  # noqa: S311 - to be drawn again
    people = round(math.exp(dice.uniform(math.log(30), math.log(most_people))))
    cuts, rate, k = dice.randint(0, 3), dice.uniform(0.03, 0.97), dice.choice([5, 8])
    asked = rounds or dice.randint(1, 5)
    drawn = simulate(people=people, cuts=cuts, rounds=asked, rate=rate, k=k, dice=dice)
    exposed = len(attack(drawn.cells, k))
    counts = len(drawn.cells), drawn.cells_vendor_rule, int(drawn.withheld), exposed
    return _Attacked(seed, people, cuts, asked, k, *counts, round(process_time() - begun, 1))


def _print_kept(those: Sequence[_Attacked]) -> None:
    print("| People | k | Organisations | Cells shown | A vendor's rule | Kept | Withheld a round |")
    print("|---|---|---|---|---|---|---|")

    def row(one: _Attacked) -> tuple[str, int]:
        return next((f"under {size}" for size in SIZES if one.people < size), f"{SIZES[-1]} and more"), one.k

    for (size, k), group in groupby(sorted(those, key=row), key=row):
        print(f"| {size} | {k} | {_kept(list(group))} |")
    print(f"| all | | {_kept(those)} |")


def _kept(those: Sequence[_Attacked]) -> str:
    shown, vendor = sum(one.shown for one in those), sum(one.vendor for one in those)
    withheld = sum(one.withheld for one in those)
    return f"{len(those)} | {shown} | {vendor} | {shown / max(vendor, 1):.0%} | {withheld}"


def vendors(worlds: int, k: int) -> None:
    rules: dict[str, Callable[[Sequence[Candidate], int], list[Candidate]]] = {
        "k answers": enough_answers,
        "k answers, and k in the rest": enough_in_the_remainder_too,
    }
    print("| People | Cuts | Rule | Answers | Exposed people | Cells |")
    print("|---|---|---|---|---|---|")
    for people, cuts in ((60, 1), (60, 2), (200, 2), (600, 2)):
        for name, rule in rules.items():
            for at_once in (1, 2):
                rows = [_by_a_vendor(people, cuts, k, seed, rule, at_once) for seed in range(worlds)]
                print(f"| {people} | {cuts} | {name}, {at_once} filters at once | {_means(rows)} |", flush=True)
        print(
            f"| {people} | {cuts} | Alongside | {_means([_by_us(people, cuts, k, seed) for seed in range(worlds)])} |"
        )


def _means(rows: Sequence[tuple[int, ...]]) -> str:
    return " | ".join(f"{sum(column) / len(rows):.1f}" for column in zip(*rows, strict=True))


def _by_a_vendor(  # noqa: PLR0913, PLR0917 - a row of the table
    people: int, cuts: int, k: int, seed: int, rule: Callable[[Sequence[Candidate], int], list[Candidate]], at_once: int
) -> tuple[int, ...]:
    dice = Random(seed)  # noqa: S311 - to be drawn again
    organisation = _Organisation(people, cuts, 0.3, dice)
    answering = [one for one in organisation.next_round() if dice.randrange(100) < 75]
    said = {one.member.person: one.answer for one in answering}
    asked = [Answer(one.member.person, {}, one.member.unit, one.member.values) for one in answering]
    askable = candidates(asked, {one.unit: one.unit for one in asked}, organisation.cuts)
    if at_once == 2:
        askable += [
            Candidate(CellName(f"{one.name} and {other.name}"), one.people & other.people, one.name)
            for one in askable
            for other in askable
            if one.name.table != other.name.table and "everyone" not in {one.name.table, other.name.table}
        ]
    cells = [_exact(cell, said) for cell in rule(askable, k)]
    return len(said), len({person for found in attack(cells, k) for person in found.people}), len(cells)


def _exact(cell: Candidate, said: dict[str, int]) -> Cell:
    count = sum(said[person] for person in cell.people)
    return Cell(1, QUESTION, cell.people, count, count)


def _by_us(people: int, cuts: int, k: int, seed: int) -> tuple[int, ...]:
    dice = Random(seed)  # noqa: S311 - to be drawn again
    drawn = simulate(people=people, cuts=cuts, rounds=1, rate=0.3, k=k, dice=dice)
    exposed = {person for found in attack(drawn.cells, k) for person in found.people}
    return len(drawn.answers[0]), len(exposed), len(drawn.cells)


def scale(people: int) -> None:
    """One round of a tree of four levels with 12 units for 100 people, and two cuts; for a quarter, a half and all."""
    print("| People | Units | Cells shown | Plan, s | Release with audit, s | CPU ms a person | Peak memory, MB |")
    print("|---|---|---|---|---|---|---|")
    for size in (people // 4, people // 2, people):
        dice = Random(7)  # noqa: S311 - to be drawn again
        members = list(_nested(size, dice))
        cuts = [Cut("place", ("a", "b", "c")), Cut("time_here", ("short", "long"))]
        begun = process_time()
        planned = plan(members, cuts, Policy(roll_up_below=5), questions=[QUESTION])
        closed = process_time()
        answers = [
            Answer(one.person, {QUESTION: int(dice.random() < 0.2)}, one.unit, one.values)
            for one in members
            if dice.random() < 0.75
        ]
        opened = process_time()
        outcome = release(planned, answers, chance=dice)
        ended = process_time()
        shown = len(outcome.shown) if isinstance(outcome, Release) else 0
        units = len({one.unit[:depth] for one in members for depth in range(1, len(one.unit) + 1)})
        took = closed - begun + ended - opened
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"| {size} | {units} | {shown} | {closed - begun:.1f} | {ended - opened:.1f} | {1000 * took / size:.2f} "
            f"| {memory:.0f} |",
            flush=True,
        )


def _nested(people: int, dice: Random) -> Iterator[Member]:
    teams = people * 12 // 100 * 10 // 11
    for number in range(people):
        team = dice.randrange(teams)
        way = (f"division {team // 1000}", f"department {team // 100}", f"group {team // 10}", f"team {team}")
        values = {"place": dice.choice("aabbc"), "time_here": dice.choice(("short", "long", "long"))}
        yield Member(f"p{number}", way, values)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="what", required=True)
    asked = commands.add_parser("exposure")
    asked.add_argument("--organisations", type=int, default=1000)
    asked.add_argument("--most-people", type=int, default=5000)
    asked.add_argument("--rounds", type=int, default=0)
    asked.add_argument("--first-seed", type=int, default=1)
    asked.add_argument("--rows", type=Path, default=Path("var/exposure.jsonl"), help="what was done so far")
    beside = commands.add_parser("vendors")
    beside.add_argument("--worlds", type=int, default=20)
    beside.add_argument("--k", type=int, default=5)
    commands.add_parser("scale").add_argument("--people", type=int, default=100_000)
    given = parser.parse_args()
    if given.what == "exposure":
        exposure(given.organisations, given.most_people, given.rounds, given.first_seed, given.rows)
    elif given.what == "vendors":
        vendors(given.worlds, given.k)
    else:
        scale(given.people)


if __name__ == "__main__":
    main()
