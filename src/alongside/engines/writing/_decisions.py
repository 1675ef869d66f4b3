"""What a project has decided is applied to what was found: what is left as it is, and how strongly the rest is said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from importlib import import_module

from alongside.engines.writing._finding import Finding, Strength
from alongside.engines.writing._rules import Rules

_SAYS_SO = ("alongside", "<!--alex ", "<!-- alex ", "<!-- vale o", "wokeignore:")
_APART = re.compile(r"[\s\u2010\u2011-]+")


def decided(found: Iterable[Finding], source: str, rules: Rules) -> list[Finding]:
    """Return what is to be shown, in the order of the text.

    Args:
        found: in any order.
        source: the text that their offsets are of.
        rules: what was decided.
    """
    kept = [one for one in found if _is_wanted(one, rules)]
    if any(sign in source for sign in _SAYS_SO):
        # Few texts do.
        kept = import_module("alongside.engines.writing._ignoring").not_ignored(kept, source)
    if rules.allowed:
        kept = list(_not_allowed(kept, source, rules))
    if rules.strengths:
        kept = [_weighed(one, dict(rules.strengths)) for one in kept]
    return sorted(kept, key=lambda one: (one.start, -one.end, one.kind, one.rule))


def _is_wanted(one: Finding, rules: Rules) -> bool:
    names = {one.rule, one.category}
    if one.kind not in rules.kinds or names & rules.off:
        return False
    return not rules.only or bool(names & rules.only) or any(speaks_of(only, one) for only in rules.only)


def _not_allowed(found: list[Finding], source: str, rules: Rules) -> Iterator[Finding]:
    names = {allowed.what for allowed in rules.allowed}
    for one in found:
        if not {one.rule, one.category} & names and not any(_stands_in(what, one, source) for what in names):
            yield one


def _stands_in(what: str, one: Finding, source: str) -> bool:
    """Whether allowed words are part of a finding, or a finding of them.

    `guys` is allowed, and `hey guys` was marked; `master data` is allowed, and `master` in it was marked.
    """
    if speaks_of(what, one):
        return True
    reach = 2 * len(what) + 2
    begin = max(one.start - reach, 0)
    around = source[begin : one.end + reach]
    held = (match.span() for match in _words(what).finditer(around))
    return any(first + begin <= one.start and one.end <= last + begin for first, last in held)


def speaks_of(what: str, one: Finding) -> bool:
    """Whether words are in what was marked."""
    return _words(what).search(one.text) is not None


@cache
def _words(what: str) -> re.Pattern[str]:
    """Words with any case, space, hyphen or apostrophe, and with a plural or possessive ending."""
    parts = (re.escape(part).replace("'", "['’]") for part in _APART.split(what.strip().replace("’", "'")))
    written = _APART.pattern.join(parts)
    return re.compile(rf"(?<!\w){written}(?:e?s|['’]s?)?(?!\w)", re.IGNORECASE)


def _weighed(one: Finding, strengths: dict[str, Strength]) -> Finding:
    strength = strengths.get(one.rule) or strengths.get(one.category)
    return replace(one, strength=strength) if strength and strength != one.strength else one
