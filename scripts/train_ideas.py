#!/usr/bin/env python3
"""Train and judge the detector of ideas and of unanswered ideas.

    uv run --group train scripts/train_ideas.py DATA_DIR [--write] [--predictions FILE]

DATA_DIR holds `pause/` and `mixed/`, each with NAME.json, NAME.vtt and NAME.gold.tsv, and people.csv: the ICSI Meeting
Recorder Dialogue Act corpus (Janin et al. 2003; Shriberg et al. 2004; CC BY 4.0). Only coefficients are kept.

Prints the scores, cross-validated by meeting: whatever is fitted, the choice of phrases and thresholds included, is
fitted on other meetings than those it is judged on. `--write` trains on all meetings and writes the two files of
coefficients into the package. `--predictions` writes the out-of-fold predictions as
{"pause/json": {meeting: {"proposals": [{"speaker", "start", "end", "unanswered_probability"}]}}, ...}.
"""

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
import tomllib
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from alongside.engines.meetings import read
from alongside.engines.meetings._phrases import Vocabulary
from alongside.engines.meetings._proposals import CONTEXT, ProposalModel, context_of, stretches
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._units import Units, cut_into_units
from alongside.engines.meetings._uptake import Uptake, UptakeModel

Floats = NDArray[np.float64]
Gold = dict[str, Any]

INPUTS = ("pause/json", "pause/vtt", "mixed/json", "mixed/vtt")
# The words of a VTT file are those of the JSON of the same folder.
TRAINED_ON = ("pause/json", "mixed/json")
FOLDS = 5
INNER_FOLDS = 3
SEED = 20040430
LEAST_MEETINGS = 6
LEAST_UNITS = 15
PHRASE_C = 0.25
SMALLEST_WEIGHT = 0.02
UPTAKE_C = 0.02
THRESHOLDS = np.arange(0.14, 0.36, 0.02)
RESAMPLES = 500
SOURCE = (
    "Trained on labels of the ICSI Meeting Recorder Dialogue Act corpus (Janin et al. 2003; Shriberg et al. 2004, SIGdial;"
    " CC BY 4.0). Nothing of it is copied: only coefficients are here."
)
MODELS = Path(__file__).parent.parent / "src/alongside/engines/meetings/models"
WORDS = tomllib.loads(Path(__file__).with_name("ideas_words.toml").read_text("utf-8"))
EVERYDAY, VERBS = WORDS["everyday"].split(), WORDS["verbs"].split()


@dataclass(frozen=True)
class Meeting:
    """A meeting as one kind of file, with its labels.

    Attributes:
        suggested: whether each unit holds a suggestion, or most of one.
        judged: whether each unit lies in speech that the annotators labelled.
        peaks: for each gold suggestion that has a unit, that unit and whether it went unanswered.
    """

    name: str
    transcript: Transcript
    units: Units
    gold: Sequence[Gold]
    suggested: NDArray[np.bool_]
    judged: NDArray[np.bool_]
    peaks: Sequence[tuple[int, bool]]


@dataclass(frozen=True)
class Found:
    """A predicted stretch and, where it matched one, the gold suggestion."""

    speaker: str
    start: float
    end: float
    unanswered: float
    gold: Gold | None


def load(data: Path, kind: str) -> list[Meeting]:
    folder, ending = kind.split("/")
    return [_meeting(path, ending) for path in sorted((data / folder).glob("*.gold.tsv"))]


def _meeting(path: Path, ending: str) -> Meeting:
    name = path.name.split(".")[0]
    transcript = read(path.with_name(f"{name}.{ending}"))
    units = cut_into_units(transcript)
    with path.open(encoding="utf8", newline="") as lines:
        gold: list[Gold] = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in gold:
        row["start"], row["end"] = float(row["start"]), float(row["end"])
    suggested = np.zeros(len(units), np.bool_)
    judged = np.ones(len(units), np.bool_)
    peaks = []
    for number, speaker in enumerate(transcript.speakers):
        mine = np.flatnonzero(units.speaker == number)
        rows = [row for row in gold if row["speaker"] == speaker]
        if not rows:
            continue
        shared = _overlaps(units, mine, rows)
        nearest = shared.argmax(axis=1)
        covered = shared.max(axis=1) > 0
        suggested[mine] = covered & np.array([row["suggestion"] == "1" for row in rows])[nearest]
        judged[mine] = ~covered | np.array([row["labelled"] != "0" for row in rows])[nearest]
        for index, row in enumerate(rows):
            if row["suggestion"] == "1" and shared[:, index].max() > 0:
                peak = int(mine[shared[:, index].argmax()])
                suggested[peak] = True
                peaks.append((peak, row["sugg_answered"] != "1"))
    return Meeting(name, transcript, units, gold, suggested, judged, peaks)


