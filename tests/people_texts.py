"""Texts about colleagues with what must be found in them: `tests/writing/people.toml`, and files of the same shape."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.engines.writing import Finding, Person, Rules, check

HERE = Path(__file__).parent / "writing"
ABOUT_PEOPLE = Rules(kinds=frozenset({"pronoun", "name"}))
_MARK = re.compile(r"\{([^|{}]*)\|([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words that must be found, and forms that must all be offered for them."""

    start: int
    end: int
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text, what must be found in it, and who is in its directory."""

    about: str
    text: str
    marked: tuple[Marked, ...]
    people: tuple[Person, ...]

    def findings(self) -> list[Finding]:
        """What the check says about people in it."""
        return check(self.text, people=self.people, rules=ABOUT_PEOPLE)


def texts(file: Path = HERE / "people.toml") -> list[Text]:
    """Read a file of texts about colleagues."""
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    people = {known_as: _person(known_as, entry) for known_as, entry in table["people"].items()}
    return [
        _text(group["about"], written, tuple(people[known_as] for known_as in group["people"].split()))
        for group in table["group"]
        for written in group["texts"]
    ]


def _person(known_as: str, entry: dict[str, Any]) -> Person:
    aliases = tuple(entry.get("aliases", ()))
    return Person(known_as, entry["name"], tuple(entry["pronouns"]), aliases, entry.get("handle"))


def _text(about: str, written: str, people: tuple[Person, ...]) -> Text:
    return Text(about, _MARK.sub(lambda mark: mark[1], written), tuple(_marked(written)), people)


def _marked(written: str) -> Iterator[Marked]:
    gone = 0
    for mark in _MARK.finditer(written):
        start = mark.start() - gone
        yield Marked(start, start + len(mark[1]), tuple(mark[2].split("&")))
        gone += len(mark[0]) - len(mark[1])
