"""Whose pack it is: by the name of the file, and by what stands in it."""

from collections.abc import Mapping
from typing import Any

from alongside.engines.writing._packs import _alex, _vale, _woke
from alongside.engines.writing._packs._pack import Pack, UnusablePack
from alongside.engines.writing._packs._yaml import load


def read_pack(text: str, *, name: str, style: str = "") -> Pack:
    """Read one file of woke, alex or Vale.

    Args:
        text: what the file holds.
        name: of the file, for messages and to tell whose it is.
        style: for Vale, the style that the file belongs to; else the folder it is in.

    Raises:
        UnusablePack: it is none of them, or a field of it cannot be used.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    if last.endswith((".js", ".cjs", ".mjs")):
        raise UnusablePack(f"{name}: it is a program, and is not run. Write its lists into .alexrc.yml.")
    if last.endswith(".ini"):
        raise UnusablePack(f"{name}: it only names the styles of Vale. Name the folder of each style instead.")
    value = load(text, name)
    if not isinstance(value, Mapping):
        raise UnusablePack(f"{name}: expected fields with names, such as rules:, allow: or extends:.")
    if last == "package.json":
        return _alex.read(_table(value, "alex", name), name)
    if last.startswith(".alexrc") or value.keys() & {"allow", "deny", "profanitySureness"}:
        return _alex.read(value, name)
    if "extends" in value:
        return _vale.read(value, name, style or _folder(name))
    if value.keys() & {"rules", "exclude_categories", "ignore_files"}:
        return _woke.read(value, name)
    raise UnusablePack(f"{name}: neither rules of woke (rules:), nor of alex (allow:), nor of Vale (extends:).")


def _table(value: Mapping[str, Any], field: str, name: str) -> Mapping[str, Any]:
    table = value.get(field)
    if not isinstance(table, Mapping):
        raise UnusablePack(f'{name}: {field}: expected the settings of {field}, such as {{"allow": ["he-she"]}}.')
    return table


def _folder(name: str) -> str:
    parts = name.replace("\\", "/").split("/")
    return parts[-2] if len(parts) > 1 and parts[-2].strip(".") else "vale"
