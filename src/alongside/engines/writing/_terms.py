"""The rulebook over a page: candidates by one scan, then context where a candidate stands."""

from importlib import import_module
from typing import cast

from alongside.engines.writing._book import Book
from alongside.engines.writing._candidates import candidates
from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._rules import Rules
from alongside.engines.writing._shelves import book_for


def findings(page: Page, rules: Rules) -> list[Finding]:
    """Return the words of a page that a rule is about, and that context does not make fair."""
    return findings_by(book_for(rules.own), page, rules.off)


def findings_by(book: Book, page: Page, off: frozenset[str] = frozenset()) -> list[Finding]:
    """Return the same by one book of rules."""
    # A quarter of most Markdown is code. To blank it first takes less than to look at the words in it.
    found = candidates(book, page.outline if page.markup == "markdown" else page.source)
    if not found:
        return []
    # Most texts have nothing to judge, and what judges takes longer to load than to scan a small one.
    judging = import_module("alongside.engines.writing._judging")
    return cast("list[Finding]", judging.judged(page, found, off))
