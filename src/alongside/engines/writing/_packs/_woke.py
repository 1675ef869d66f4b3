"""Rules of woke: literal words, found in any case, and inside of other words unless a rule says otherwise.

Source: woke's documentation, "Rules" and "Rule options", version 0.19.
"""

import re
from collections.abc import Mapping
from typing import Any

from alongside.engines.writing._finding import Strength
from alongside.engines.writing._packs._pack import Pack, UnusablePack
from alongside.engines.writing._packs._texts import is_on, text, texts
from alongside.engines.writing._rules import Pattern, Rules

_STRENGTHS: dict[str, Strength] = {"error": "avoid", "warning": "consider", "info": "context"}


def read(pack: Mapping[str, Any], name: str) -> Pack:
    rules = pack.get("rules") or []
    if not isinstance(rules, list) or not all(isinstance(rule, Mapping) for rule in rules):
        raise UnusablePack(f"{name}: rules: expected a list of rules that each begin with - name:.")
    left_out = set(texts(pack, "exclude_categories", name))
    patterns, notes = [], []
    for number, rule in enumerate(rules, 1):
        title = text(rule, "name", f"{name}: rule {number}") or str(number)
        where = f"{name}: rule {title}"
        if left_out.intersection(texts(_options(rule, where), "categories", where)):
            continue
        if words := texts(rule, "terms", where):
            patterns.append(_pattern(rule, title, words, where))
        else:
            notes.append(
                f"{where}: it has no terms. In woke that switches off its own rule of this name; ours stay on."
            )
    if pack.get("ignore_files"):
        notes.append(f"{name}: ignore_files is not carried over. Name those files in .gitignore or under skip.")
    return Pack(Rules(patterns=tuple(patterns)), tuple(notes))


def _options(rule: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    options = rule.get("options") or {}
    if not isinstance(options, Mapping):
        raise UnusablePack(f"{where}: options: expected fields, such as word_boundary: true.")
    return options


def _pattern(rule: Mapping[str, Any], title: str, words: list[str], where: str) -> Pattern:
    options = _options(rule, where)
    both = is_on(options, "word_boundary", where)
    before = r"\b" if both or is_on(options, "word_boundary_start", where) else ""
    after = r"\b" if both or is_on(options, "word_boundary_end", where) else ""
    # The longest first: RE2 takes the first that fits.
    escaped = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    severity = text(rule, "severity", where).lower() or "warning"
    if severity not in _STRENGTHS:
        raise UnusablePack(f"{where}: severity: expected one of {', '.join(_STRENGTHS)}, found {severity}.")
    return Pattern(
        rule=f"woke.{title}",
        category="woke",
        strength=_STRENGTHS[severity],
        expression=f"(?i){before}(?:{escaped}){after}",
        why=text(rule, "note", where) or f"A rule of your team: {title}.",
        alternatives=tuple(texts(rule, "alternatives", where)),
        source=where,
    )
