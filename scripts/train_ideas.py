#!/usr/bin/env python3
"""Train and judge the detector of ideas and of unanswered ideas.

    uv run --group train scripts/train_ideas.py DATA_DIR [--write] [--predictions DIR]

DATA_DIR holds `pause/` and `mixed/`, each with NAME.json, NAME.vtt and NAME.gold.tsv, and people.csv: the ICSI Meeting
Recorder Dialogue Act corpus (Janin et al. 2003; Shriberg et al. 2004; CC BY 4.0). Only coefficients are kept.

Prints the scores, cross-validated by meeting: whatever is fitted, the choice of phrases and thresholds included, is
fitted on other meetings than those it is judged on. `--write` trains on all meetings and writes the two files of
coefficients into the package. `--predictions` puts what is found in held-out meetings into DIR, beside what
`scripts/train_floor.py` puts there, for `benchmarks/accuracy.py`.
"""

import argparse
import csv
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from alongside.engines.meetings import read
from alongside.engines.meetings._floor import is_overlap_visible
from alongside.engines.meetings._phrases import PhraseWeights, Vocabulary
from alongside.engines.meetings._proposals import CONTEXT, ProposalModel, Stretch, context_of, divide
from alongside.engines.meetings._replies import Around, Said, signs
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._unfold import unfold
from alongside.engines.meetings._units import Units, cut_into_units
from alongside.engines.meetings._uptake import UptakeModel

Floats = NDArray[np.float64]
Record = dict[str, Any]

INPUTS = ("pause/json", "pause/vtt", "mixed/json", "mixed/vtt")
# The words of a VTT file are those of the JSON of the same folder, and so are counted once.
PHRASES_FROM = ("pause/json", "mixed/json")
# One stream, put together again, has other borders between sentences; fitted on these, the rest serves it best as well.
STANDING_FROM = ("pause/json", "pause/vtt")
FOLDS = 9
INNER_FOLDS = 3
SEED = 20040430
LEAST_MEETINGS = 10
LEAST_UNITS = 15
MOST_PHRASES = 2000
PHRASE_C = 0.1
UPTAKE_C = 0.02
LEAST_SIGNS = 100
THRESHOLDS = (0.14, 0.16, 0.18, 0.2, 0.22, 0.24, 0.26)
RESAMPLES = 500
SOURCE = (
    "Trained on labels of the ICSI Meeting Recorder Dialogue Act corpus (Janin et al. 2003; Shriberg et al. 2004,"
    " SIGdial; CC BY 4.0). Nothing of it is copied: only coefficients are here."
)
MODELS = Path(__file__).parent.parent / "src/alongside/engines/meetings/models"
WORDS = tomllib.loads(Path(__file__).with_name("ideas_words.toml").read_text("utf-8"))
EVERYDAY, VERBS = WORDS["everyday"].split(), WORDS["verbs"].split()
EXPLICIT = WORDS["explicit"]

Meetings = Mapping[str, Sequence["Meeting"]]


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
    gold: Sequence[Record]
    suggested: NDArray[np.bool_]
    judged: NDArray[np.bool_]
    peaks: Sequence[tuple[int, bool]]


@dataclass(frozen=True)
class Found:
    """A predicted stretch and, where it matched one, the gold suggestion."""

    speaker: str
    start: float
    end: float
    probability: float
    unanswered: float
    gold: Record | None


def load(data: Path, kind: str) -> list[Meeting]:
    folder, ending = kind.split("/")
    return [_meeting(path, ending) for path in sorted((data / folder).glob("*.gold.tsv"))]


def _meeting(path: Path, ending: str) -> Meeting:
    name = path.name.split(".")[0]
    transcript = read(path.with_name(f"{name}.{ending}"))
    if is_overlap_visible(transcript) is False:
        transcript = unfold(transcript)
    units = cut_into_units(transcript)
    with path.open(encoding="utf8", newline="") as lines:
        gold: list[Record] = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
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


def _overlaps(units: Units, mine: NDArray[np.int64], rows: Sequence[Record]) -> Floats:
    start = np.array([row["start"] for row in rows])
    end = np.array([row["end"] for row in rows])
    shared = np.minimum(units.end[mine][:, None], end) - np.maximum(units.start[mine][:, None], start)
    return np.asarray(shared, np.float64)


