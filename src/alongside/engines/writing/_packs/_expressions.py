"""Patterns of packs over a page, by RE2: it takes linear time, so no pattern can hold up a check."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._packs._pack import FOUND, INSTEAD, UnusablePack
from alongside.engines.writing._page import Page
from alongside.engines.writing._rules import Pattern, Rules

_LONGEST = 20_000
_LOOKS_AROUND = re.compile(r"\(\?<?[=!]")
_REFERS_BACK = re.compile(r"\\[1-9]|\(\?P=|\\k<")
_ATOMIC = re.compile(r"\(\?>|[*+?}]\+")


class PatternsNeedRe2(UnusablePack):
    """The library for patterns is not installed, as on a machine for which there is no build of it."""


@cache
def _re2() -> tuple[Any, Any]:
    try:
        engine = import_module("re2")
    except ImportError:
        raise PatternsNeedRe2(
            "Packs of woke and Vale are patterns, which are run by google-re2. Install it: pip install google-re2."
        ) from None
    options = engine.Options()
    options.log_errors = False
    return engine, options


def refusal(expression: str) -> str:
    """Why an expression cannot be run, in words; "" if it can.

    Raises:
        PatternsNeedRe2: nothing can be run at all.
    """
    engine, options = _re2()
    if len(expression) > _LONGEST:
        return f"it is longer than {_LONGEST:,} characters"
    try:
        engine.compile(expression, options)
    except engine.error as fault:
        return _in_words(expression, fault)
    return ""


def _in_words(expression: str, fault: Exception) -> str:
    if _LOOKS_AROUND.search(expression):
        return "it looks ahead or back, which could take endless time; write the words themselves, or use exceptions"
    if _REFERS_BACK.search(expression):
        return "it refers back to what it found, which could take endless time; write the words themselves"
    if _ATOMIC.search(expression):
        return "it has an atomic or possessive part; leave out the sign for it"
    said = fault.args[0] if fault.args else ""
    return f"it is not understood ({said.decode(errors='replace') if isinstance(said, bytes) else said})"


def findings(page: Page, rules: Rules) -> list[Finding]:
    """Return the words of a page that a pattern of a pack is about.

    Raises:
        PatternsNeedRe2: there are patterns, and nothing to run them.
    """
    if not rules.patterns:
        return []
    together, compiled = _compiled(rules.patterns)
    # Most texts have none of them; only a text that has needs to be told apart into prose and the rest.
    if not together.Match(page.source):
        return []
    there = sorted(together.Match(page.masked))
    return [one for number in there for one in _of_pattern(page, rules.patterns[number], *compiled[number])]


@cache
def _compiled(patterns: tuple[Pattern, ...]) -> tuple[Any, list[tuple[Any, Any]]]:
    """All as one, which says in one pass which are there; and each, with what is fair, to find where."""
    engine, options = _re2()
    together = engine.Set.SearchSet(options)
    for pattern in patterns:
        together.Add(pattern.expression)
    together.Compile()
    alone = [
        (engine.compile(pattern.expression, options), engine.compile(pattern.fair, options) if pattern.fair else None)
        for pattern in patterns
    ]
    return together, alone


def _of_pattern(page: Page, pattern: Pattern, expression: Any, fair: Any) -> Iterator[Finding]:
    for match in expression.finditer(page.masked):
        start, end = match.span()
        words = page.source[start:end]
        if start == end or _is_inside_a_word(page.source, start, end, pattern):
            continue
        if words not in pattern.alternatives and not (fair and fair.search(words)):
            yield _finding(pattern, start, end, words)


def _is_inside_a_word(source: str, start: int, end: int, pattern: Pattern) -> bool:
    r"""RE2's `\b` knows ASCII only: between "caf" and "é" it sees the end of a word."""
    if r"\b" not in pattern.expression:
        return False
    before, after = source[start - 1 : start], source[end : end + 1]
    return bool((before.isalnum() and source[start].isalnum()) or (after.isalnum() and source[end - 1].isalnum()))


def _finding(pattern: Pattern, start: int, end: int, words: str) -> Finding:
    alternatives = tuple(_in_the_case_of(words, instead) for instead in pattern.alternatives)
    why = pattern.why.replace(FOUND, words).replace(INSTEAD, " or ".join(alternatives))
    return Finding(
        start,
        end,
        words,
        pattern.rule,
        pattern.category,
        "term",
        pattern.strength,
        why,
        alternatives,
        source=pattern.source,
    )


def _in_the_case_of(words: str, instead: str) -> str:
    return instead[:1].upper() + instead[1:] if words[:1].isupper() and instead.islower() else instead
