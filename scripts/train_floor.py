"""Train and cross-validate what the meetings engine knows of listeners' signals and interruptions.

    train_floor.py DATA_DIR --predictions DIR   cross-validate by meeting; write what is found in held-out meetings
    train_floor.py DATA_DIR --write             cross-validate, train on every meeting, write the model files

DATA_DIR holds `pause/` and `mixed/` of the ICSI meetings with the MRDA labels (Shriberg et al. 2004). Only
coefficients leave it. Everything that is fitted (weights, which words are kept, trees, calibration, thresholds) is
fitted on training meetings alone; scores that feed a second stage are cross-fitted among the training meetings.
"""

import argparse
import csv
import json
import re
import sys
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from alongside.engines.meetings import _floor_loss, _listening
from alongside.engines.meetings._interruptions import (
    InterruptionModel,
    Setting,
    View,
    Weighed,
    described_in,
    one_a_moment,
    tell,
)
from alongside.engines.meetings._listening import Listening, ListeningModel
from alongside.engines.meetings._reading import read
from alongside.engines.meetings._talk import Talk
from alongside.engines.meetings._transcript import Transcript
from alongside.engines.meetings._trees import probability
from alongside.engines.meetings._unfold import unfold
from alongside.engines.meetings._units import cut_into_units
from alongside.engines.meetings._word_weights import Features, Vocabulary, word_class

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Record = dict[str, Any]

INPUTS = (("pause", "json"), ("pause", "vtt"), ("mixed", "json"), ("mixed", "vtt"))
# The two exports of one stream differ in their times alone, so one of them is enough to learn from; not so for kinds.
TRAINED_ON = INPUTS[:3]
MODELS = Path(__file__).parents[1] / "src" / "alongside" / "engines" / "meetings" / "models"
FOLDS = 7
MOST_WORDS = 12000
PARTS = 3
# A word feature must have been seen in this many meetings, so that no weight tells of one group's subject.
LEAST_MEETINGS = 12
LEAST_WORDS_SCORE = -3.0
# A moment is stated as sure where at least this share is right, and in as few cases as still show this share of all.
SURE_PRECISION = 0.72
SURE_RECALL = 0.36
SOURCE = (
    "ICSI Meeting Recorder Dialogue Act corpus (Janin et al. 2003; Shriberg et al. 2004), CC BY 4.0: coefficients only,"
    " fitted by scripts/train_floor.py"
)


@dataclass(frozen=True)
class Meeting:
    """One export of one meeting with its labels. The arrays of truth have one entry a unit."""

    name: str
    folder: str
    ending: str
    transcript: Transcript
    talk: Talk
    view: View
    labelled: Flags
    backchannel: Flags
    signal: Flags
    interrupted: Flags
    unfinished: Flags
    cut_off: Flags
    crowded_out: Flags
    after_pause: Flags


def load(data: Path, folder: str, ending: str) -> list[Meeting]:
    """Every meeting of one export."""
    names = sorted(path.name.removesuffix(".gold.tsv") for path in (data / folder).glob("*.gold.tsv"))
    return [_meeting(data / folder, name, ending) for name in names]


def _meeting(folder: Path, name: str, ending: str) -> Meeting:
    transcript = read(folder / f"{name}.{ending}")
    one_stream = folder.name == "mixed"
    if one_stream:
        transcript = unfold(transcript)
    talk = Talk.of(transcript, cut_into_units(transcript))
    with (folder / f"{name}.gold.tsv").open(encoding="utf8", newline="") as lines:
        gold = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    truth = {
        "backchannel": _begins(talk, transcript, gold, "backchannel"),
        "signal": _begins(talk, transcript, gold, "listener_only"),
        "interrupted": _ends(talk, transcript, gold, "interrupted", "1"),
        "cut_off": _ends(talk, transcript, gold, "taker_kind", "cutoff"),
        "crowded_out": _ends(talk, transcript, gold, "taker_kind", "crowded_out"),
        "after_pause": _ends(talk, transcript, gold, "taker_kind", "gap"),
    }
    unfinished = truth["interrupted"] | _ends(talk, transcript, gold, "abandoned", "1")
    labelled = _labelled(talk, transcript, gold)
    view = View.of(talk, one_stream=one_stream)
    return Meeting(name, folder.name, ending, transcript, talk, view, labelled, **truth, unfinished=unfinished)