class Phrases:
    """The phrases of every unit of some meetings, counted once."""

    def __init__(self, meetings: Sequence[Meeting]) -> None:
        self.vocabulary = Vocabulary(EVERYDAY, VERBS)
        pairs = [self.vocabulary.phrases(meeting.units.spoken) for meeting in meetings]
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
        model = LogisticRegression(C=PHRASE_C, solver="liblinear", random_state=0)
        model.fit(chosen[:, columns], self.suggested[rows])
        columns = columns[np.sort(np.argsort(-np.abs(model.coef_[0]), kind="stable")[:MOST_PHRASES])]
        model.fit(chosen[:, columns], self.suggested[rows])
        weights = {
            self.vocabulary.spell(int(self.keys[column])): round(float(weight), 3)
            for column, weight in zip(columns, model.coef_[0], strict=True)
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


def fit_proposals(phrases: Phrases, meetings: Meetings, names: set[str]) -> dict[str, Any]:
    """Fit phrases, context and threshold on the meetings named; the latter two on scores of held-out phrases."""
    fold = folds(names, INNER_FOLDS)
    scorers = [_scorer(phrases.fit(name for name in names if fold[name] != number)) for number in range(INNER_FOLDS)]
    chosen = [meeting for kind in STANDING_FROM for meeting in meetings[kind] if meeting.name in names]
    rows = [context_of(one.units, scorers[fold[one.name]].score(one.units.spoken)[0]) for one in chosen]
    weights, intercept = _logistic(
        np.vstack([row[one.judged] for one, row in zip(chosen, rows, strict=True)]),
        np.concatenate([one.suggested[one.judged] for one in chosen]),
        c=1.0,
    )
    chances = [_sigmoid(row @ weights + intercept) for row in rows]
    threshold = best_threshold(chosen, chances)
    return {
        "threshold": threshold,
        "calibration": calibration(chosen, chances, threshold),
        "context_intercept": round(intercept, 4),
        "context": _named(CONTEXT, weights),
        "explicit": EXPLICIT,
        **phrases.fit(names),
    }


def _scorer(record: Mapping[str, Any]) -> PhraseWeights:
    return PhraseWeights.of(record["phrases"], record["phrases_intercept"], record["verbs"])


def _named(names: Sequence[str], weights: Floats) -> dict[str, float]:
    return {name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)}


def _sigmoid(odds: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-odds)), np.float64)