def _overlaps(units: Units, mine: NDArray[np.int64], rows: Sequence[Gold]) -> Floats:
    start = np.array([row["start"] for row in rows])
    end = np.array([row["end"] for row in rows])
    shared = np.minimum(units.end[mine][:, None], end) - np.maximum(units.start[mine][:, None], start)
    return np.asarray(shared, np.float64)


class Phrases:
    """The phrases of every unit of some meetings, counted once."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self.vocabulary = Vocabulary(EVERYDAY, VERBS)
        pairs = [self.vocabulary.phrases(meeting.units.words) for meeting in meetings]
        self.keys, column = np.unique(np.concatenate([keys for keys, _ in pairs]), return_inverse=True)
        sizes = [len(meeting.units) for meeting in meetings]
        offsets = np.cumsum([0, *sizes[:-1]])
        row = np.concatenate([unit + offset for (_, unit), offset in zip(pairs, offsets, strict=True)])
        counts = csr_matrix((np.ones(len(row), np.float32), (row, column)), (sum(sizes), len(self.keys)))
        counts.data[:] = 1.0
        self.matrix = counts
        self.suggested = np.concatenate([meeting.suggested for meeting in meetings])
        self.judged = np.concatenate([meeting.judged for meeting in meetings])
        self.names = np.repeat([meeting.name for meeting in meetings], sizes)

    def fit(self, names: Iterable[str]) -> dict[str, Any]:
        """Weigh the phrases by the meetings named; rare ones, which might tell whose meetings they were, get none."""
        rows = np.flatnonzero(np.isin(self.names, list(names)) & self.judged)
        chosen = self.matrix[rows]
        columns = np.flatnonzero(np.asarray(chosen.sum(axis=0)).ravel() >= LEAST_UNITS)
        columns = columns[_meetings_with(chosen[:, columns], self.names[rows]) >= LEAST_MEETINGS]
        model = LogisticRegression(C=PHRASE_C, l1_ratio=1.0, solver="liblinear", random_state=0)
        model.fit(chosen[:, columns], self.suggested[rows])
        weights = {
            self.vocabulary.spell(int(self.keys[column])): round(float(weight), 3)
            for column, weight in zip(columns, model.coef_[0], strict=True)
            if abs(weight) >= SMALLEST_WEIGHT
        }
        return {"phrases_intercept": round(float(model.intercept_[0]), 3), "phrases": weights, "verbs": VERBS}


def _meetings_with(matrix: csr_matrix, names: NDArray[np.str_]) -> NDArray[np.int64]:
    total = np.zeros(matrix.shape[1], np.int64)
    for name in np.unique(names):
        total += np.asarray(matrix[names == name].sum(axis=0)).ravel() > 0
    return total


def folds(names: Iterable[str], count: int) -> dict[str, int]:
    order = sorted(set(names))
    place = np.random.default_rng(SEED).permutation(len(order))
    return {name: int(place[index]) % count for index, name in enumerate(order)}


def fit_proposals(phrases: Phrases, meetings: Sequence[Meeting], names: set[str]) -> dict[str, Any]:
    """Fit phrases, context and threshold on the meetings named; the latter two on scores of held-out phrases."""
    held_out = {}
    fold = folds(names, INNER_FOLDS)
    for number in range(INNER_FOLDS):
        record = phrases.fit(name for name in names if fold[name] != number)
        scorer = ProposalModel.of({**record, **_blank()}).phrases
        for meeting in meetings:
            if fold.get(meeting.name) == number:
                held_out[id(meeting)] = context_of(meeting.units, scorer.score(meeting.units.words))
    chosen = [meeting for meeting in meetings if meeting.name in names]
    rows = np.vstack([held_out[id(meeting)][meeting.judged] for meeting in chosen])
    truth = np.concatenate([meeting.suggested[meeting.judged] for meeting in chosen])
    weights, intercept = _logistic(rows, truth, c=1.0)
    found = [(meeting, _sigmoid(held_out[id(meeting)] @ weights + intercept)) for meeting in chosen]
    return {
        "threshold": best_threshold(found),
        "context_intercept": round(intercept, 4),
        "context": {name: round(float(weight), 4) for name, weight in zip(CONTEXT, weights, strict=True)},
        **phrases.fit(names),
    }


def _blank() -> dict[str, Any]:
    return {"context": dict.fromkeys(CONTEXT, 0.0), "context_intercept": 0.0, "threshold": 0.0}


def _sigmoid(odds: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float64)


def _logistic(rows: Floats, truth: NDArray[np.bool_], *, c: float) -> tuple[Floats, float]:
    """A logistic regression on standardised columns, its weights put back to the columns' own units."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0.0] = 1.0
    model = LogisticRegression(C=c, max_iter=1000).fit((rows - mean) / spread, truth)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - mean @ weights)


