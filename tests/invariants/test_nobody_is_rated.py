"""No score, rank, streak or badge attaches to a person, and nobody's feelings or background are guessed.

Looked for in the records that the engines give and in the JSON that the command prints.
"""

import dataclasses
import re
from types import ModuleType
from typing import Any

import pytest

from alongside.engines.meetings import _lookback, _transcript
from alongside.engines.practice import _act, _choosing, _history, _scene

RATING = {
    "score",
    "scores",
    "rank",
    "ranking",
    "streak",
    "badge",
    "badges",
    "point",
    "points",
    "level",
    "grade",
    "rating",
}
RATING |= {"leaderboard", "percentile", "stars", "medal", "certificate", "performance", "engagement", "dominance"}
GUESS = {"emotion", "emotions", "sentiment", "mood", "tone", "feeling", "anger", "stress", "personality", "voiceprint"}
GUESS |= {"gender", "sex", "age", "race", "ethnicity", "nationality", "religion", "disability", "accent", "native"}
GUESS |= {"demographic", "demographics", "orientation", "pronouns", "group"}


def words_of(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", name).lower()))


def records_in(module: ModuleType) -> dict[str, tuple[str, ...]]:
    """The records that are written in a module, and the names of their fields."""
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__]
    return {kind.__name__: fields_of(kind) for kind in kinds if fields_of(kind)}


def fields_of(kind: type[Any]) -> tuple[str, ...]:
    if dataclasses.is_dataclass(kind):
        return tuple(field.name for field in dataclasses.fields(kind))
    return getattr(kind, "_fields", ())


MODULES = (_lookback, _transcript, _act, _choosing, _history, _scene)
RECORDS = {name: fields for module in MODULES for name, fields in records_in(module).items()}
NAMES = sorted({*RECORDS, *(name for names in RECORDS.values() for name in names)})


def test_there_are_records_to_look_at() -> None:
    assert {"LookBack", "interruptions", "share", "Utterance", "word_starts", "Circumstances", "levers"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_no_record_rates_a_person(name: str) -> None:
    assert not words_of(name) & RATING


@pytest.mark.parametrize("name", NAMES)
def test_no_record_guesses_at_feelings_or_background(name: str) -> None:
    assert not words_of(name) & GUESS


@pytest.mark.parametrize("name", ["ally_score", "SpeakerRank", "speaking_level"])
def test_a_rating_would_be_seen(name: str) -> None:
    assert words_of(name) & RATING


@pytest.mark.parametrize("name", ["mood", "speaker_gender", "SentimentOfTurn"])
def test_a_guess_would_be_seen(name: str) -> None:
    assert words_of(name) & GUESS
