"""Pronouns and names of known colleagues: whether a text writes of them as they asked to be written of.

A page is read in steps, each in a module of its own: names (`_mentions`, by `_directory`, `_matching`, `_near` and
`_folding`), pronouns (`_uses`), whom a pronoun stands for (`_antecedent`, by `_grammar` and `_others`), and what to
write instead (`_wording`, `_titles`). Nothing is inferred from a name: a name is only ever looked up.
"""

from collections.abc import Iterable

from alongside.engines.writing._finding import Finding, Person
from alongside.engines.writing._page import Page
from alongside.engines.writing._people._directory import Directory, directory_of
from alongside.engines.writing._people._find import find

__all__ = ["Directory", "findings"]


def findings(page: Page, people: Iterable[Person]) -> list[Finding]:
    """Return what is wrong about these colleagues in a page. `people` may be a `Directory` that was built before."""
    return find(page, directory_of(people))