def best_threshold(found: Sequence[tuple[Meeting, Floats]]) -> float:
    scores = []
    for threshold in THRESHOLDS:
        hits = predicted = gold = 0
        for meeting, probabilities in found:
            matched = matches(meeting, spans(meeting, probabilities, float(threshold)))
            hits += sum(one.gold is not None for one in matched)
            predicted += len(matched)
            gold += sum(row["suggestion"] == "1" for row in meeting.gold)
        scores.append(f1(hits, predicted, gold))
    return round(float(THRESHOLDS[int(np.argmax(scores))]), 3)


Span = tuple[str, float, float, int]


def spans(meeting: Meeting, probabilities: Floats, threshold: float) -> list[Span]:
    units = meeting.units
    return [
        (
            meeting.transcript.speakers[units.speaker[stretch.peak]],
            float(units.start[stretch.units[0]]),
            float(max(units.end[unit] for unit in stretch.units)),
            stretch.peak,
        )
        for stretch in stretches(units, probabilities, threshold)
    ]


def matches(meeting: Meeting, predicted: Sequence[Span], uptake: UptakeModel | None = None) -> list[Found]:
    """Pair predictions with gold suggestions as score_meetings.py does: one to one, by speaker, largest overlap first.

    Predictions in stretches that the annotators left unlabelled are not counted.
    """
    counted = [span for span in predicted if not _is_unlabelled(meeting.gold, span[0], span[1])]
    truth = [row for row in meeting.gold if row["suggestion"] == "1"]
    pairs = sorted(
        (-shared, mine, theirs)
        for mine, span in enumerate(counted)
        for theirs, row in enumerate(truth)
        if span[0] == row["speaker"] and (shared := min(span[2], row["end"]) - max(span[1], row["start"])) > 0
    )
    taken: dict[int, int] = {}
    for _, mine, theirs in pairs:
        if mine not in taken and theirs not in taken.values():
            taken[mine] = theirs
    judge = None if uptake is None else Uptake(meeting.units, uptake)
    return [
        Found(*span[:3], 0.5 if judge is None else judge.of(span[3]).unanswered, truth[taken[mine]] if mine in taken else None)
        for mine, span in enumerate(counted)
    ]


def _is_unlabelled(gold: Sequence[Gold], speaker: str, at: float) -> bool:
    nearest = min(
        (row for row in gold if row["speaker"] == speaker),
        default=None,
        key=lambda row: max(row["start"] - at, at - row["end"], 0.0),
    )
    return nearest is not None and nearest["labelled"] == "0"


def fit_uptake(meetings: Sequence[Meeting], names: set[str]) -> dict[str, Any]:
    signs, unanswered = [], []
    for meeting in meetings:
        if meeting.name in names:
            uptake = Uptake(meeting.units, UptakeModel({}, 0.0))
            for peak, truth in meeting.peaks:
                signs.append(uptake.signs(peak))
                unanswered.append(truth)
    columns = sorted({name for sign in signs for name in sign})
    rows = np.array([[sign.get(name, 0.0) for name in columns] for sign in signs])
    weights, intercept = _logistic(rows, np.array(unanswered), c=UPTAKE_C)
    return {
        "intercept": round(intercept, 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(columns, weights, strict=True)},
    }


def f1(hits: int, predicted: int, gold: int) -> float:
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def predict_held_out(meetings: Mapping[str, Sequence[Meeting]]) -> dict[str, dict[str, list[Found]]]:
    """What is found in each meeting by a detector that was fitted on the other folds only."""
    training = [meeting for kind in TRAINED_ON for meeting in meetings[kind]]
    phrases = Phrases(training)
    fold = folds((meeting.name for meeting in training), FOLDS)
    found: dict[str, dict[str, list[Found]]] = defaultdict(dict)
    for number in range(FOLDS):
        names = {name for name in fold if fold[name] != number}
        model = ProposalModel.of(fit_proposals(phrases, training, names))
        uptake = UptakeModel.of(fit_uptake(training, names))
        for kind, of_kind in meetings.items():
            for meeting in of_kind:
                if fold[meeting.name] == number:
                    stretched = spans(meeting, model.probabilities(meeting.units), model.threshold)
                    found[kind][meeting.name] = matches(meeting, stretched, uptake)
        print(f"fold {number + 1} of {FOLDS}: threshold {model.threshold}, {len(model.phrases.keys)} phrases", flush=True)
    return found


Measure = Literal["precision", "recall", "f1", "per gold", "auc", "calibration error"]


@dataclass(frozen=True)
class Tally:
    """What was found in one meeting, reduced to what the measures need."""

    hits: int
    predicted: int
    gold: int
    answers: tuple[tuple[float, bool], ...]