def _by_speaker(transcript: Transcript, gold: Iterable[Mapping[str, str]]) -> list[list[Mapping[str, str]]]:
    rows: dict[str, list[Mapping[str, str]]] = {name: [] for name in transcript.speakers}
    for row in gold:
        rows.get(row["speaker"], []).append(row)
    return list(rows.values())


def _labelled(talk: Talk, transcript: Transcript, gold: Iterable[Mapping[str, str]]) -> Flags:
    flags = np.zeros(len(talk.units), np.bool_)
    for mine, rows in zip(talk.units_of, _by_speaker(transcript, gold), strict=True):
        if rows:
            start, end = (np.array([float(row[key]) for row in rows]) for key in ("start", "end"))
            at = talk.units.end[mine][:, None]
            away = np.maximum(np.maximum(start - at, at - end), 0.0)
            flags[mine] = np.array([row["labelled"] != "0" for row in rows])[away.argmin(axis=1)]
    return flags


def _begins(talk: Talk, transcript: Transcript, gold: Iterable[Mapping[str, str]], tag: str) -> Flags:
    flags = np.zeros(len(talk.units), np.bool_)
    for mine, rows in zip(talk.units_of, _by_speaker(transcript, gold), strict=True):
        times = np.array([float(row["start"]) for row in rows if row[tag] == "1"])
        away = np.abs(talk.units.start[mine][:, None] - times[None])
        flags[mine[_one_to_one(away, away <= 0.5)]] = True
    return flags


def _ends(talk: Talk, transcript: Transcript, gold: Iterable[Mapping[str, str]], tag: str, value: str) -> Flags:
    """Units that end where a tagged utterance ends; one with the same last word is preferred."""
    flags = np.zeros(len(talk.units), np.bool_)
    for mine, rows in zip(talk.units_of, _by_speaker(transcript, gold), strict=True):
        tagged = [row for row in rows if row[tag] == value]
        times = np.array([float(row["end"]) for row in tagged])
        away = np.abs(talk.units.end[mine][:, None] - times[None])
        last = np.array([(talk.units.spoken.of_unit(unit) or [""])[-1] for unit in mine], object)
        truly = np.array([(_words(row["text"]) or [""])[-1] for row in tagged], object)
        same = last[:, None] == truly[None] if tagged else np.zeros(away.shape, np.bool_)
        flags[mine[_one_to_one(away + 0.6 * ~same, away <= 1.5)]] = True
    return flags


def _words(text: str) -> list[str]:
    return [word for word in (raw.strip(".,?!").lower() for raw in text.split()) if word and not word.endswith("-")]


def _one_to_one(cost: Floats, allowed: Flags) -> list[int]:
    taken_row: set[int] = set()
    taken_column: set[int] = set()
    for _, row, column in sorted(
        (cost[row, column], row, column) for row, column in zip(*np.nonzero(allowed), strict=True)
    ):
        if row not in taken_row and column not in taken_column:
            taken_row.add(row)
            taken_column.add(column)
    return sorted(taken_row)


