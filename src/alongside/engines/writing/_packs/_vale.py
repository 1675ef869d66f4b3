"""Rules of Vale's styles, of the two kinds that are lists of words: existence and substitution.

Source: Vale's documentation, "Checks", version 3.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from alongside.engines.writing._finding import Strength
from alongside.engines.writing._packs._expressions import refusal
from alongside.engines.writing._packs._pack import FOUND, INSTEAD, Pack, UnusablePack
from alongside.engines.writing._packs._texts import is_on, text, texts
from alongside.engines.writing._rules import Pattern, Rules

_STRENGTHS: dict[str, Strength] = {"error": "avoid", "warning": "consider", "suggestion": "context"}
_NOT_CARRIED = {
    "scope": "all prose is checked",
    "limit": "all findings are shown",
    "vocab": "allow words in alongside.toml",
    "pos": "parts of speech are not told apart",
}
_ALL_PROSE = {"", "text", "paragraph", "sentence"}


class _Rule:
    """One file of a style, with what every kind of rule has."""

    def __init__(self, table: Mapping[str, Any], name: str, style: str) -> None:
        self.table, self.name = table, name
        self.style = style
        last = name.replace("\\", "/").rpartition("/")[2]
        self.id = f"{style}.{last.rpartition('.')[0] or last}"
        self.begin = "(?im)" if is_on(table, "ignorecase", name) else "(?m)"
        self.edge = "" if is_on(table, "nonword", name) else r"\b"
        self.notes: list[str] = []

    def strength(self) -> Strength:
        level = text(self.table, "level", self.name).lower() or "suggestion"
        if level not in _STRENGTHS:
            raise UnusablePack(f"{self.name}: level: expected one of {', '.join(_STRENGTHS)}, found {level}.")
        return _STRENGTHS[level]

    def pattern(self, expression: str, why: str, alternatives: tuple[str, ...] = (), *, fix: bool = False) -> Pattern:
        return Pattern(
            rule=self.id,
            category=self.style,
            strength=self.strength(),
            expression=self.begin + expression,
            why=why,
            alternatives=alternatives,
            source=text(self.table, "link", self.name) or self.name,
            fair=self._fair(),
            fix=fix,
        )

    def _fair(self) -> str:
        exceptions = [one for one in texts(self.table, "exceptions", self.name) if self.can_be_run(one)]
        return f"{self.begin}(?:{'|'.join(exceptions)})" if exceptions else ""

    def can_be_run(self, expression: str) -> bool:
        if problem := refusal(expression):
            self.notes.append(f"{self.name}: the pattern {expression[:80]!r} is left out: {problem}.")
        return not problem


def read(table: Mapping[str, Any], name: str, style: str) -> Pack:
    kind = text(table, "extends", name)
    if kind not in {"existence", "substitution"}:
        note = f"{name}: rules that extend {kind!r} are not carried over; existence and substitution are."
        return Pack(notes=(note,))
    rule = _Rule(table, name, style)
    patterns = list(_existence(rule) if kind == "existence" else _substitution(rule))
    for field, why in _NOT_CARRIED.items():
        if table.get(field) and not (field == "scope" and table[field] in _ALL_PROSE):
            rule.notes.append(f"{name}: {field} is not carried over: {why}.")
    return Pack(Rules(patterns=tuple(patterns)), tuple(dict.fromkeys(rule.notes)))


def _existence(rule: _Rule) -> Iterator[Pattern]:
    tokens = [token.strip() for token in texts(rule.table, "tokens", rule.name)]
    tokens = [token for token in tokens if token and rule.can_be_run(token)]
    raw = "".join(texts(rule.table, "raw", rule.name))
    words = f"{rule.edge}(?:{'|'.join(tokens)}){rule.edge}" if tokens else ""
    expression = words + raw if is_on(rule.table, "append", rule.name) else raw + words
    if not expression:
        rule.notes.append(f"{rule.name}: it has neither tokens nor raw that can be used.")
    elif rule.can_be_run(expression):
        why = _sentence(rule, "Avoid “%s”.", (FOUND,))
        alternatives = tuple(texts(_action(rule), "params", rule.name)) if _replaces(rule) else ()
        yield rule.pattern(expression, why, alternatives, fix=len(alternatives) == 1)


def _substitution(rule: _Rule) -> Iterator[Pattern]:
    swaps = list(_swaps(rule))
    if not swaps:
        raise UnusablePack(
            f"{rule.name}: swap: expected words and what to write instead, such as 'whitelist: allowlist'."
        )
    why = _sentence(rule, "Write “%s” in place of “%s”.", (INSTEAD, FOUND))
    for words, instead in swaps:
        if rule.can_be_run(words):
            alternatives = tuple(part for part in instead.split("|") if part)
            fix = _replaces(rule) and len(alternatives) == 1
            yield rule.pattern(f"{rule.edge}(?:{words}){rule.edge}", why, alternatives, fix=fix)


def _swaps(rule: _Rule) -> Iterator[tuple[str, str]]:
    """A table, or a list of tables where their order matters."""
    swap = rule.table.get("swap") or {}
    for table in swap if isinstance(swap, list) else [swap]:
        if not isinstance(table, Mapping):
            raise UnusablePack(f"{rule.name}: swap: expected words and what to write instead, one pair in a line.")
        for words in table:
            yield str(words), text(table, words, f"{rule.name}: swap")


def _action(rule: _Rule) -> Mapping[str, Any]:
    action = rule.table.get("action") or {}
    if not isinstance(action, Mapping):
        raise UnusablePack(f"{rule.name}: action: expected fields, such as name: replace.")
    return action


def _replaces(rule: _Rule) -> bool:
    return text(_action(rule), "name", rule.name) == "replace"


def _sentence(rule: _Rule, usual: str, values: tuple[str, ...]) -> str:
    """The message with signs where Vale puts the words: one after the other, or by their numbers."""
    message = text(rule.table, "message", rule.name) or usual
    for number, value in enumerate(values, 1):
        message = message.replace(f"%[{number}]s", value)
    for value in values:
        message = message.replace("%s", value, 1)
    return message