def _logistic(rows: Floats, truth: NDArray[np.bool_], *, c: float) -> tuple[Floats, float]:
    """A logistic regression on standardised columns, its weights put back to the columns' own units."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    spread[spread == 0.0] = 1.0
    model = LogisticRegression(C=c, max_iter=1000).fit((rows - mean) / spread, truth)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - mean @ weights)


def best_threshold(meetings: Sequence[Meeting], chances: Sequence[Floats]) -> float:
    def score(threshold: float) -> float:
        return measures(
            [tally(one, _found_above(threshold, one, chance)) for one, chance in zip(meetings, chances, strict=True)],
        )["f1"]

    return max(THRESHOLDS, key=score)


def calibration(meetings: Sequence[Meeting], chances: Sequence[Floats], threshold: float) -> list[float]:
    """Slope and intercept that turn the log-odds of a stretch into those of matching a gold suggestion."""
    found = [
        one
        for meeting, chance in zip(meetings, chances, strict=True)
        for one in _found_above(threshold, meeting, chance)
    ]
    odds = np.array([[np.log(one.probability / (1.0 - one.probability))] for one in found])
    model = LogisticRegression().fit(odds, [one.gold is not None for one in found])
    return [round(float(model.coef_[0, 0]), 3), round(float(model.intercept_[0]), 3)]


def _found_above(threshold: float, meeting: Meeting, chance: Floats) -> list[Found]:
    return matches(meeting, divide(meeting.units, chance, threshold))


def matches(meeting: Meeting, stretches: Sequence[Stretch], uptake: UptakeModel | None = None) -> list[Found]:
    """Pair predictions with gold suggestions as score_meetings.py does: one to one, by speaker, largest overlap first.

    Predictions in stretches that the annotators left unlabelled are not counted.
    """
    ideas = [(stretch.units, stretch.peak) for stretch in stretches]
    answers = [0.5] * len(ideas)
    if uptake is not None:
        answers = [answer.unanswered for answer in uptake.answers(meeting.units, ideas)]
    found = [_found(meeting, *one) for one in zip(stretches, answers, strict=True)]
    counted = [one for one in found if not _is_unlabelled(meeting.gold, one.speaker, one.start)]
    truth = [row for row in meeting.gold if row["suggestion"] == "1"]
    pairs = sorted(
        (-shared, mine, theirs)
        for mine, one in enumerate(counted)
        for theirs, row in enumerate(truth)
        if one.speaker == row["speaker"] and (shared := min(one.end, row["end"]) - max(one.start, row["start"])) > 0
    )
    taken: dict[int, int] = {}
    for _, mine, theirs in pairs:
        if mine not in taken and theirs not in taken.values():
            taken[mine] = theirs
    return [replace(one, gold=truth[taken[mine]]) if mine in taken else one for mine, one in enumerate(counted)]


def _found(meeting: Meeting, stretch: Stretch, unanswered: float) -> Found:
    units = meeting.units
    return Found(
        speaker=meeting.transcript.speakers[units.speaker[stretch.peak]],
        start=float(units.start[stretch.units[0]]),
        end=float(max(units.end[unit] for unit in stretch.units)),
        probability=stretch.probability,
        unanswered=unanswered,
        gold=None,
    )


def _is_unlabelled(gold: Sequence[Record], speaker: str, at: float) -> bool:
    nearest = min(
        (row for row in gold if row["speaker"] == speaker),
        default=None,
        key=lambda row: max(row["start"] - at, at - row["end"], 0.0),
    )
    return nearest is not None and nearest["labelled"] == "0"


def fit_uptake(meetings: Meetings, names: set[str]) -> dict[str, Any]:
    """Weigh the signs at the gold suggestions; a sign seen at few of them gets no weight."""
    chosen = [one for kind in STANDING_FROM for one in meetings[kind] if one.name in names and one.peaks]
    tables = [_signs(meeting) for meeting in chosen]
    seen = sum((Counter({name: np.count_nonzero(row) for name, row in table.items()}) for table in tables), Counter())
    columns = sorted(name for name, count in seen.items() if count >= LEAST_SIGNS)
    nothing = [np.zeros(len(meeting.peaks)) for meeting in chosen]
    rows = np.concatenate(
        [
            np.column_stack([table.get(name, absent) for name in columns])
            for table, absent in zip(tables, nothing, strict=True)
        ]
    )
    unanswered = np.array([truth for meeting in chosen for _, truth in meeting.peaks])
    weights, intercept = _logistic(rows, unanswered, c=UPTAKE_C)
    return {"intercept": round(intercept, 4), "weights": _named(columns, weights)}


def _signs(meeting: Meeting) -> dict[str, Floats]:
    said = Said.of(meeting.units)
    return signs(said, Around.of(said, np.array([peak for peak, _ in meeting.peaks], np.intp)))


def f1(hits: int, predicted: int, gold: int) -> float:
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def predict_held_out(meetings: Meetings) -> dict[str, dict[str, list[Found]]]:
    """What is found in each meeting by a detector that was fitted on the other folds only."""
    phrases = Phrases([meeting for kind in PHRASES_FROM for meeting in meetings[kind]])
    fold = folds((meeting.name for meeting in meetings[INPUTS[0]]), FOLDS)
    found: dict[str, dict[str, list[Found]]] = defaultdict(dict)
    for number in range(FOLDS):
        names = {name for name in fold if fold[name] != number}
        model = ProposalModel.of(fit_proposals(phrases, meetings, names))
        uptake = UptakeModel.of(fit_uptake(meetings, names))
        for kind, of_kind in meetings.items():
            for meeting in (one for one in of_kind if fold[one.name] == number):
                found[kind][meeting.name] = matches(meeting, model.stretches(meeting.units), uptake)
        print(f"fold {number + 1} of {FOLDS}: threshold {model.threshold}", flush=True)
    return found


@dataclass(frozen=True)
class Tally:
    """What was found in one meeting, reduced to what the measures need."""

    hits: int
    predicted: int
    gold: int
    chances: tuple[tuple[float, bool], ...]
    answers: tuple[tuple[float, bool], ...]


def tally(meeting: Meeting, found: Sequence[Found], speakers: set[str] | None = None) -> Tally:
    mine = [one for one in found if speakers is None or one.speaker in speakers]
    matched = [(one.unanswered, one.gold["sugg_answered"] != "1") for one in mine if one.gold is not None]
    gold = sum(row["suggestion"] == "1" and (speakers is None or row["speaker"] in speakers) for row in meeting.gold)
    chances = tuple((one.probability, one.gold is not None) for one in mine)
    return Tally(len(matched), len(mine), gold, chances, tuple(matched))


def measures(tallies: Sequence[Tally]) -> dict[str, float]:
    hits, predicted, gold = (sum(getattr(one, name) for one in tallies) for name in ("hits", "predicted", "gold"))
    answers = [answer for one in tallies for answer in one.answers]
    truth = [unanswered for _, unanswered in answers]
    return {
        "precision": hits / max(1, predicted),
        "recall": hits / max(1, gold),
        "f1": f1(hits, predicted, gold),
        "per gold": predicted / max(1, gold),
        "calibration error": _calibration_error([chance for one in tallies for chance in one.chances]),
        "auc": float(roc_auc_score(truth, [chance for chance, _ in answers])) if len(set(truth)) > 1 else float("nan"),
        "auc calibration error": _calibration_error(answers),
    }


def _calibration_error(stated: Sequence[tuple[float, bool]]) -> float:
    gaps = [0.0] * 10
    for chance, truth in stated:
        gaps[min(9, int(chance * 10))] += chance - truth
    return sum(map(abs, gaps)) / max(1, len(stated))


def with_intervals(tallies: Sequence[Tally]) -> dict[str, tuple[float, float, float]]:
    """Each measure and its 95 % interval by bootstrap over meetings."""
    dice = np.random.default_rng(SEED)
    draws = dice.integers(len(tallies), size=(RESAMPLES, len(tallies)))
    samples = [measures([tallies[place] for place in draw]) for draw in draws]
    intervals = {}
    for name, value in measures(tallies).items():
        low, high = np.nanpercentile([sample[name] for sample in samples], (2.5, 97.5))
        intervals[name] = (value, float(low), float(high))
    return intervals


def report(meetings: Meetings, found: Mapping[str, Mapping[str, list[Found]]], data: Path) -> None:
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
                shown = "  ".join(
                    f"{name} {mid:.3f} [{low:.3f}, {high:.3f}]" for name, (mid, low, high) in scores.items()
                )
                print(f"{kind:10}  {group:20}  {shown}", flush=True)


def write_predictions(found: Mapping[str, Mapping[str, list[Found]]], folder: Path) -> None:
    """One file a kind of export; what other programs put there about the same meetings is kept."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, of_kind in found.items():
        path = folder / f"{kind.replace('/', '-')}.json"
        blank: list[Record] = [{"file": name, "interruptions": [], "backchannels": []} for name in sorted(of_kind)]
        meetings: list[Record] = json.loads(path.read_text("utf-8"))["meetings"] if path.exists() else blank
        for meeting in meetings:
            meeting["proposals"] = [_predicted(one) for one in of_kind[meeting["file"].split(".")[0]]]
        path.write_text(json.dumps({"meetings": meetings}), "utf-8")