@dataclass(frozen=True)
class Words:
    """Word features of many rows as a sparse matrix, the kind and the phrase of each column, and each row's meeting."""

    matrix: csr_matrix
    names: list[tuple[str, str]]
    meeting: NDArray[np.intp]

    @classmethod
    def of(cls, parts: Sequence[Features], meeting: NDArray[np.intp], vocabulary: Vocabulary) -> "Words":
        names: list[tuple[str, str]] = []
        rows, columns = [], []
        for kind in parts[0]:
            keys = [np.concatenate(column) for column in zip(*(part[kind] for part in parts), strict=True)]
            row = np.concatenate([np.flatnonzero(column >= 0) for column in keys])
            distinct, column = np.unique(np.concatenate([column[column >= 0] for column in keys]), return_inverse=True)
            rows.append(row)
            columns.append(column + len(names))
            names += [(kind, vocabulary.spell(int(key))) for key in distinct]
        places = (np.concatenate(rows), np.concatenate(columns))
        matrix = csr_matrix((np.ones(len(places[0])), places), shape=(len(meeting), len(names)))
        return cls(matrix, names, meeting)

    def common(self, chosen: NDArray[np.intp]) -> NDArray[np.intp]:
        """Features that are seen in enough of the chosen rows' meetings."""
        part = self.matrix[chosen]
        seen = np.unique(np.repeat(self.meeting[chosen], np.diff(part.indptr)) * len(self.names) + part.indices)
        return np.flatnonzero(np.bincount(seen % len(self.names), minlength=len(self.names)) >= LEAST_MEETINGS)


def fit_words(words: Words, targets: Sequence[Flags], rows: NDArray[np.intp], c: float) -> Record:
    """One logistic regression a target, over features common among the rows."""
    kept = words.common(rows)
    matrix = words.matrix[rows][:, kept]
    fits = [LogisticRegression(C=c, max_iter=80).fit(matrix, truth[rows]) for truth in targets]
    weights = np.column_stack([fit.coef_[0] for fit in fits]).round(2)
    told: dict[str, dict[str, list[float]]] = {}
    for column, row in zip(kept, weights, strict=True):
        if np.abs(row).max() >= 0.05:
            kind, phrase = words.names[column]
            told.setdefault(kind, {})[phrase] = row.tolist()
    intercepts = [round(float(fit.intercept_[0]), 3) for fit in fits]
    return {"intercepts": intercepts, "weights": {kind: dict(sorted(told[kind].items())) for kind in told}}


def score_words(words: Words, record: Record, rows: NDArray[np.intp]) -> Floats:
    """What `WordWeights` would say, from the matrix."""
    nothing = [0.0] * len(record["intercepts"])
    weights = np.array([record["weights"].get(kind, {}).get(phrase, nothing) for kind, phrase in words.names])
    return np.asarray(words.matrix[rows] @ weights + np.array(record["intercepts"]))


def cross_fitted(words: Words, targets: Sequence[Flags], rows: NDArray[np.intp], c: float) -> tuple[Record, Floats]:
    """Weights from all rows, and scores of each row by weights from the other part of the meetings."""
    _, rank = np.unique(words.meeting[rows], return_inverse=True)
    part = rank % PARTS
    scores = np.zeros((len(rows), len(targets)))
    for held_out in range(PARTS):
        record = fit_words(words, targets, rows[part != held_out], c)
        scores[part == held_out] = score_words(words, record, rows[part == held_out])
    return fit_words(words, targets, rows, c), scores


def fit_trees(columns: Mapping[str, Floats], truth: Flags, count: int, rate: float) -> Record:
    """Boosted trees of four leaves, as three questions and eight answers each."""
    names = list(columns)
    table = np.column_stack([columns[name] for name in names])
    settings = {
        "objective": "binary", "num_leaves": 4, "learning_rate": rate, "min_data_in_leaf": 60, "feature_fraction": 0.5,
        "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 1,
        "deterministic": True,
    }  # fmt: skip
    booster = lightgbm.train(settings, lightgbm.Dataset(table, truth), count)
    trees = [_table_of(tree["tree_structure"], names) for tree in booster.dump_model()["tree_info"]]
    return {"features": names, "intercept": 0.0, "trees": [tree for tree in trees if tree is not None]}


