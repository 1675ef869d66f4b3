"""A TOML file of acts, items or a scene: its tables and their fields, checked, and what is wrong in words."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from alongside.engines.practice._act import AREAS

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_MOST_SHOWN = 60


class Table:
    """Reads the fields of one act, and adds a sentence to `problems` for each that is not as expected."""

    def __init__(self, file: str, act: str, values: Mapping[str, Any], problems: list[str]) -> None:
        self._where = f"{file}, {act}" if act else file
        self._values = values
        self._problems = problems
        self._asked: set[str] = set()
        if act and not _SLUG.fullmatch(act):
            problems.append(f"{self._where}: expected a name of lower-case words with hyphens, such as count-to-three")

    def text(self, field: str, *, most_words: int = 60, optional: bool = False) -> str:
        """A sentence or two."""
        value = self._value(field, "")
        if value == "" and optional and field not in self._values:
            return ""
        if not _is_text(value) or len(value.split()) > most_words:
            self._wrong(field, f"a text of 1 to {most_words} words")
            return ""
        return str(value)

    def texts(self, field: str, *, most: int) -> tuple[str, ...]:
        """A list of one to `most` texts."""
        value = self._value(field, [])
        if not isinstance(value, list) or not 1 <= len(value) <= most or not all(map(_is_text, value)):
            self._wrong(field, f"a list of 1 to {most} texts")
            return ()
        return tuple(value)

    def word(self, field: str, allowed: Collection[str]) -> str:
        """One of the words that are `allowed`."""
        value = self._value(field, "")
        if not isinstance(value, str) or value not in allowed:
            self._wrong(field, f"one of {', '.join(allowed)}")
            return ""
        return str(value)

    def words(self, field: str, allowed: Collection[str], *, optional: bool = False) -> frozenset[str]:
        """A list of words that are `allowed`, none twice."""
        value = self._value(field, [])
        if optional and field not in self._values:
            return frozenset()
        if not isinstance(value, list) or not value or not all(word in allowed for word in value):
            self._wrong(field, f"a list of {', '.join(allowed)}")
            return frozenset()
        if len(set(value)) < len(value):
            self._wrong(field, "each word once")
        return frozenset(value)

    def whole_number(self, field: str, *, most: int) -> int:
        """A whole number from 1 to `most`."""
        value = self._value(field, 0)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            self._wrong(field, f"a whole number from 1 to {most}")
            return 1
        return value

    def table(self, field: str) -> "Table":
        """A table inside this one, whose problems are told as this one's."""
        value = self._value(field, {})
        inner = value if isinstance(value, dict) else {}
        if inner is not value:
            self._wrong(field, 'a table such as { kind = "time", text = "Two minutes." }')
        return Table(f"{self._where}, {field}", "", inner, self._problems)

    def tables(self, field: str, *, least: int, most: int) -> "tuple[Table, ...]":
        """Tables inside this one, as `[[field]]` writes them, whose problems are told with their number from 1."""
        value = self._value(field, [])
        inner = value if isinstance(value, list) and all(isinstance(one, dict) for one in value) else []
        if not least <= len(inner) <= most:
            self._wrong(field, f"{least} to {most} tables, each below its own [[{field}]]")
        return tuple(
            Table(f"{self._where}, {field} {n}", "", values, self._problems) for n, values in enumerate(inner, start=1)
        )

    def yes(self, field: str) -> bool:
        """`true`, or nothing at all."""
        value = self._value(field, False)  # noqa: FBT003 - it is the value that a file would have
        if value is not True and field in self._values:
            self._wrong(field, "true, or no such line")
        return value is True

    def absent(self, field: str, reason: str) -> None:
        """Nothing may stand here."""
        self._asked.add(field)
        if field in self._values:
            self._wrong(field, f"nothing, because {reason}")

    def refuse_the_rest(self) -> None:
        """A field that nobody asked for is a field misspelt."""
        for field in self._values.keys() - self._asked:
            self._problems.append(f"{self._where}, {field}: expected one of {', '.join(sorted(self._asked))}")

    def _value(self, field: str, missing: object) -> Any:
        self._asked.add(field)
        return self._values.get(field, missing)

    def _wrong(self, field: str, expected: str) -> None:
        found = repr(self._values[field]) if field in self._values else "nothing"
        shown = found if len(found) <= _MOST_SHOWN else f"{found[:_MOST_SHOWN]}…"
        self._problems.append(f"{self._where}, {field}: expected {expected}; found {shown}")


def read_toml(path: Path, problems: list[str]) -> dict[str, Any] | None:
    """What is in a file, or None and a sentence more in `problems` if it is no TOML."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        problems.append(f"{path.name}: expected a TOML file in UTF-8; {fault}")
        return None


def read_area(path: Path, problems: list[str]) -> Iterator[tuple[str, str, Table]]:
    """Of a file that begins with its area: the area, and the name and the fields of each table."""
    values = read_toml(path, problems)
    if values is None:
        return
    area = Table(path.name, "", values, problems).word("area", AREAS)
    for code, fields in values.items():
        if isinstance(fields, dict):
            yield area, code, Table(path.name, code, fields, problems)
        elif code != "area":
            problems.append(f"{path.name}, {code}: expected a table of fields, such as [{code}] with lines below it")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