def _predicted(one: Found) -> dict[str, Any]:
    return {
        "speaker": one.speaker,
        "start": round(one.start, 3),
        "end": round(one.end, 3),
        "unanswered_probability": round(one.unanswered, 4),
    }


def write_models(meetings: Meetings) -> None:
    phrases = Phrases([meeting for kind in PHRASES_FROM for meeting in meetings[kind]])
    names = {meeting.name for meeting in meetings[INPUTS[0]]}
    hours = sum(max(row["end"] for row in meeting.gold) for meeting in meetings[INPUTS[0]]) / 3600
    head = {"source": SOURCE, "trained_on": {"meetings": len(names), "hours": round(hours, 1)}}
    MODELS.mkdir(exist_ok=True)
    _write(MODELS / "proposals.json", {**head, **fit_proposals(phrases, meetings, names)})
    _write(MODELS / "unanswered.json", {**head, **fit_uptake(meetings, names)})


def _write(path: Path, record: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path, metavar="DATA_DIR")
    ask.add_argument("--write", action="store_true", help="train on all meetings and write the coefficients")
    ask.add_argument("--predictions", type=Path, metavar="DIR", help="write what is found in held-out meetings")
    asked = ask.parse_args()
    meetings = {kind: load(asked.data, kind) for kind in INPUTS}
    if asked.write:
        write_models(meetings)
        return
    found = predict_held_out(meetings)
    report(meetings, found, asked.data)
    if asked.predictions:
        write_predictions(found, asked.predictions)


if __name__ == "__main__":
    main()