def _table_of(root: Record, names: Sequence[str]) -> Record | None:
    asks: list[tuple[str, float]] = []

    def ask(node: Record) -> None:
        if "split_feature" in node:
            asks.append((names[node["split_feature"]], float(f"{node['threshold']:.4g}")))
            ask(node["left_child"])
            ask(node["right_child"])

    def answer(node: Record, outcome: int, place: list[int]) -> float:
        if "split_feature" not in node:
            return round(float(node["leaf_value"]), 4)
        bit = place[0]
        place[0] += 1
        left = answer(node["left_child"], outcome, place)
        right = answer(node["right_child"], outcome, place)
        return right if outcome >> bit & 1 else left

    ask(root)
    if not asks:
        return None
    answers = [answer(root, outcome, [0]) for outcome in range(8)]
    return {"ask": [*asks, *[(names[0], 1e9)] * (3 - len(asks))], "answers": answers}


def _stack(parts: Sequence[Mapping[str, Floats]]) -> dict[str, Floats]:
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


@dataclass(frozen=True)
class ShortUnits:
    """The short units of all meetings: rows to learn listeners' signals from."""

    meetings: Sequence[Meeting]
    words: Words
    columns: Mapping[str, Floats]
    backchannel: Flags
    signal: Flags
    labelled: Flags

    @classmethod
    def of(cls, meetings: Sequence[Meeting], number: Mapping[str, int], vocabulary: Vocabulary) -> "ShortUnits":
        chosen = [_listening.short_units(meeting.talk) for meeting in meetings]
        pairs = list(zip(meetings, chosen, strict=True))
        rows = [_listening.word_features(meeting.talk, short, vocabulary) for meeting, short in pairs]
        owner = np.concatenate([np.full(len(short), number[meeting.name]) for meeting, short in pairs])
        return cls(
            meetings,
            Words.of(rows, owner, vocabulary),
            _stack([_listening.surroundings(meeting.talk, short) for meeting, short in pairs]),
            *(np.concatenate([getattr(meeting, tag)[short] for meeting, short in pairs])
              for tag in ("backchannel", "signal", "labelled")),
        )  # fmt: skip

    def fit(self, numbers: set[int]) -> Record:
        rows = np.flatnonzero(np.isin(self.words.meeting, list(numbers)) & self.labelled)
        weights, scores = cross_fitted(self.words, [self.backchannel, self.signal], rows, 0.3)
        likely = scores[:, 1] > LEAST_WORDS_SCORE
        rows, scores = rows[likely], scores[likely]
        columns = {name: values[rows] for name, values in self.columns.items()}
        columns |= {"words_backchannel": scores[:, 0], "words_signal": scores[:, 1]}
        return {
            "words": weights,
            "backchannel": fit_trees(columns, self.backchannel[rows], 120, 0.15),
            "signal": fit_trees(columns, self.signal[rows], 120, 0.15),
            "least": LEAST_WORDS_SCORE,
            "told": 0.5,
        }


def fit_interruptions(
    meetings: Sequence[Meeting], signals: Sequence[Floats], number: Mapping[str, int], vocabulary: Vocabulary
) -> Record:
    """Weights, trees and settings from training meetings and their (cross-fitted) listeners' signals."""
    places, described, rows, owner = [], [], [], []
    for meeting, signal in zip(meetings, signals, strict=True):
        by_utterance = _floor_loss.utterance_signals(meeting.talk, signal)
        found = _floor_loss.find_places(meeting.talk, by_utterance)
        found = found.only(meeting.labelled[found.unit])
        places.append(found)
        described.append(described_in(meeting.talk, found, meeting.view, signal, by_utterance))
        rows.append(_floor_loss.word_features(meeting.talk, found, vocabulary))
        owner.append(np.full(len(found), number[meeting.name]))
    pairs = list(zip(meetings, places, strict=True))
    truth = np.concatenate([meeting.interrupted[found.unit] for meeting, found in pairs])
    unfinished = np.concatenate([meeting.unfinished[found.unit] for meeting, found in pairs])
    words = Words.of(rows, np.concatenate(owner), vocabulary)
    weights, scores = cross_fitted(words, [unfinished, truth], np.arange(len(truth)), 0.1)
    columns = _stack(described) | {"words_unfinished": scores[:, 0], "words_interrupted": scores[:, 1]}
    likely = scores[:, 1] > LEAST_WORDS_SCORE
    return {
        "words": weights,
        "least": LEAST_WORDS_SCORE,
        "trees": fit_trees(only(columns, likely), truth[likely], 250, 0.12),
    }


