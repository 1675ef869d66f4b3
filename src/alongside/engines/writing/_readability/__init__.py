"""Accessible language: what makes a document hard to read, to hear or to translate; and its reading age.

Only documents are looked at: three sentences and sixty words, or more. A chat message, a commit message or a single
sentence gets nothing. What needs the rest of this package is imported then, and not before.
"""

import re
from importlib import import_module
from typing import Final, cast

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page

FEWEST_WORDS: Final = 60
FEWEST_SENTENCES: Final = 3
_SHORTEST: Final = 200  # characters; sixty words have more, so nothing else is asked of a short text
_LONGEST: Final = 1_000_000  # characters, a long novel: more is a heap of data, or texts put together
_BEGINNING: Final = 20_000  # characters: whoever writes that much has written sixty words among them, or a table

_END = re.compile(r"[.!?…][\"'”’)\]*_]*(?:\s|\Z)")


def findings(page: Page) -> list[Finding]:
    """Return what makes a document hard to read; nothing for a text of a few sentences or a program's comments."""
    if not _SHORTEST <= len(page.source) <= _LONGEST or page.markup.startswith(("code", "json", "yaml")):
        return []
    if not is_document(page.masked):
        return []
    package = import_module("alongside.engines.writing._readability._document")
    return cast("list[Finding]", package.findings(page))


def is_document(masked: str) -> bool:
    """Whether there is enough prose for a reader to get lost in."""
    beginning = masked[:_BEGINNING]
    return len(beginning.split()) >= FEWEST_WORDS and len(_END.findall(beginning)) >= FEWEST_SENTENCES
