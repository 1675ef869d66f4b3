"""Lists of texts as packs write them."""

from collections.abc import Mapping
from typing import Any

from alongside.engines.writing._packs._pack import UnusablePack


def texts(table: Mapping[str, Any], field: str, where: str) -> list[str]:
    """The texts of a field; a single one counts as a list.

    Raises:
        UnusablePack: there is something else in it.
    """
    value = table.get(field)
    values = value if isinstance(value, list) else [value] if value else []
    return [_text(one, f"{where}: {field}") for one in values]


def text(table: Mapping[str, Any], field: str, where: str) -> str:
    value = table.get(field)
    return "" if value is None else _text(value, f"{where}: {field}")


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise UnusablePack(f"{where}: expected texts, found {value!r}. Write them in quotes.")
    return value


def is_on(table: Mapping[str, Any], field: str, where: str) -> bool:
    value = str(table.get(field, "false")).lower()
    if value not in {"true", "false"}:
        raise UnusablePack(f"{where}: {field}: expected true or false, found {value}.")
    return value == "true"