def fit_kinds(meetings: Sequence[Meeting], signals: Sequence[Floats]) -> Record:
    """Trees that tell the kinds of true interruptions apart, for each way the streams are kept."""
    described: dict[str, list[dict[str, Floats]]] = {}
    kinds: dict[str, list[tuple[Flags, ...]]] = {}
    for meeting, signal in zip(meetings, signals, strict=True):
        by_utterance = _floor_loss.utterance_signals(meeting.talk, signal)
        found = _floor_loss.find_places(meeting.talk, by_utterance)
        flags = [getattr(meeting, kind)[found.unit] for kind in ("cut_off", "crowded_out", "after_pause")]
        one = meeting.interrupted[found.unit] & (np.sum(flags, axis=0) == 1)
        columns = described_in(meeting.talk, found.only(one), meeting.view, signal, by_utterance)
        described.setdefault(meeting.view.streams, []).append(columns)
        kinds.setdefault(meeting.view.streams, []).append(tuple(flag[one] for flag in flags))
    fitted = {}
    for streams in sorted(described):
        columns = _stack(described[streams])
        _, crowded_out, after_pause = (np.concatenate(column) for column in zip(*kinds[streams], strict=True))
        crowded_out_trees = fit_trees(only(columns, ~after_pause), crowded_out[~after_pause], 40, 0.15)
        fitted[streams] = {"after_pause": fit_trees(columns, after_pause, 40, 0.15), "crowded_out": crowded_out_trees}
    return fitted


def every_word(meetings: Iterable[Meeting]) -> Iterator[str]:
    """The words of the meetings that most often occur, their classes, and numerals for counts."""
    said = Counter[str]()
    for meeting in meetings:
        said.update(meeting.talk.units.spoken.counts())
    for word, _ in said.most_common(MOST_WORDS):
        yield word
        yield word_class(word)
    yield from map(str, range(20))
    yield "-"


def only(columns: Mapping[str, Floats], rows: Flags) -> dict[str, Floats]:
    """Some rows of every column."""
    return {name: values[rows] for name, values in columns.items()}


@dataclass(frozen=True)
class HeldOut:
    """A meeting's places with the log-odds of a model that has not seen the meeting."""

    meeting: Meeting
    heard: Listening
    weighed: Weighed


def fit_setting(held_out: Sequence[HeldOut]) -> Record:
    """Calibrate (Platt 1999) and choose thresholds: for the best F1, and for the wanted precision."""
    odds = np.concatenate([part.weighed.log_odds for part in held_out])
    truth = np.concatenate([part.meeting.interrupted[part.weighed.places.unit] for part in held_out])
    known = np.concatenate([part.meeting.labelled[part.weighed.places.unit] for part in held_out])
    line = LogisticRegression(C=1e6).fit(odds[known, None], truth[known])
    slope, offset = float(line.coef_[0, 0]), float(line.intercept_[0])
    told: list[tuple[float, bool]] = []
    for part in held_out:
        chance = probability(part.weighed.log_odds, (slope, offset))
        for place in one_a_moment(part.meeting.talk, part.weighed.places, np.where(chance >= 0.2, chance, 0.0)):
            unit = part.weighed.places.unit[place]
            if part.meeting.labelled[unit]:
                told.append((float(chance[place]), bool(part.meeting.interrupted[unit])))
    chances, hits = np.array([chance for chance, _ in told]), np.array([hit for _, hit in told])
    total = sum(int(part.meeting.interrupted.sum()) for part in held_out)
    grid = np.arange(0.2, 0.9, 0.01)
    f1 = [2 * hits[chances >= at].sum() / (total + (chances >= at).sum()) for at in grid]
    precise = [at for at in grid if (chances >= at).any() and hits[chances >= at].mean() >= SURE_PRECISION]
    frequent = [at for at in grid if hits[chances >= at].sum() >= SURE_RECALL * total]
    return {
        "line": [round(slope, 3), round(offset, 3)],
        "told": round(float(grid[int(np.argmax(f1))]), 2),
        "sure": round(float(max(min(precise, default=0.9), max(frequent, default=0.0))), 2),
    }


