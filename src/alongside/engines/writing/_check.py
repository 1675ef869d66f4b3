"""Puts the parts of a check together.

Each part is a package or module with one function, `findings`, which is given a `Page` and gives back findings in any
order: `_terms` (the rulebook), `_people` (pronouns and names of known colleagues) and `_readability`. A part looks at
`page.masked`, `page.blocks` and `page.sentences`, and cuts the text of a finding out of `page.source`. A whole check of
10 MB is to take less than a second, so a part first finds its candidates by one quick look at `page.source`, and asks
for the blocks or sentences only if there are any.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import cast

from alongside.engines.writing import _readability, _terms
from alongside.engines.writing._decisions import decided
from alongside.engines.writing._finding import Finding, Person
from alongside.engines.writing._page import Page
from alongside.engines.writing._rules import OURS, Rules


def check(
    text: str,
    *,
    markup: str = "markdown",
    people: Iterable[Person] = (),
    rules: Rules | None = None,
    locale: str = "en-GB",
) -> list[Finding]:
    """Find words in a text that leave people out, and better ones.

    Args:
        text: what somebody wrote; offsets of findings are its code points.
        markup: one of `MARKUPS`: what in the text is prose.
        people: colleagues who may be named in it; a `Directory` of them if there are many texts.
        rules: which rules apply; ours if not given.
        locale: "en-GB" or "en-US": some words are fine in one of them.

    Raises:
        UnknownMarkup: the markup is none of `MARKUPS`.
    """
    page, rules = Page(text, markup, locale), rules or OURS
    found: list[Finding] = []
    if "term" in rules.kinds:
        found += _terms.findings(page, rules)
    if people and rules.kinds & {"pronoun", "name"}:
        found += _about_people(page, people)
    if "readability" in rules.kinds - rules.off:
        found += _readability.findings(page)
    if rules.patterns and "term" in rules.kinds:
        # They bring a library that takes as long to load as most checks take.
        found += import_module("alongside.engines.writing._packs").findings(page, rules)
    return decided(found, page.source, rules)


def _about_people(page: Page, people: Iterable[Person]) -> list[Finding]:
    """By a package that a check without people starts sooner without."""
    package = import_module("alongside.engines.writing._people")
    return cast("list[Finding]", package.findings(page, people))
