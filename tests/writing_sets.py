"""The development sets of the writing check, as `tests/writing/README.md` describes them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "writing"
MARK = re.compile(r"⟦([^⟦⟧|]*)(?:\|([a-z-]+))?⟧")


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in a text: the code points from `start` to before `end`."""

    start: int
    end: int
    category: str


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a set; `marked` must be found in it, or must not where the text is fair."""

    id: str
    group: str
    text: str
    marked: tuple[Marked, ...]
    name: str = "text.md"


def sentences(file: Path) -> list[Case]:
    """Read a set of single texts, one line each."""
    return [sentence(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def documents(folder: Path) -> list[Case]:
    """Read a folder of documents, each named as it would be before `.marked`."""
    files = sorted(folder.glob("*.marked"))
    return [case(file.stem, "document", file.read_text(encoding="utf-8"), file.stem) for file in files]


def sentence(row: dict[str, str]) -> Case:
    group = row.get("category") or row.get("kind") or "near"
    return case(row["id"], group, row["text"], "text.md")


def case(known_as: str, group: str, text: str, name: str) -> Case:
    return Case(known_as, group, MARK.sub(lambda mark: mark[1], text), tuple(places(text, group)), name)


def places(text: str, group: str) -> Iterator[Marked]:
    """Where the marked words stand once the marks are gone."""
    gone = 0
    for mark in MARK.finditer(text):
        start = mark.start() - gone
        yield Marked(start, start + len(mark[1]), mark[2] or group)
        gone += len(mark[0]) - len(mark[1])
