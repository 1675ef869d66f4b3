"""How right the look-back is on real meetings: scores with intervals, and whether errors differ between groups.

    accuracy.py DATA_DIR PREDICTIONS_DIR [--scorer score_meetings.py]

DATA_DIR holds `pause/`, `mixed/` and in them `people.csv`. PREDICTIONS_DIR holds what `scripts/train_floor.py
--predictions` and `scripts/train_ideas.py --predictions` wrote for meetings that their models had not seen:
`pause-json.json`, `pause-vtt.json`, `mixed-json.json`, `mixed-vtt.json`. Matching is the scorer's. Intervals are 95 %
by bootstrap over meetings (Efron 1979), since moments of one meeting are not independent.
"""

import argparse
import csv
import importlib.util
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from alongside.engines.meetings import Transcript, Utterance, read

Counts = tuple[int, int, int]
Scorer = Any
Found = Mapping[str, Any]
Gold = Mapping[str, Sequence[Mapping[str, Any]]]

RESAMPLES = 2000
INPUTS = ("pause-json", "pause-vtt", "mixed-json", "mixed-vtt")


def load_scorer(path: Path) -> Scorer:
    """The scoring program as a module, so that matching is its own."""
    spec = importlib.util.spec_from_file_location("score_meetings", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: expected the scoring program; give its place with --scorer")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def f1(counts: np.ndarray[Any, Any]) -> float:
    """F1 of summed (hits, predicted, gold)."""
    hits, predicted, gold = counts
    return float(2 * hits / max(predicted + gold, 1))


def precision(counts: np.ndarray[Any, Any]) -> float:
    return float(counts[0] / max(counts[1], 1))


def recall(counts: np.ndarray[Any, Any]) -> float:
    return float(counts[0] / max(counts[2], 1))


def ratio(counts: np.ndarray[Any, Any]) -> float:
    return float(counts[1] / max(counts[2], 1))


def interval(rows: Sequence[Counts], measure: Callable[[np.ndarray[Any, Any]], float]) -> str:
    """The measure over all meetings with its 95 % interval."""
    table = np.array(rows)
    rng = np.random.default_rng(0)
    drawn = [measure(table[rng.integers(0, len(table), len(table))].sum(axis=0)) for _ in range(RESAMPLES)]
    low, high = np.quantile(drawn, (0.025, 0.975))
    return f"{measure(table.sum(axis=0)):.3f} [{low:.3f}, {high:.3f}]"


def counts_of(score: Mapping[str, Any]) -> Counts:
    return score["hits"], score["predicted"], score["gold"]


def a_meeting_each(scorer: Scorer, found: Found, gold: Gold) -> dict[str, list[Counts]]:
    """(hits, predicted, gold) of every measure for every meeting."""
    rows: dict[str, list[Counts]] = {}
    for name, truth in gold.items():
        one, its = {name: found[name]}, {name: truth}
        all_told = scorer.score_interruptions(one, its)
        sure = scorer.score_interruptions(one, its, sure_only=True)
        scores = {
            "interrupted": all_told["interrupted"],
            "interrupted and by whom": all_told["interrupted and by whom"],
            "stated as sure": sure["interrupted"],
            "backchannel": scorer.score_backchannels(one, its, "backchannel"),
            "listener only": scorer.score_backchannels(one, its, "listener_only"),
            "proposal": scorer.score_proposals(one, its)["proposal found"],
        }
        for measure, score in scores.items():
            rows.setdefault(measure, []).append(counts_of(score))
    return rows


KINDS = {"cutoff": "cut_off", "crowded_out": "crowded_out", "gap": "after_pause"}
"""The kinds of interruption as they are labelled, and as they are told."""


def all_kinds_right(scorer: Scorer, found: Found, gold: Gold) -> str:
    """The share of hits whose kind is right, pauses included, which the scorer leaves out."""
    right = [
        KINDS[row["taker_kind"]] == event["kind"]
        for name, rows in gold.items()
        for event, row in _hits(scorer, found[name]["interruptions"], rows)
        if row["taker_kind"] in KINDS
    ]
    return f"{np.mean(right):.3f} of {len(right):,}"


def _hits(scorer: Scorer, events: Sequence[Found], rows: Sequence[Found]) -> Iterator[tuple[Found, Found]]:
    def distance(event: Found, row: Found) -> float | None:
        away = float(abs(event["at"] - row["end"]))
        return away if away <= scorer.TOLERANCE else None

    for speaker in {row["speaker"] for row in rows}:
        told = [event for event in events if event["interrupted"] == speaker]
        told = [event for event in told if not scorer.is_unlabelled(rows, speaker, event["at"])]
        true = [row for row in rows if row["speaker"] == speaker and row["interrupted"] == "1"]
        yield from scorer.match(told, true, distance)


def report_scores(scorer: Scorer, found: Found, gold: Gold) -> None:
    """Print the table for one export."""
    rows = a_meeting_each(scorer, found, gold)
    for measure, counts in rows.items():
        line = f"  {measure:26} F1 {interval(counts, f1)}  precision {interval(counts, precision)}"
        print(f"{line}  recall {interval(counts, recall)}  predicted per true {interval(counts, ratio)}")
    whole = scorer.score_interruptions(found, gold)
    print(f"  kind right {whole['kind right, among matched']}, calibration error {whole['expected calibration error']}")
    print(f"  kind right, of all three {all_kinds_right(scorer, found, gold)}")
    print(
        f"  unanswered against answered, AUC {scorer.score_proposals(found, gold)['unanswered against answered, AUC']}"
    )


def by_overlap(transcript: Transcript) -> dict[str, Any]:
    """What a tool says that takes every start in somebody's speech for an interruption."""
    latest: dict[str, Utterance] = {}
    events = []
    for utterance in transcript.utterances:
        for name, other in latest.items():
            if name != utterance.speaker and other.end > utterance.start:
                stop = {"at": other.end, "interrupted": name, "by": utterance.speaker, "kind": "cut_off"}
                events.append(stop | {"probability": 1.0, "sure": True})
        latest[utterance.speaker] = utterance
    return {"interruptions": events}


def report_overlap_rule(scorer: Scorer, folder: Path, ending: str, gold: Gold) -> None:
    """Print what the common rule reaches on the same meetings."""
    found = {name: by_overlap(read(folder / f"{name}.{ending}")) for name in gold}
    scores = scorer.score_interruptions(found, gold)
    print(f"  every overlap an interruption, by whom: F1 {scores['interrupted and by whom']['f1']}")


def of_group(found: Found, gold: Gold, role: str, members: set[str]) -> tuple[Found, Gold]:
    """Only the interruptions where the person in that role belongs to the group."""
    truth_key = {"interrupted": "speaker", "by": "taker"}[role]
    kept = {
        name: {"interruptions": [event for event in meeting["interruptions"] if event[role] in members]}
        for name, meeting in found.items()
    }
    truth = {
        name: [dict(row) | {"interrupted": row["interrupted"] if row[truth_key] in members else "0"} for row in rows]
        for name, rows in gold.items()
    }
    return kept, truth


def report_groups(scorer: Scorer, found: Found, gold: Gold, people: Sequence[Mapping[str, str]]) -> None:
    """Whether errors differ between groups, for those who were interrupted and for those who spoke on."""
    for column in ("sex", "native"):
        for group in sorted({person[column] for person in people} - {""}):
            members = {person["name"] for person in people if person[column] == group}
            for role in ("interrupted", "by"):
                kept, truth = of_group(found, gold, role, members)
                scores = [
                    counts_of(scorer.score_interruptions({name: kept[name]}, {name: truth[name]})["interrupted"])
                    for name in gold
                ]
                line = f"  {role:11} {group:20} precision {interval(scores, precision)}"
                print(f"{line}  recall {interval(scores, recall)}  predicted per true {interval(scores, ratio)}")


def main() -> None:
    """Print the scores of every export and, for the first, of every group."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("predictions", type=Path)
    ask.add_argument("--scorer", type=Path)
    args = ask.parse_args()
    scorer = load_scorer(args.scorer or args.data.parents[1] / "tools" / "score_meetings.py")
    for name in INPUTS:
        gold = scorer.load_gold(args.data / name.split("-")[0])
        told = json.loads((args.predictions / f"{name}.json").read_text(encoding="utf8"))["meetings"]
        found = {meeting["file"].split(".")[0]: meeting for meeting in told}
        print(name)
        report_scores(scorer, found, gold)
        folder, ending = name.split("-")
        report_overlap_rule(scorer, args.data / folder, ending, gold)
        if name == INPUTS[0]:
            with (args.data / "pause" / "people.csv").open(encoding="utf8", newline="") as lines:
                report_groups(scorer, found, gold, list(csv.DictReader(lines)))


if __name__ == "__main__":
    main()
