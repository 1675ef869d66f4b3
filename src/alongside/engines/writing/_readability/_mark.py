"""Makes a finding on accessible language."""

from dataclasses import dataclass

from alongside.engines.writing._finding import Finding, Strength
from alongside.engines.writing._page import Page


@dataclass(frozen=True, slots=True)
class Rule:
    """What every finding of a rule has in common."""

    id: str
    strength: Strength
    why: str
    source: str

    def at(self, page: Page, span: tuple[int, int], *, why: str = "", alternatives: tuple[str, ...] = ()) -> Finding:
        """A finding of this rule; `why` stands in for the rule's own."""
        return Finding(
            start=span[0],
            end=span[1],
            text=page.source[span[0] : span[1]],
            rule=self.id,
            category="readability",
            kind="readability",
            strength=self.strength,
            why=why or self.why,
            alternatives=alternatives,
            source=self.source,
        )
