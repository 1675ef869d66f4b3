"""Nobody's answer can be worked out of what `alongside release simulate` prints, by tools that know nothing of ours.

Everything here is written against the JSON alone.
"""

import json
from functools import cache
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from scipy.optimize import LinearConstraint, milp

from alongside.cli import commands

SHAPES = [
    ("--people 30 --cuts 1 --rounds 2 --rate 0.05 --k 5", 2),
    ("--people 50 --cuts 2 --rounds 2 --rate 0.1 --k 5", 1),
    ("--people 50 --cuts 0 --rounds 4 --rate 0.9 --k 8", 1),
    ("--people 45 --cuts 3 --rounds 1 --rate 0.5 --k 5", 2),
]
RUNS = [(options, seed) for options, seeds in SHAPES for seed in range(7, 7 + seeds)]

Document = dict[str, Any]


@pytest.fixture(params=RUNS, ids=lambda run: f"{run[0]} --seed {run[1]}")
def document(request: pytest.FixtureRequest) -> Document:
    return simulated(*request.param)


@cache
def simulated(options: str, seed: int) -> Document:
    words = ["release", "simulate", *options.split(), "--seed", str(seed), "--format", "json"]
    ran = CliRunner().invoke(commands, words)
    assert ran.exit_code == 0
    found: Document = json.loads(ran.output)
    return found


def look_alikes(cells: list[Any]) -> dict[tuple[bool, ...], list[str]]:
    groups: dict[tuple[bool, ...], list[str]] = {}
    for person in sorted({person for cell in cells for person in cell["members"]}):
        groups.setdefault(tuple(person in cell["members"] for cell in cells), []).append(person)
    return groups


def views(document: Document) -> list[list[Any]]:
    """Each round, and all of them as if nobody changed their answer."""
    rounds = sorted({cell["round"] for cell in document["cells"]})
    return [[cell for cell in document["cells"] if cell["round"] == one] for one in rounds] + [document["cells"]]


def test_bands_are_true_and_most_cells_are_kept(document: Document) -> None:
    for cell in document["cells"]:
        said = document["answers"][cell["round"] - 1]
        assert cell["low"] <= sum(said[person][cell["question"]] for person in cell["members"]) <= cell["high"]
        assert len(cell["members"]) >= document["k"]
    assert not document["withheld"]
    assert len(document["cells"]) >= 0.6 * document["cells_vendor_rule"]


def test_no_look_alikes_fewer_than_k_are_a_sum_of_cells(document: Document) -> None:
    for cells in views(document):
        groups = look_alikes(cells)
        rows = np.array(list(groups), dtype=float).T
        for column, people in enumerate(groups.values()):
            if len(people) < document["k"]:
                target = np.zeros(len(groups))
                target[column] = 1.0
                made = rows.T @ np.linalg.lstsq(rows.T, target, rcond=None)[0]
                assert np.abs(made - target).max() > 1e-6, people


def test_no_bands_leave_one_count_for_look_alikes(document: Document) -> None:
    for cells in views(document):
        groups = look_alikes(cells)
        rows = np.array(list(groups), dtype=float).T
        sizes = [len(people) for people in groups.values()]
        ends = LinearConstraint(rows, [cell["low"] for cell in cells], [cell["high"] for cell in cells])
        for column in range(len(groups)):
            cost = np.eye(len(groups))[column]
            least, most = (
                round(sign * milp(sign * cost, integrality=np.ones_like(cost), bounds=(0, sizes), constraints=ends).fun)
                for sign in (1, -1)
            )
            assert least < most


def test_no_two_cells_differ_by_fewer_than_k(document: Document) -> None:
    for one, other in combinations(document["cells"], 2):
        here, there = set(one["members"]), set(other["members"])
        if here < there or there < here:
            assert len(here ^ there) >= document["k"]
