"""All that is found in a document, of each kind a few, so that they do not drown the rest."""

from collections import defaultdict
from dataclasses import replace
from typing import Final

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._readability import _acronyms, _links, _marks, _plain, _sentences

MOST_OF_A_RULE: Final = 5  # a document

_PARTS: Final = (_links.findings, _marks.findings, _sentences.findings, _plain.findings, _acronyms.findings)


def findings(page: Page) -> list[Finding]:
    """The first few of every rule, in order; the last of them says how many more there are."""
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for part in _PARTS:
        for one in part(page):
            by_rule[one.rule].append(one)
    return [one for found in by_rule.values() for one in _few(sorted(found, key=lambda one: one.start))]


def _few(found: list[Finding]) -> list[Finding]:
    more = len(found) - MOST_OF_A_RULE
    if more <= 0:
        return found
    last = found[MOST_OF_A_RULE - 1]
    return [*found[: MOST_OF_A_RULE - 1], replace(last, why=f"{last.why} There are {more} more in this text.")]
