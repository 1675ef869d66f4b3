"""What a project writes down about its writing, in `alongside.toml` or `pyproject.toml`, as a frozen record.

Text in, record out: files are found and opened by whoever calls.
"""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any, NamedTuple, cast

from alongside.engines.writing._fields import Fields, UnusableConfiguration
from alongside.engines.writing._finding import STRENGTHS, Strength
from alongside.engines.writing._own_rules import own_rules
from alongside.engines.writing._rules import OURS, UNSAID, Allowed, Rules

LOCALES = ("en-GB", "en-US")
_PYPROJECT = "pyproject.toml"
_OFF = "off"
_FIELDS = ("allow", "fail_at", "locale", "off", "packs", "path", "people", "read_too", "rule", "skip", "strength")
_PATH_FIELDS = ("allow", "files", "locale", "markup", "off", "rule", "strength")


class Section(NamedTuple):
    """What holds for some files only, beside what holds for all."""

    files: tuple[str, ...]
    rules: Rules
    locale: str = ""
    markup: str = ""


class Configuration(NamedTuple):
    """What a project has decided. Paths and patterns of paths are relative to the folder of its file.

    Attributes:
        name: of the file, for messages.
        rules: for every file.
        locale: "en-GB" or "en-US".
        people: a file with colleagues, or "".
        packs: files and folders with rules in the format of other tools.
        fail_at: findings of this strength or a greater one fail a check.
        skip: patterns of files that are not read, in the way of .gitignore.
        read_too: patterns of files that are read in a folder although they are not prose, such as "*.py".
        sections: what holds for some files only; a later one goes before an earlier one.
    """

    name: str = ""
    rules: Rules = OURS
    locale: str = "en-GB"
    people: str = ""
    packs: tuple[str, ...] = ()
    fail_at: Strength = "context"
    skip: tuple[str, ...] = ()
    read_too: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()


def read_configuration(text: str, *, name: str) -> Configuration | None:
    """Read a file of a project.

    Args:
        text: what the file holds.
        name: its name, for messages; in a `pyproject.toml` the table is `[tool.alongside.write]`, else `[write]`.

    Returns:
        None if the file has no such table.

    Raises:
        UnusableConfiguration: the message names the file and the field, and says what to write.
    """
    # Most texts have no configuration, and a check starts for each of them.
    tomllib = import_module("tomllib")
    try:
        tables: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise UnusableConfiguration(f"{name}: this is not TOML. {fault}.") from None
    except RecursionError:
        raise UnusableConfiguration(f"{name}: it is nested too deep. Tables and lists of texts are enough.") from None
    path = ("tool", "alongside", "write") if name.endswith(_PYPROJECT) else ("write",)
    for key in path:
        tables = tables.get(key) if isinstance(tables, dict) else None
    return None if tables is None else configuration(tables, name=name, table=".".join(path))


def configuration(tables: Any, *, name: str, table: str = "write") -> Configuration:
    """Read what a file or a program gives as plain dicts, lists and texts.

    Raises:
        UnusableConfiguration: the message names the file and the field, and says what to write.
    """
    fields = Fields(tables, name, table)
    fields.expect_only(_FIELDS)
    sections = tuple(_section(section) for section in fields.tables("path"))
    return Configuration(
        name=name,
        rules=_rules(fields),
        locale=fields.choice("locale", LOCALES, "en-GB"),
        people=fields.text("people"),
        packs=fields.texts("packs"),
        fail_at=cast("Strength", fields.choice("fail_at", STRENGTHS, "context")),
        skip=fields.texts("skip"),
        read_too=fields.texts("read_too"),
        sections=sections,
    )


def _section(fields: Fields) -> Section:
    fields.expect_only(_PATH_FIELDS)
    if not fields.texts("files"):
        raise fields.fault("files", 'is missing. Say for which files this is, such as files = ["docs/**"]')
    return Section(
        files=fields.texts("files"),
        rules=_rules(fields),
        locale=fields.choice("locale", LOCALES, ""),
        markup=fields.text("markup"),
    )


def _rules(fields: Fields) -> Rules:
    strengths = dict(_strengths(fields))
    return Rules(
        off=frozenset({*fields.texts("off"), *(what for what, strength in strengths.items() if strength == _OFF)}),
        allowed=tuple(map(_allowed, fields.tables("allow"))),
        strengths=tuple((what, cast("Strength", said)) for what, said in strengths.items() if said != _OFF),
        own=own_rules(fields),
    )


def _allowed(fields: Fields) -> Allowed:
    fields.expect_only(("reason", "rule", "term"))
    rule, term, reason = fields.text("rule"), fields.text("term"), fields.text("reason")
    if bool(rule) == bool(term):
        raise fields.fault("term", 'or rule: one of the two is needed, such as term = "master"')
    if reason in {"", UNSAID}:
        raise fields.fault("reason", "is missing. Say in a few words why this stays, for whoever reads it next year")
    return Allowed(rule or term, reason)


def _strengths(fields: Fields) -> Iterator[tuple[str, str]]:
    table = fields.table("strength")
    for what in table.names():
        yield what, table.choice(what, (*STRENGTHS, _OFF), "")


def together(first: Rules, second: Rules) -> Rules:
    """Both; where they differ on a strength, the second."""
    return replace(
        first,
        off=first.off | second.off,
        only=first.only | second.only,
        allowed=first.allowed + second.allowed,
        strengths=first.strengths + second.strengths,
        own=first.own + second.own,
        patterns=first.patterns + second.patterns,
    )


def allowance(rule: str = "", term: str = "", *, reason: str = UNSAID, table: str = "write") -> str:
    """The lines that allow a rule or a term, to be put at the end of a configuration.

    Args:
        rule: or a category; or
        term: words.
        reason: why; without one the lines are refused until somebody writes it.
        table: "write" in an `alongside.toml`, "tool.alongside.write" in a `pyproject.toml`.
    """
    what = f"rule = {_quoted(rule)}" if rule else f"term = {_quoted(term)}"
    return f"\n[[{table}.allow]]\n{what}\nreason = {_quoted(reason)}\n"


def _quoted(text: str) -> str:
    plain = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'
