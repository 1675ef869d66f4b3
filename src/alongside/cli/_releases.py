"""The work of `alongside release`: figures in and out as JSON, and what an attack found in words."""

import json
from collections.abc import Mapping
from random import Random
from typing import IO, Any

import click

from alongside.engines import release
from alongside.engines.release import Cell, Exposure, Simulation

_NOBODY_EXPOSED, _SOMEBODY_EXPOSED = 0, 3
_MOST_EXPOSURES_IN_TEXT = 20
_LEADS: dict[str, str] = {
    "sum": "sums of figures are about these people alone",
    "bounds": "the bands leave one possible count",
    "difference": "two figures differ by these people, and the bands tell their count",
}


def print_simulation(  # noqa: PLR0913 - an option each
    *, people: int, cuts: int, rounds: int, rate: float, k: int, seed: int, form: str
) -> None:
    dice = Random(seed)  # noqa: S311 - an invented organisation, to be drawn again by whoever has the seed
    drawn = release.simulate(people=people, cuts=cuts, rounds=rounds, rate=rate, k=k, dice=dice)
    click.echo(json.dumps(_as_json(drawn), separators=(",", ":")) if form == "json" else _as_text(drawn))


def _as_json(drawn: Simulation) -> dict[str, Any]:
    return {
        "k": drawn.k,
        "withheld": drawn.withheld,
        "answers": drawn.answers,
        "cells": [
            {
                "round": cell.round,
                "question": cell.question,
                "members": sorted(cell.members, key=lambda person: (len(person), person)),
                "low": cell.low,
                "high": cell.high,
            }
            for cell in drawn.cells
        ],
        "cells_vendor_rule": drawn.cells_vendor_rule,
    }


def _as_text(drawn: Simulation) -> str:
    lines = [
        f"k = {drawn.k}. A vendor's rule would show {drawn.cells_vendor_rule} cells, and {len(drawn.cells)} are shown."
    ]
    for one in drawn.releases:
        lines.append(f"\nRound {one.number}")
        lines += [
            f"  {': '.join((figure.cell.table, *figure.cell.value)):40} {figure.answers:>6} answers  "
            f"{figure.low:3} to {figure.high} %  {figure.label.replace('_', ' ')}"
            for figure in one.shown
        ]
    if drawn.withheld:
        lines.append("\nA round was withheld.")
    return "\n".join(lines)


def attack_file(file: IO[bytes], *, form: str) -> int:
    cells, k = _read(file)
    exposures = release.attack(cells, k)
    click.echo(_exposures_as_json(exposures) if form == "json" else _exposures_as_text(exposures, cells))
    return _SOMEBODY_EXPOSED if exposures else _NOBODY_EXPOSED


def _exposures_as_json(exposures: tuple[Exposure, ...]) -> str:
    return json.dumps(
        {
            "exposed": sorted({person for found in exposures for person in found.people}),
            "exposures": [
                {
                    "how": found.how,
                    "question": found.question,
                    "rounds": found.rounds,
                    "people": found.people,
                    "low": found.low,
                    "high": found.high,
                }
                for found in exposures
            ],
        },
        separators=(",", ":"),
    )


def _exposures_as_text(exposures: tuple[Exposure, ...], cells: list[Cell]) -> str:
    people = {person for found in exposures for person in found.people}
    everybody = {person for cell in cells for person in cell.members}
    lines = [f"{len(people)} of {len(everybody)} people are exposed by {len(cells)} figures."]
    for found in exposures[:_MOST_EXPOSURES_IN_TEXT]:
        rounds = ", ".join(str(one) for one in found.rounds)
        lines.append(
            f"  {', '.join(found.people)}: {_LEADS[found.how]} ({found.low} to {found.high} of {len(found.people)}; "
            f"question {found.question}, rounds {rounds})"
        )
    if len(exposures) > _MOST_EXPOSURES_IN_TEXT:
        lines.append(f"  and {len(exposures) - _MOST_EXPOSURES_IN_TEXT} more; --format json has all.")
    return "\n".join(lines)


def _read(file: IO[bytes]) -> tuple[list[Cell], int]:
    name = getattr(file, "name", "standard input")
    try:
        document = json.loads(file.read())
    except (ValueError, RecursionError) as fault:
        raise click.UsageError(f"{name}: expected JSON, as `simulate --format json` prints it ({fault}).") from fault
    if not isinstance(document, Mapping) or not isinstance(document.get("cells"), list):
        raise click.UsageError(f'{name}: expected an object with "k" and "cells".')
    k = document.get("k")
    if not isinstance(k, int) or k < 1:
        raise click.UsageError(f'{name}: "k" is {k!r}: expected a number of people, such as 5.')
    return [_cell(name, number, given) for number, given in enumerate(document["cells"], 1)], k


def _cell(file: str, number: int, given: Any) -> Cell:
    try:
        round_, question, members = given["round"], given["question"], frozenset(map(str, given["members"]))
        low, high = given["low"], given["high"]
        if not all(isinstance(whole, int) for whole in (round_, low, high)) or not 0 <= low <= high <= len(members):
            raise ValueError  # noqa: TRY301 - told below, with the other faults of a cell
    except (KeyError, TypeError, ValueError) as fault:
        raise click.UsageError(
            f'{file}, cell {number}: expected "round", "question", "members", and whole numbers "low" and "high" with '
            "0 <= low <= high <= how many members."
        ) from fault
    return Cell(round_, str(question), members, low, high)
