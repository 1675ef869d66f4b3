"""Every rule says what it marks and what it leaves alone. Run those of one file by its name: `-k disability`."""

from functools import cache
from pathlib import Path

import pytest

from alongside.engines.writing._book import Book
from alongside.engines.writing._finding import Finding
from alongside.engines.writing._page import Page
from alongside.engines.writing._rulebook import FaultyRules, Rule
from alongside.engines.writing._terms import findings_by
from alongside.engines.writing._written import book_of, compiled_files, rule_files, rules_in, rules_of


def _rules() -> list[Rule]:
    """The rules of every file that can be read; another test says of a file that it cannot be."""
    found: list[Rule] = []
    for path in rule_files():
        try:
            found += rules_of(path)
        except FaultyRules:
            continue
    return found


RULES = [pytest.param(rule, id=rule.id) for rule in _rules()]


@cache
def _book(rule: Rule) -> Book:
    return book_of((rule,))


def _found(rule: Rule, text: str) -> list[Finding]:
    return findings_by(_book(rule), Page(text, "markdown", rule.region or "en-GB"))


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: path.stem)
def test_a_file_of_rules_can_be_read(path: Path) -> None:
    assert rules_of(path)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_marks_its_examples(rule: Rule) -> None:
    assert [text for text in rule.flags if not _found(rule, text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_leaves_its_fair_examples_alone(rule: Rule) -> None:
    assert [(text, one.text) for text in rule.fair for one in _found(rule, text)] == []


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_says_what_to_write_instead_and_has_a_source_and_examples(rule: Rule) -> None:
    assert rule.alternatives or len(rule.why.split()) > 5
    assert rule.source
    assert rule.flags
    assert rule.fair


def test_a_term_may_bring_what_to_say_instead_of_it() -> None:
    written = """
[[rule]]
id = "violence.nuclear"
strength = "consider"
terms = ["nuke[d] -> delete; clear", "go nuclear"]
alternatives = ["overreact"]
why = "A plain verb is clearer."
"""
    found = findings_by(book_of(rules_in(written)), Page("They nuked it; then they go nuclear.", "text", "en-GB"))
    assert [one.alternatives for one in found] == [("delete", "clear"), ("overreact",)]


def test_no_two_files_have_a_rule_of_the_same_name() -> None:
    names = [rule.id for rule in _rules()]
    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_compiled_rules_are_those_that_are_written() -> None:
    current = compiled_files()
    stale = [path.name for path, content in current.items() if not path.exists() or path.read_bytes() != content]
    assert stale == [], "run scripts/compile_rules, and commit what it writes"
