"""The bank of questions: what each holds, and how it is read from a readable file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

Scale = Literal["how_often", "agree"]
SUBJECTS = ("informed_action", "affirmation", "being_heard", "credit", "safety")
SCALES: tuple[Scale, ...] = ("how_often", "agree")
_OURS = Path(__file__).with_name("questions.toml")
_FIELDS = frozenset({"subject", "text", "scale", "favourable", "why", "sources"})
_LONGEST = 200


class FaultyBank(ValueError):
    """A file that holds no bank of questions. The message has a line for each fault."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to answer on five points.

    Attributes:
        code: a stable name, by which figures of two rounds are put side by side.
        subject: one of `SUBJECTS`, or empty for a question of one's own.
        text: a sentence in the first person.
        scale: one of `SCALES`.
        favourable: the points, from 1 to 5, that count as 1; all others count as 0.
        why: what makes it worth asking, for those who answer.
        sources: where that is from; empty for a question of one's own.
    """

    code: str
    subject: str
    text: str
    scale: Scale
    favourable: frozenset[int]
    why: str = ""
    sources: tuple[str, ...] = ()


@cache
def our_questions() -> dict[str, Question]:
    """Return our own bank by code, read once."""
    return read_questions(_OURS.read_text(encoding="utf-8"))


def read_questions(text: str) -> dict[str, Question]:
    """Read a bank from TOML.

    Raises:
        FaultyBank: it is no TOML; a field is missing, misspelt or not as expected.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise FaultyBank(f"Expected TOML: {fault}") from fault
    problems = [f"{code}: {problem}" for code, table in tables.items() for problem in _problems(table)]
    if problems:
        raise FaultyBank("\n".join(problems))
    return {code: _question(code, table) for code, table in tables.items()}


def _question(code: str, table: Mapping[str, Any]) -> Question:
    return Question(
        code=code,
        subject=table["subject"],
        text=table["text"],
        scale=cast("Scale", table["scale"]),
        favourable=frozenset(table["favourable"]),
        why=table["why"],
        sources=tuple(table["sources"]),
    )


def _problems(table: object) -> list[str]:
    if not isinstance(table, dict) or table.keys() != _FIELDS:
        found = ", ".join(sorted(table)) if isinstance(table, dict) else repr(table)
        return [f"expected a table with {', '.join(sorted(_FIELDS))}; found {found}"]
    favourable = table["favourable"]
    expected = {
        "subject": (table["subject"] in SUBJECTS, f"one of {', '.join(SUBJECTS)}"),
        "scale": (table["scale"] in SCALES, f"one of {', '.join(SCALES)}"),
        "text": (_is_text(table["text"]), f"a text of at most {_LONGEST} letters"),
        "why": (_is_text(table["why"]), f"a text of at most {_LONGEST} letters"),
        "favourable": (_is_an_end(favourable), "the points at one end, such as [4, 5]"),
        "sources": (_are_texts(table["sources"]), "a list of texts"),
    }
    return [f"{name}: expected {what}; found {table[name]!r}" for name, (fits, what) in expected.items() if not fits]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_an_end(value: object) -> bool:
    return value in ([1], [1, 2], [4, 5], [5])
