"""The prose in a folder, without what git ignores and what others wrote."""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from alongside.writing.documents import is_prose

_OF_OTHERS = {"node_modules", "bower_components", "site-packages", "vendor", "third_party", "__pycache__"}
_IGNORES = ".gitignore"
_IS_ENVIRONMENT = "pyvenv.cfg"

Ignores = tuple[tuple[str, Any], ...]
"""Folders with the patterns that stand in them, from the outermost."""


def walk(folder: str, *, skips: Callable[[str], bool], reads_too: Callable[[str], bool]) -> Iterator[str]:
    """Yield the files in a folder and below that are prose, in the order of their names.

    Args:
        folder: where to begin.
        skips: whether a path is left out; a folder ends in a slash.
        reads_too: whether a file is read although its name is not one of prose.
    """
    yield from _below(folder, _ignores_above(folder), skips, reads_too)


def _below(
    folder: str, ignores: Ignores, skips: Callable[[str], bool], reads_too: Callable[[str], bool]
) -> Iterator[str]:
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    names = {entry.name for entry in entries}
    if _IS_ENVIRONMENT in names:
        return
    if _IGNORES in names:
        ignores = (*ignores, *_ignores_in(folder))
    for entry in entries:
        path = entry.path.removeprefix(f".{os.sep}")
        if entry.is_dir(follow_symlinks=False):
            is_theirs = entry.name.startswith(".") or entry.name in _OF_OTHERS
            if not is_theirs and not _is_ignored(path + "/", ignores) and not skips(path + "/"):
                yield from _below(entry.path, ignores, skips, reads_too)
        elif (is_prose(entry.name) or reads_too(path)) and not _is_ignored(path, ignores) and not skips(path):
            yield path


def _ignores_above(folder: str) -> Ignores:
    """Those of the folders above, up to the one that git keeps."""
    above: list[str] = []
    start = Path(folder).absolute()
    for parent in (start, *start.parents):
        if (parent / ".git").exists():
            inner = [path for path in above if path != str(start)]
            outer = [] if parent == start else [str(parent)]
            return tuple(found for path in (*outer, *reversed(inner)) for found in _ignores_in(path))
        above.append(str(parent))
    return ()


def _ignores_in(folder: str) -> Ignores:
    try:
        lines = (Path(folder) / _IGNORES).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    # Most folders have none, and the library takes as long to import as the check of a page.
    return ((str(Path(folder).absolute()), import_module("alongside.writing.ignoring").patterns(lines)),)


def _is_ignored(path: str, ignores: Ignores) -> bool:
    if not ignores:
        return False
    decision = import_module("alongside.writing.ignoring").decision
    is_folder = "/" if path.endswith("/") else ""
    absolute = str(Path(path).absolute())
    for folder, spec in reversed(ignores):
        said = decision(spec, os.path.relpath(absolute, folder) + is_folder)
        if said is not None:
            return bool(said)
    return False