def fold_of(names: Iterable[str]) -> dict[str, int]:
    """A fold for each meeting, by a fixed shuffle."""
    ordered = sorted(set(names))
    shuffled = np.random.default_rng(0).permutation(len(ordered))
    return {name: int(place) % FOLDS for name, place in zip(ordered, shuffled, strict=True)}


class Training:
    """All meetings in all exports, and what is fitted on any part of them."""

    def __init__(self, data: Path) -> None:
        self.meetings = [meeting for folder, ending in INPUTS for meeting in load(data, folder, ending)]
        self.number = {name: place for place, name in enumerate(sorted({meeting.name for meeting in self.meetings}))}
        self.trained_on = [part for part in self.meetings if (part.folder, part.ending) in TRAINED_ON]
        self.vocabulary = Vocabulary(every_word(self.trained_on))
        self.short = ShortUnits.of(self.trained_on, self.number, self.vocabulary)
        self.fold = fold_of(self.number)

    def numbers(self, names: Iterable[str]) -> set[int]:
        return {self.number[name] for name in names}

    def fit(self, names: set[str]) -> tuple[Record, Record]:
        """The listening and the interruption record (without settings) from the named meetings."""
        ordered = sorted(names)
        halves = [set(ordered[place::2]) for place in range(2)]
        signals: dict[int, Floats] = {}
        for half in halves:
            model = ListeningModel.of(self.short.fit(self.numbers(names - half)))
            for meeting in self.meetings:
                if meeting.name in half:
                    signals[id(meeting)] = model.judge(meeting.talk).signal
        chosen = [meeting for meeting in self.trained_on if meeting.name in names]
        interruptions = fit_interruptions(chosen, [signals[id(part)] for part in chosen], self.number, self.vocabulary)
        every = [meeting for meeting in self.meetings if meeting.name in names]
        interruptions["kinds"] = fit_kinds(every, [signals[id(part)] for part in every])
        return self.short.fit(self.numbers(names)), interruptions

    def hold_out(self) -> list[HeldOut]:
        """Every meeting judged by a model of the other folds."""
        with ProcessPoolExecutor(2, mp_context=get_context("fork")) as pool:
            return [part for fold in pool.map(self.hold_out_fold, range(FOLDS)) for part in fold]

    def hold_out_fold(self, fold: int) -> list[HeldOut]:
        """The meetings of one fold, judged by a model of the other folds."""
        names = {name for name in self.number if self.fold[name] != fold}
        signal_record, record = self.fit(names)
        signal_model, model = ListeningModel.of(signal_record), InterruptionModel.of(record | {"settings": {}})
        judged = []
        for meeting in self.meetings:
            if meeting.name not in names:
                heard = signal_model.judge(meeting.talk)
                judged.append(HeldOut(meeting, heard, model.weigh(meeting.talk, heard.signal, meeting.view)))
        print(f"fold {fold + 1} of {FOLDS}", file=sys.stderr, flush=True)
        return judged


def fit_settings(held_out: Sequence[HeldOut]) -> Record:
    """A setting for each view of a meeting."""
    views = sorted({part.meeting.view.name for part in held_out})
    return {view: fit_setting([part for part in held_out if part.meeting.view.name == view]) for view in views}


