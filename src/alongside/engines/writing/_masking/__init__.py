"""Blanks all of a text that is not prose, and keeps its length, so that every offset is one of the source.

One module for each markup. Code, addresses, link targets, tags, attributes, front matter and ignored stretches become
spaces; line ends stay. What stands for a word in its sentence (inline code, a bare address) keeps one `SUBSTITUTE` at
its beginning, so that the words around it do not become neighbours.

A module has two functions. `outline(text)` blanks what may run over several paragraphs, and is quick. `inline(text)` is
given the lines of one block and blanks what stands inside a line. So a check that has a candidate in one block of a
hundred looks at the inside of that one only.
"""

from importlib import import_module
from types import ModuleType
from typing import cast

from alongside.engines.writing._masking._blank import SUBSTITUTE

__all__ = ["MARKUPS", "SUBSTITUTE", "UnknownMarkup", "inline", "mask", "outline"]

MARKUPS = ("markdown", "html", "text", "rst", "code", "json", "yaml")


class UnknownMarkup(ValueError):
    """The message says which markups there are."""


def mask(text: str, markup: str) -> str:
    """Return the text, of the same length, with all but prose blanked.

    Args:
        text: the source.
        markup: one of `MARKUPS`; for code, with its language or file name after a colon: "code:python", "code:a.rs".

    Raises:
        UnknownMarkup: it is none of these.
    """
    return inline(outline(text, markup), markup)


def outline(text: str, markup: str) -> str:
    """Return the text with what may run over several paragraphs blanked; see `mask`."""
    language = markup.partition(":")[2]
    module = _module(markup)
    return cast("str", module.outline(text, language) if language else module.outline(text))


def inline(text: str, markup: str) -> str:
    """Return an outline, or the lines of one block of it, with what stands inside lines blanked too."""
    return cast("str", _module(markup).inline(text))


def _module(markup: str) -> ModuleType:
    name = markup.partition(":")[0]
    if name not in MARKUPS:
        raise UnknownMarkup(f"markup {markup!r}: expected one of {', '.join(MARKUPS)}")
    return import_module(f"alongside.engines.writing._masking._{name}")
