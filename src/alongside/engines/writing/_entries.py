"""What a compiled rule is unfolded to: its terms as places that words may take, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """What may stand at one place of a phrase: a word, several words, nothing, or up to three words of any kind."""

    words: Words = frozenset()
    longer: tuple[tuple[Words, ...], ...] = ()
    optional: bool = False
    is_gap: bool = False


Sequence = tuple[Element, ...]
GAP = Element(is_gap=True)


@dataclass(frozen=True, slots=True)
class Condition:
    """Words and longer phrases, one of which has to stand, or not to stand, around a term."""

    words: Words
    phrases: tuple[Sequence, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """What a rule says, unfolded."""

    id: str
    strength: str
    why: str
    alternatives: tuple[str, ...]
    fix: bool
    source: str
    region: str
    signs: frozenset[str]
    conditions: Mapping[str, Condition]

    @property
    def category(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One way to read a term."""

    entry: Entry
    elements: Sequence
    names: Mapping[str, str]
    """The name of each inflected form of its head."""
    loose: bool
    """Whether a comma may stand between its words."""
    instead: tuple[str, ...] = ()
    """Alternatives of its own, in place of the entry's."""
