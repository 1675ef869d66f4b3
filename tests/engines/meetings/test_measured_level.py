"""The level that `docs/measures/meetings.md` reports does not fall unseen; skipped where the real meetings are absent.

These meetings were trained on, so the figures here are higher than the measured ones: it is a guard, not a measure.
"""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from alongside.engines.meetings import LookBack, look_back, read

DATA = Path(__file__).resolve().parents[4] / "shared/data/meetings"
MEETINGS = ("Bmr020", "Bed011", "Bro018", "Bns001")

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the real meetings are not here")


def gold(folder: str, name: str) -> list[dict[str, str]]:
    with (DATA / folder / f"{name}.gold.tsv").open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def interruptions_f1(folder: str, ending: str) -> float:
    hits = told = true = 0
    for name in MEETINGS:
        found = look_back(read(DATA / folder / f"{name}.{ending}")).interruptions
        stops = [(row["speaker"], float(row["end"])) for row in gold(folder, name) if row["interrupted"] == "1"]
        told += len(found)
        true += len(stops)
        for event in found:
            near = [stop for stop in stops if stop[0] == event.interrupted and abs(stop[1] - event.at) <= 1.5]
            if near:
                hits += 1
                stops.remove(min(near, key=lambda stop: abs(stop[1] - event.at)))
    return 2 * hits / (told + true)


@pytest.mark.parametrize(
    ("folder", "ending", "least"),
    [("pause", "json", 0.64), ("pause", "vtt", 0.58), ("mixed", "json", 0.5), ("mixed", "vtt", 0.5)],
)
def test_interruptions_are_found_as_well_as_measured(folder: str, ending: str, least: float) -> None:
    assert interruptions_f1(folder, ending) >= least


def test_nine_in_ten_overlaps_are_not_called_interruptions() -> None:
    kinds = [overlap.what for overlap in _of("Bmr020").overlaps]
    assert kinds.count("interruption") / len(kinds) < 0.15


def test_listening_is_heard() -> None:
    starts = {
        (row["speaker"], round(float(row["start"]), 1))
        for row in gold("pause", "Bmr020")
        if row["listener_only"] == "1"
    }
    heard = _of("Bmr020").backchannels
    assert sum((signal.speaker, round(signal.start, 1)) in starts for signal in heard) / len(heard) > 0.7


def test_a_single_stream_is_noticed_and_said() -> None:
    found = look_back(read(DATA / "mixed" / "Bmr020.vtt"))
    assert not found.overlap_visible
    assert found.limits


def test_without_end_times_there_are_no_interruptions_and_the_report_says_so() -> None:
    found = look_back(replace(read(DATA / "pause" / "Bmr020.vtt"), timing="starts"))
    assert found.interruptions == ()
    assert any("Interruptions" in limit for limit in found.limits)


def _of(name: str) -> LookBack:
    return look_back(read(DATA / "pause" / f"{name}.json"))