def fit_told(held_out: Sequence[HeldOut]) -> float:
    """From which mean probability a unit is told as a backchannel: best for the narrow and the wide sense together."""
    mean = np.concatenate([(part.heard.backchannel + part.heard.signal) / 2.0 for part in held_out])
    truths = [np.concatenate([getattr(part.meeting, tag) for part in held_out]) for tag in ("backchannel", "signal")]

    def f1(at: float) -> float:
        told = mean >= at
        return min(float(2 * (told & truth).sum() / (told.sum() + truth.sum())) for truth in truths)

    return max((round(float(at), 2) for at in np.arange(0.3, 0.8, 0.02)), key=f1)


def found_in(part: HeldOut, settings: Record, told: float) -> Record:
    """What the command would say of a held-out meeting, in the shape that is scored."""
    meeting, units, speakers = part.meeting, part.meeting.talk.units, part.meeting.transcript.speakers
    setting = Setting.of(settings[meeting.view.name])
    losses = tell(meeting.talk, part.heard.signal, part.weighed, setting)
    heard = np.flatnonzero(part.heard.backchannel + part.heard.signal >= 2.0 * told)
    return {
        "file": f"{meeting.name}.{meeting.ending}",
        "interruptions": [
            {key: getattr(loss, key) for key in ("at", "interrupted", "by", "kind", "probability", "sure")}
            for loss in losses.interruptions
        ],
        "backchannels": [
            {"speaker": speakers[units.speaker[unit]], "start": float(units.start[unit]), "end": float(units.end[unit])}
            for unit in heard
        ],
        "proposals": [],
    }


def write_predictions(training: Training, held_out: Sequence[HeldOut], folder: Path) -> None:
    """One file an export. The settings for a meeting are fitted on the meetings of the other folds."""
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[Record]] = {f"{where}-{ending}": [] for where, ending in INPUTS}
    for fold in range(FOLDS):
        others = [part for part in held_out if training.fold[part.meeting.name] != fold]
        settings, told = fit_settings(others), fit_told(others)
        for part in held_out:
            if training.fold[part.meeting.name] == fold:
                found[f"{part.meeting.folder}-{part.meeting.ending}"].append(found_in(part, settings, told))
    for name, meetings in found.items():
        (folder / f"{name}.json").write_text(json.dumps({"meetings": meetings}), encoding="utf8")


def write_models(training: Training, held_out: Sequence[HeldOut]) -> None:
    """Train on every meeting and write the package's model files."""
    listening, interruptions = training.fit(set(training.number))
    listening["told"] = fit_told(held_out)
    interruptions["settings"] = fit_settings(held_out)
    hours = (
        sum(float(part.talk.end.max()) for part in training.meetings if (part.folder, part.ending) == INPUTS[0])
        / 3600.0
    )
    trained_on = f"{len(training.number)} work meetings, {hours:.1f} hours, in {len(TRAINED_ON)} exports each"
    for name, record in (("listening", listening), ("interruptions", interruptions)):
        _write(MODELS / f"{name}.json", {"source": SOURCE, "trained_on": trained_on} | record)


def _write(path: Path, record: Record) -> None:
    """Readable JSON: one weight and one tree a line."""
    text = json.dumps(record, ensure_ascii=False, indent=1)
    text = re.sub(r"\[\s+([^\[\]{}]*?)\s+\]", lambda found: "[" + re.sub(r"\s+", " ", found[1]) + "]", text)
    text = re.sub(
        r"\[\s+((?:\[[^\[\]]*\],?\s*)+)\]", lambda found: "[" + re.sub(r"\s+", " ", found[1]).strip() + "]", text
    )
    path.write_text(text + "\n", encoding="utf8")


def main() -> None:
    """Cross-validate, and write what was asked for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--predictions", type=Path)
    ask.add_argument("--write", action="store_true")
    args = ask.parse_args()
    # Early stopping is one more regulariser, and is meant.
    warnings.simplefilter("ignore", ConvergenceWarning)
    training = Training(args.data)
    held_out = training.hold_out()
    if args.predictions:
        write_predictions(training, held_out, args.predictions)
    if args.write:
        write_models(training, held_out)


if __name__ == "__main__":
    main()
