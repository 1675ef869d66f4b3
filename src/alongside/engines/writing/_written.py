"""Rules as they are written: ours in `rules/`, and those of a project. A check without own rules does not come here."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from alongside.engines.writing._book import Book, Shelf
from alongside.engines.writing._compiling import compiled
from alongside.engines.writing._rulebook import Rule, read_lists, read_rules

FOLDER = Path(__file__).parent
LISTS = FOLDER / "rules" / "lists.toml"
COMPILED = FOLDER / "compiled"


@cache
def our_lists() -> Mapping[str, list[str]]:
    """Return the named word lists."""
    return read_lists(LISTS.read_text(encoding="utf-8"), file="rules/lists.toml")


def rule_files() -> list[Path]:
    """Return the files of rules, in the order of their names."""
    return sorted(path for path in LISTS.parent.glob("*.toml") if path != LISTS)


@cache
def rules_of(path: Path) -> tuple[Rule, ...]:
    """Return the rules of one file.

    Raises:
        FaultyRules: a rule has a fault; the message names file, rule and field.
    """
    return read_rules(path.read_text(encoding="utf-8"), file=f"rules/{path.name}", lists=our_lists())


def rules_in(text: str, *, file: str = "own rules") -> tuple[Rule, ...]:
    """Read rules that a project wrote; they may use our lists.

    Raises:
        FaultyRules: a rule has a fault; the message names file, rule and field.
    """
    return read_rules(text, file=file, lists=our_lists())


def book_of(rules: tuple[Rule, ...]) -> Book:
    """Return a book of some rules, as a check would read it."""
    return Book((Shelf(_lines(compiled(rules, our_lists())), our_lists()),))


def compiled_files() -> dict[Path, bytes]:
    """Return what each compiled file is to hold."""
    files = {COMPILED / f"{path.stem}.json": _lines(compiled(rules_of(path), our_lists())) for path in rule_files()}
    return {COMPILED / "lists.json": f"{_line(our_lists())}\n".encode(), **files}


def _lines(plain: dict[str, Any]) -> bytes:
    """The words to look for, how much there is of what, and a line for each thing, since no check needs them all."""
    counts = [len(plain["rules"]), len(plain["forms"]), len(plain["sets"])]
    words = [word.decode("latin-1") for word in plain["words"]]
    lines = map(_line, [words, counts, *plain["rules"], *plain["forms"]])
    sets = (b" ".join(words).decode("latin-1") for words in plain["sets"])
    return "\n".join([*lines, *sets, *map(_line, plain["words"].values()), ""]).encode()


def _line(plain: Any) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
