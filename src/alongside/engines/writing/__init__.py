"""Inclusive and accessible language, judged in context.

    from alongside.engines import writing

    for finding in writing.check("Hey guys, the results are in.", markup="text"):
        finding.text, finding.why, finding.alternatives

Pure: text in, records out. Nothing is kept, and nothing is guessed about a person.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from alongside.engines.writing._check import check
from alongside.engines.writing._configuration import Configuration, allowance, read_configuration, together
from alongside.engines.writing._fields import UnusableConfiguration
from alongside.engines.writing._finding import KINDS, STRENGTHS, Finding, Kind, Person, Strength
from alongside.engines.writing._fixes import fix_of
from alongside.engines.writing._masking import MARKUPS, UnknownMarkup
from alongside.engines.writing._rules import OURS, UNSAID, Allowed, Rules

if TYPE_CHECKING:
    from alongside.engines.writing._adverts import Advert, advert
    from alongside.engines.writing._ignoring import comment
    from alongside.engines.writing._packs import Pack, UnusablePack, read_pack
    from alongside.engines.writing._people import Directory
    from alongside.engines.writing._readability._age import ReadingAge, reading_age

__all__ = [
    "KINDS",
    "MARKUPS",
    "OURS",
    "STRENGTHS",
    "UNSAID",
    "Advert",
    "Allowed",
    "Configuration",
    "Directory",
    "Finding",
    "Kind",
    "Pack",
    "Person",
    "ReadingAge",
    "Rules",
    "Strength",
    "UnknownMarkup",
    "UnusableConfiguration",
    "UnusablePack",
    "advert",
    "allowance",
    "check",
    "comment",
    "fix_of",
    "read_configuration",
    "read_pack",
    "reading_age",
    "together",
]

_WHEN_ASKED_FOR = {
    "Advert": "_adverts",
    "Directory": "_people",
    "advert": "_adverts",
    "Pack": "_packs",
    "comment": "_ignoring",
    "UnusablePack": "_packs",
    "read_pack": "_packs",
    "ReadingAge": "_readability._age",
    "reading_age": "_readability._age",
}
"""Public names whose modules a check does without, so that it starts sooner."""


def __getattr__(name: str) -> object:
    if name not in _WHEN_ASKED_FOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHEN_ASKED_FOR[name]}"), name)
