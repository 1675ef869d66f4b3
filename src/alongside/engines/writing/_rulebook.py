"""Rules as they are written, read from TOML and checked."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, cast

from alongside.engines.writing._context.signs import SIGNS, WAIVERS
from alongside.engines.writing._finding import STRENGTHS, Strength
from alongside.engines.writing._forms import PARTS
from alongside.engines.writing._phrases import ARROW, FaultyPhrase, read_phrase

REGIONS = ("", "en-GB", "en-US")
CONDITIONS = ("not_before", "not_after", "not_near", "not_in", "needs_before", "needs_after", "needs_near")


class FaultyRules(ValueError):
    """Rules that cannot be used. The message has a line for each fault: file, rule, field, what was expected."""


@dataclass(frozen=True)
class Rule:
    """One entry of the rulebook, as it is written; the fields are told in docs/develop/writing-rules.md."""

    id: str
    strength: Strength
    terms: tuple[str, ...]
    why: str
    part: str = "phrase"
    alternatives: tuple[str, ...] = ()
    fix: bool = False
    source: tuple[str, ...] = ()
    disagree: str = ""
    region: str = ""
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
    needs_before: tuple[str, ...] = ()
    needs_after: tuple[str, ...] = ()
    needs_near: tuple[str, ...] = ()
    sign: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    fair: tuple[str, ...] = ()

    @property
    def category(self) -> str:
        """The part of the id before the dot."""
        return self.id.partition(".")[0]


_REQUIRED = frozenset({"id", "strength", "terms", "why"})
_TEXTS = frozenset({"id", "strength", "why", "part", "disagree", "region"})
_KNOWN = {field.name: field.default for field in fields(Rule)}
_ID = re.compile(r"[a-z][a-z0-9_-]*\.[a-z0-9][a-z0-9_-]*")


def read_lists(text: str, *, file: str = "lists.toml") -> dict[str, list[str]]:
    """Read the named word lists: `person = ["man", "woman"]`.

    Raises:
        FaultyRules: the file is no TOML, or a list is not one of texts.
    """
    table = _toml(text, file)
    faults = [
        f"{file}, {name}: expected a list of words"
        for name, words in table.items()
        if not _are_texts(words) or not words
    ]
    if faults:
        raise FaultyRules("\n".join(faults))
    return {name: [word.replace("’", "'").lower() for word in words] for name, words in table.items()}


def read_rules(text: str, *, file: str, lists: Mapping[str, list[str]]) -> tuple[Rule, ...]:
    """Read rules from TOML.

    Args:
        text: what the file holds.
        file: its name, for messages.
        lists: named word lists, as `read_lists` gives them.

    Raises:
        FaultyRules: the file is no TOML, or a rule has a fault.
    """
    tables = _toml(text, file).get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise FaultyRules(f"{file}: expected tables that begin with [[rule]]")
    faults: list[str] = []
    rules = [_rule(file, place, table, lists, faults) for place, table in enumerate(tables, 1)]
    ids = [rule.id for rule in rules if rule]
    faults += [f"{file}, {twice}: expected an id only once" for twice in sorted({i for i in ids if ids.count(i) > 1})]
    if faults:
        raise FaultyRules("\n".join(faults))
    return tuple(rule for rule in rules if rule)


def _toml(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise FaultyRules(f"{file}: expected TOML; {fault}") from fault


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)


def _rule(
    file: str, place: int, table: Mapping[str, Any], lists: Mapping[str, list[str]], faults: list[str]
) -> Rule | None:
    where = f"{file}, {table.get('id') or f'rule {place}'}"
    before = len(faults)
    faults += [f"{where}: {field}: expected this field; it is missing" for field in sorted(_REQUIRED - table.keys())]
    for field, value in table.items():
        fault = _fault_of(field, value, lists, table)
        if fault:
            faults.append(f"{where}: {field}: {fault}")
    if len(faults) > before:
        return None
    values = {field: tuple(value) if isinstance(value, list) else value for field, value in table.items()}
    return Rule(**cast("dict[str, Any]", values))


def _fault_of(field: str, value: Any, lists: Mapping[str, list[str]], table: Mapping[str, Any]) -> str:
    if field not in _KNOWN:
        return f"expected one of {', '.join(_KNOWN)}"
    if field == "fix":
        return "" if isinstance(value, bool) else "expected true or false"
    if field in _TEXTS:
        return _fault_of_text(field, value)
    return _fault_of_texts(field, value, lists, table.get("part", "phrase"))


def _fault_of_texts(field: str, value: Any, lists: Mapping[str, list[str]], part: str) -> str:
    if not _are_texts(value):
        return "expected a list of texts"
    if field == "sign":
        known = (*SIGNS, *WAIVERS)
        return "; ".join(f"there is no sign {sign!r}; known: {', '.join(known)}" for sign in value if sign not in known)
    if field == "terms" or field in CONDITIONS:
        terms = field == "terms"
        return _fault_of_phrases(value, lists, part if terms else "phrase", open_ended=not terms)
    return ""


def _fault_of_text(field: str, value: Any) -> str:
    allowed: Mapping[str, Iterable[str]] = {"strength": STRENGTHS, "part": PARTS, "region": REGIONS}
    if not isinstance(value, str) or not value.strip():
        return "expected a text"
    if field in allowed and value not in allowed[field]:
        return f"expected one of {', '.join(filter(None, allowed[field]))}; found {value!r}"
    if field == "id" and not _ID.fullmatch(value):
        return "expected category.name in lower case, such as gender.chairman"
    return ""


def _fault_of_phrases(phrases: list[str], lists: Mapping[str, list[str]], part: str, *, open_ended: bool) -> str:
    for phrase in phrases:
        term = ARROW.split(phrase)[0]
        if term != term.lower():
            return f"{phrase!r}: expected lower case"
        try:
            read_phrase(phrase, lists, part if part in PARTS else "phrase", open_ended=open_ended)
        except FaultyPhrase as fault:
            return f"{phrase!r}: {fault}"
    return ""
