"""Which rules a check goes by."""

from dataclasses import dataclass

from alongside.engines.writing._finding import KINDS, Kind, Strength

UNSAID = "say why"
"""Stands for the reason in what an editor puts in; it is none."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What somebody has decided to leave as it is, and why: a rule, a whole category, or words."""

    what: str
    """`gender.guys`, `gender`, or words as they stand in a text; case, hyphens and a plural ending do not matter."""
    reason: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A rule of another tool: one expression that RE2 accepts, which takes linear time whatever the text."""

    rule: str
    category: str
    strength: Strength
    expression: str
    why: str
    alternatives: tuple[str, ...] = ()
    source: str = ""
    fair: str = ""
    """An expression for words that are not marked although they match."""
    fix: bool = False
    """Whether the only alternative may take the place of the words without asking."""


@dataclass(frozen=True)
class Rules:
    """Ours, unless said otherwise."""

    off: frozenset[str] = frozenset()
    """Rules and categories that are left out, by name."""
    kinds: frozenset[Kind] = frozenset(KINDS)
    """What is looked for at all."""
    only: frozenset[str] = frozenset()
    """If any are named, words of these rules, of these categories or of this spelling are marked, and no others."""
    allowed: tuple[Allowed, ...] = ()
    """Left as it is, each with its reason."""
    strengths: tuple[tuple[str, Strength], ...] = ()
    """Another strength for a rule or for a category; the rule's own goes before its category's."""
    own: tuple[str, ...] = ()
    """Further rules: texts in the format of the rule files, `[[rule]]` and all."""
    patterns: tuple[Pattern, ...] = ()
    """Further rules that packs of other tools write as regular expressions."""


OURS = Rules()
