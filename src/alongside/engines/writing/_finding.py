"""What a check gives back, and what it may know about a colleague. Both are records, and part of the public face."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["term", "pronoun", "name", "advert", "readability"]
Strength = Literal["avoid", "consider", "context"]

KINDS: tuple[Kind, ...] = ("term", "pronoun", "name", "advert", "readability")
STRENGTHS: tuple[Strength, ...] = ("avoid", "consider", "context")
"""From the strongest: every authority agrees; some do; only in the sense that the rule states."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text, why it is marked, and what to write instead."""

    start: int
    """Of the first character, in code points of the text that was given."""
    end: int
    """After the last character."""
    text: str
    """`text[start:end]`, as it is written."""
    rule: str
    """Stable for ever: ignore comments and configuration name it."""
    category: str
    kind: Kind
    strength: Strength
    why: str
    alternatives: tuple[str, ...] = ()
    """Best first; empty only where `why` says what to do."""
    person: str | None = None
    """The `id` of the colleague that it is about."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """A colleague, as they themself said that they are written about. Nothing is inferred from a name."""

    id: str
    name: str
    pronouns: tuple[str, ...] = ()
    """Sets such as "they/them" or "she/her", any of which is right; or ("name-only",), ("any",), or () for not said."""
    aliases: tuple[str, ...] = ()
    handle: str | None = None
