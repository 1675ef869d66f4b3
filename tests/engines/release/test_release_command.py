"""`alongside release`, as somebody at the terminal meets it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from invented import cell

from alongside.cli import commands

# All of a to e said yes: 10 of 12, of whom at most 5 of the others.
TOLD = [cell("abcdefghijkl", 10, 12), cell("fghijkl", 0, 5)]


def run(*words: str, read: str | None = None) -> Result:
    return CliRunner().invoke(commands, ["release", *words], input=read)


def figures(**other: object) -> str:
    cells = [
        {"round": one.round, "question": one.question, "members": sorted(one.members), "low": one.low, "high": one.high}
        for one in TOLD
    ]
    return json.dumps({"k": 5, "cells": cells} | other)


def test_the_simulation_has_the_shape_that_others_attack() -> None:
    ran = run("simulate", "--people", "30", "--rounds", "2", "--seed", "7", "--format", "json")
    drawn = json.loads(ran.output)
    assert list(drawn) == ["k", "withheld", "answers", "cells", "cells_vendor_rule"]
    assert list(drawn["cells"][0]) == ["round", "question", "members", "low", "high"]
    assert {value for said in drawn["answers"] for given in said.values() for value in given.values()} <= {0, 1}
    assert len(drawn["answers"]) == 2
    assert drawn["k"] == 5


def test_the_same_seed_prints_the_same_and_another_does_not() -> None:
    once, again, other = (run("simulate", "--people", "30", "--seed", seed).output for seed in "778")
    assert once == again != other


def test_a_simulation_to_read_names_nobody_and_no_count() -> None:
    ran = run("simulate", "--people", "30")
    assert "everyone" in ran.output
    assert "20-49 answers" in ran.output
    assert "p1" not in ran.output


def test_what_is_drawn_stands_up_to_the_attack() -> None:
    drawn = run("simulate", "--people", "30", "--rounds", "2", "--rate", "0.05", "--format", "json").output
    ran = run("attack", "-", read=drawn)
    assert (ran.exit_code, ran.output.split(" of ")[0]) == (0, "0")


def test_an_attack_that_gets_in_says_who_and_how(tmp_path: Path) -> None:
    file = tmp_path / "figures.json"
    file.write_text(figures(), encoding="utf-8")
    ran = run("attack", str(file))
    assert ran.exit_code == 3
    assert "5 of 12 people are exposed by 2 figures" in ran.output
    assert "a, b, c, d, e: the bands leave one possible count (5 to 5 of 5" in ran.output
    found = json.loads(run("attack", str(file), "--format", "json").output)
    assert found["exposed"] == list("abcde")
    assert {one["how"] for one in found["exposures"]} == {"bounds"}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("k = 5", "expected JSON"),
        ("[]", 'expected an object with "k" and "cells"'),
        (figures(k="five"), "expected a number of people"),
        (figures(cells=[{"round": 1}]), "cell 1: expected"),
        (figures(cells=[{"round": 1, "question": "q", "members": ["a"], "low": 0, "high": 2}]), "cell 1: expected"),
        (figures(cells=[{"round": 1, "question": "q", "members": 7, "low": 0, "high": 0}]), "cell 1: expected"),
    ],
)
def test_figures_that_cannot_be_used_are_refused_with_what_is_wrong(given: str, says: str) -> None:
    ran = run("attack", "-", read=given)
    assert ran.exit_code == 2
    assert says in ran.output
    assert "Traceback" not in ran.output


def test_figures_of_nobody_expose_nobody() -> None:
    assert run("attack", "-", read=figures(cells=[])).exit_code == 0


@pytest.mark.parametrize("people", ["1", "4", "9"])
def test_a_handful_of_people_is_withheld_or_safe(people: str) -> None:
    ran = run("simulate", "--people", people, "--rounds", "2", "--format", "json")
    assert ran.exit_code == 0
    drawn = json.loads(ran.output)
    assert drawn["withheld"] or drawn["cells"]
    assert run("attack", "-", read=ran.output).exit_code == 0
