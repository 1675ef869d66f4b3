"""The level that `docs/measures/ideas.md` reports does not fall unseen; skipped where the real meetings are absent.

These meetings were trained on, so the figures here are higher than the measured ones: it is a guard, not a measure.
"""

import csv
from itertools import product
from pathlib import Path

import pytest

from alongside.engines.meetings import Proposal, look_back, read

DATA = Path(__file__).resolve().parents[4] / "shared/data/meetings"
MEETINGS = ("Bmr015", "Bed011", "Bro018", "Bns003")

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real meetings are not here")


def suggestions(folder: str, name: str) -> list[dict[str, str]]:
    with (DATA / folder / f"{name}.gold.tsv").open(encoding="utf8", newline="") as lines:
        return [
            row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if row["suggestion"] == "1"
        ]


def proposals(folder: str, name: str, ending: str) -> tuple[Proposal, ...]:
    return look_back(read(DATA / folder / f"{name}.{ending}")).proposals


def overlap(proposal: Proposal, row: dict[str, str]) -> bool:
    same = proposal.speaker == row["speaker"]
    return same and min(proposal.end, float(row["end"])) > max(proposal.start, float(row["start"]))


@pytest.mark.parametrize(
    ("folder", "ending", "least"),
    [("pause", "json", 0.40), ("pause", "vtt", 0.40), ("mixed", "json", 0.37), ("mixed", "vtt", 0.37)],
)
def test_ideas_are_found_about_as_often_as_measured(folder: str, ending: str, least: float) -> None:
    hits = told = true = 0
    for name in MEETINGS:
        found, gold = proposals(folder, name, ending), suggestions(folder, name)
        told += len(found)
        true += len(gold)
        for proposal in found:
            match = next((row for row in gold if overlap(proposal, row)), None)
            if match:
                hits += 1
                gold.remove(match)
    assert 2 * hits / (told + true) >= least


def test_unanswered_ideas_are_told_from_answered_ones_about_as_well_as_measured() -> None:
    chances: dict[bool, list[float]] = {True: [], False: []}
    for name in MEETINGS:
        for proposal, row in product(proposals("pause", name, "json"), suggestions("pause", name)):
            if overlap(proposal, row):
                chances[row["sugg_answered"] != "1"].append(proposal.unanswered_probability)
    pairs = list(product(chances[True], chances[False]))
    assert sum(unanswered > answered for unanswered, answered in pairs) / len(pairs) >= 0.7


def test_echoes_are_rare() -> None:
    assert sum(len(look_back(read(DATA / "pause" / f"{name}.json")).echoes) for name in MEETINGS) <= 2
