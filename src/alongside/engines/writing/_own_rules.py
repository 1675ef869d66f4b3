"""Rules that a project writes itself, in the format of ours."""

from importlib import import_module
from typing import Any

from alongside.engines.writing._fields import Fields, UnusableConfiguration

_NEEDED = {"id": "a name with a dot, such as house.synergy", "why": "a sentence for the writer", "terms": "the words"}


def own_rules(fields: Fields) -> tuple[str, ...]:
    """The `[[rule]]` tables, each written as one of a rule file.

    Raises:
        UnusableConfiguration: a field that every rule needs is missing.
    """
    return tuple(_written(table) for table in fields.tables("rule"))


def _written(table: Fields) -> str:
    for field, meaning in _NEEDED.items():
        if not table.value(field):
            raise table.fault(field, f"is missing: {meaning}")
    values = {name: table.value(name) for name in table.names()}
    text = rule_text({"strength": "consider", **values})
    _refuse_faults(text, table)
    return text


def _refuse_faults(text: str, table: Fields) -> None:
    """Read the rule as a check would; few projects have rules of their own, and reading them takes long."""
    written = import_module("alongside.engines.writing._written")
    try:
        written.rules_in(text, file=f"{table.file}: {table.path}")
    except import_module("alongside.engines.writing._rulebook").FaultyRules as fault:
        raise UnusableConfiguration(str(fault)) from None


def rule_text(rule: dict[str, Any]) -> str:
    """A rule as it stands in a file. A text, a list of texts and a truth value look the same in JSON and in TOML."""
    written = import_module("json").dumps
    lines = (f"{name} = {written(value, ensure_ascii=False)}" for name, value in rule.items())
    return "[[rule]]\n" + "\n".join(lines) + "\n"