def tally(meeting: Meeting, found: Sequence[Found], speakers: set[str] | None = None) -> Tally:
    mine = [one for one in found if speakers is None or one.speaker in speakers]
    matched = [(one.unanswered, one.gold["sugg_answered"] != "1") for one in mine if one.gold is not None]
    gold = sum(row["suggestion"] == "1" and (speakers is None or row["speaker"] in speakers) for row in meeting.gold)
    return Tally(len(matched), len(mine), gold, tuple(matched))


def measures(tallies: Sequence[Tally]) -> dict[Measure, float]:
    hits, predicted, gold = (sum(getattr(one, name) for one in tallies) for name in ("hits", "predicted", "gold"))
    answers = [answer for one in tallies for answer in one.answers]
    chance, truth = np.array([score for score, _ in answers]), np.array([unanswered for _, unanswered in answers])
    return {
        "precision": hits / max(1, predicted),
        "recall": hits / max(1, gold),
        "f1": f1(hits, predicted, gold),
        "per gold": predicted / max(1, gold),
        "auc": float(roc_auc_score(truth, chance)) if 0 < truth.sum() < len(truth) else float("nan"),
        "calibration error": _calibration_error(chance, truth),
    }


def _calibration_error(chance: Floats, truth: NDArray[np.bool_]) -> float:
    cells = np.minimum((chance * 10).astype(int), 9)
    return float(sum(abs((chance - truth)[cells == cell].sum()) for cell in range(10)) / max(1, len(chance)))


def with_intervals(tallies: Sequence[Tally]) -> dict[Measure, tuple[float, float, float]]:
    """Each measure and its 95 % interval by bootstrap over meetings."""
    dice = np.random.default_rng(SEED)
    samples = [measures([tallies[place] for place in dice.integers(len(tallies), size=len(tallies))]) for _ in range(RESAMPLES)]
    return {
        name: (value, *(float(np.nanpercentile([sample[name] for sample in samples], q)) for q in (2.5, 97.5)))
        for name, value in measures(tallies).items()
    }


def report(meetings: Mapping[str, Sequence[Meeting]], found: Mapping[str, Mapping[str, list[Found]]], data: Path) -> None:
    with (data / "pause" / "people.csv").open(encoding="utf8", newline="") as lines:
        people = list(csv.DictReader(lines))
    groups = {"everyone": None} | {
        value: {row["name"] for row in people if row[column] == value}
        for column in ("sex", "native")
        for value in sorted({row[column] for row in people})
    }
    for kind, of_kind in meetings.items():
        for group, names in groups.items():
            if names is None or kind == INPUTS[0]:
                scores = with_intervals([tally(meeting, found[kind][meeting.name], names) for meeting in of_kind])
                shown = "  ".join(f"{name} {mid:.3f} [{low:.3f}, {high:.3f}]" for name, (mid, low, high) in scores.items())
                print(f"{kind:10}  {group:20}  {shown}", flush=True)


def predictions(found: Mapping[str, Mapping[str, list[Found]]]) -> dict[str, Any]:
    return {
        kind: {
            name: {
                "proposals": [
                    {
                        "speaker": one.speaker,
                        "start": round(one.start, 3),
                        "end": round(one.end, 3),
                        "unanswered_probability": round(one.unanswered, 4),
                    }
                    for one in of_meeting
                ],
            }
            for name, of_meeting in of_kind.items()
        }
        for kind, of_kind in found.items()
    }


def write_models(meetings: Mapping[str, Sequence[Meeting]]) -> None:
    training = [meeting for kind in TRAINED_ON for meeting in meetings[kind]]
    names = {meeting.name for meeting in training}
    hours = sum(max(row["end"] for row in meeting.gold) for meeting in meetings[INPUTS[0]]) / 3600
    head = {"source": SOURCE, "trained_on": {"meetings": len(names), "hours": round(hours, 1), "inputs": TRAINED_ON}}
    MODELS.mkdir(exist_ok=True)
    _write(MODELS / "proposals.json", {**head, **fit_proposals(Phrases(training), training, names)})
    _write(MODELS / "unanswered.json", {**head, **fit_uptake(training, names)})


def _write(path: Path, record: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path, metavar="DATA_DIR")
    ask.add_argument("--write", action="store_true", help="train on all meetings and write the coefficients")
    ask.add_argument("--predictions", type=Path, metavar="FILE", help="write the out-of-fold predictions")
    asked = ask.parse_args()
    meetings = {kind: load(asked.data, kind) for kind in INPUTS}
    if asked.write:
        write_models(meetings)
        return
    found = predict_held_out(meetings)
    report(meetings, found, asked.data)
    if asked.predictions:
        asked.predictions.write_text(json.dumps(predictions(found)), "utf-8")


if __name__ == "__main__":
    main()
