from typing import NamedTuple

from alongside.engines.writing._fields import UnusableConfiguration
from alongside.engines.writing._rules import OURS, Rules

FOUND, INSTEAD = "\ue000", "\ue001"
"""In the reason of a pattern: here stand the words that were found, and those to write instead."""


class UnusablePack(UnusableConfiguration):
    """The message names the file and the field, and says what was expected and what to do."""


class Pack(NamedTuple):
    """What could be carried over from one file, and what could not."""

    rules: Rules = OURS
    notes: tuple[str, ...] = ()
