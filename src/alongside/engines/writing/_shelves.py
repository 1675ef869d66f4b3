"""The books that a check goes by: ours, as it was compiled, and what a project adds."""

import json
import os
from functools import cache, lru_cache
from importlib import import_module
from typing import cast

from alongside.engines.writing._book import Book, Shelf

_FOLDER = os.path.join(os.path.dirname(__file__), "compiled")  # noqa: PTH118, PTH120 - pathlib takes longer than all rules
_LISTS = "lists.json"


@cache
def our_book() -> Book:
    """Return our own rules, loaded once."""
    lists = json.loads(_content(_LISTS))
    names = sorted(name for name in os.listdir(_FOLDER) if name.endswith(".json") and name != _LISTS)  # noqa: PTH208
    return Book(tuple(Shelf(_content(name), lists) for name in names))


def _content(name: str) -> bytes:
    with open(os.path.join(_FOLDER, name), "rb") as file:  # noqa: PTH118, PTH123
        return file.read()


@lru_cache(maxsize=8)
def book_for(own: tuple[str, ...]) -> Book:
    """Return our rules, and further ones that a project wrote in the same format.

    Raises:
        FaultyRules: a rule that was added has a fault.
    """
    if not own:
        return our_book()
    # Few projects add rules, and what reads them takes longer to load than the rest of a check.
    written = import_module("alongside.engines.writing._written")
    added = (shelf for text in own for shelf in cast("Book", written.book_of(written.rules_in(text))).shelves)
    return Book((*our_book().shelves, *added))
