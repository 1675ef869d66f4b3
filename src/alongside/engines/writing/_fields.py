"""Fields of a configuration, each checked as it is read, with a message that names it."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any


class UnusableConfiguration(ValueError):
    """The message names the file and the field, and says what was expected and what to do."""


class Fields:
    """One table, which knows where it stands: in `file`, under the name `table`."""

    def __init__(self, value: Any, file: str, table: str) -> None:
        self.file, self.path = file, table
        if not isinstance(value, dict):
            raise UnusableConfiguration(f"{file}: {table}: expected a table, that is [{table}] and fields below it.")
        self._values: dict[str, Any] = value

    def fault(self, field: str, problem: str) -> UnusableConfiguration:
        return UnusableConfiguration(f"{self.file}: {self.path}: {field} {problem}.")

    def names(self) -> Iterator[str]:
        return iter(self._values)

    def value(self, field: str) -> Any:
        return self._values.get(field)

    def expect_only(self, known: Iterable[str]) -> None:
        """Refuse a field that nobody reads: it is a slip of the pen, and would be silently without effect."""
        known = sorted(known)
        for field in self._values:
            if field not in known:
                near = import_module("difflib").get_close_matches(field, known, 1)
                hint = f"Did you mean {near[0]}" if near else f"There are {', '.join(known)}"
                raise self.fault(field, f"is not a field here. {hint}")

    def text(self, field: str) -> str:
        value = self._values.get(field, "")
        if not isinstance(value, str):
            raise self.fault(field, 'is not a text. Write it in quotes, such as "…"')
        return value.strip()

    def texts(self, field: str) -> tuple[str, ...]:
        values = self._values.get(field, [])
        if not isinstance(values, list) or not all(isinstance(value, str) and value.strip() for value in values):
            raise self.fault(field, 'is not a list of texts. Write it so: ["…", "…"]')
        return tuple(values)

    def choice(self, field: str, choices: tuple[str, ...], default: str) -> str:
        value = self._values.get(field, default)
        if value != default and value not in choices:
            raise self.fault(field, f"is {value!r}. Expected one of {', '.join(choices)}")
        return str(value)

    def table(self, field: str) -> "Fields":
        return Fields(self._values.get(field, {}), self.file, f"{self.path}.{field}")

    def tables(self, field: str) -> Iterator["Fields"]:
        values = self._values.get(field, [])
        if not isinstance(values, list):
            raise self.fault(field, f"is not a list of tables. Begin each with [[{self.path}.{field}]]")
        for number, value in enumerate(values, 1):
            yield Fields(value, self.file, f"{self.path}.{field}, number {number}")
