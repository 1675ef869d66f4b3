"""What is offered instead of words fits where they stand."""

import re
from collections.abc import Iterator

import pytest

from alongside.engines.writing import Finding
from alongside.engines.writing._book import Book
from alongside.engines.writing._forms import noun_forms, verb_forms
from alongside.engines.writing._page import Page
from alongside.engines.writing._rulebook import Rule
from alongside.engines.writing._terms import findings_by
from alongside.engines.writing._written import book_of, rule_files, rules_in, rules_of

LEFT_OUT = "(leave it out)"
RULES = [rule for path in rule_files() for rule in rules_of(path)]


def _offered(terms: str, text: str, *, part: str = "phrase") -> tuple[str, ...]:
    written = f"""
[[rule]]
id = "a.b"
strength = "consider"
terms = {terms}
part = "{part}"
sign = ["names_too"]
why = "A plain word is clearer."
"""
    return _found(book_of(rules_in(written)), text)[0].alternatives


def _found(book: Book, text: str, region: str = "") -> list[Finding]:
    return findings_by(book, Page(text, "markdown", region or "en-GB"))


def _all_offered(rule: Rule) -> Iterator[str]:
    yield from rule.alternatives
    for term in rule.terms:
        yield from (one.strip() for one in re.split("[-=]>", term)[1:] for one in one.split(";"))


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("We nuke it.", "delete"),
        ("She nukes it.", "deletes"),
        ("They nuked it.", "deleted"),
        ("Stop nuking it.", "deleting"),
    ],
)
def test_what_a_term_brings_is_inflected_like_the_form_that_it_spells_out(text: str, offered: str) -> None:
    assert _offered('["(nuke|nukes|nuked|nuking) => delete"]', text) == (offered,)


def test_what_a_term_brings_is_in_the_plural_where_its_last_word_is() -> None:
    term = '["code monkey[s] => worker; person with skills; staff"]'
    assert _offered(term, "The code monkeys left.") == ("workers", "people with skills", "staff")
    assert _offered(term, "The code monkey left.") == ("worker", "person with skills", "staff")


def test_what_a_term_brings_can_take_words_of_the_text_with_it() -> None:
    assert _offered('["stab (me|her) in the back -> betray (me|her)"]', "They stab her in the back.") == ("betray her",)
    assert _offered('["slave (node|nodes) -> replica ~"]', "Two slave nodes fail.") == ("replica nodes",)


def test_the_capital_of_a_people_or_a_faith_does_not_pass_to_what_is_offered() -> None:
    term = '["mexican standoff -> stalemate"]'
    assert _offered(term, "It was a Mexican standoff.") == ("stalemate",)
    assert _offered(term, "Mexican standoff at the board.") == ("Stalemate",)
    assert _offered('["a female -> a woman"]', "A female called.") == ("A woman",)


@pytest.mark.parametrize(("word", "offered"), [("actor", "an actor"), ("user", "a user"), ("child", "a child")])
def test_an_article_agrees_with_the_word_that_it_stands_before(word: str, offered: str) -> None:
    assert _offered('["a bad (actor|user|child) -> a ~"]', f"He is a bad {word}.") == (offered,)


def test_no_rule_offers_advice_in_brackets() -> None:
    """What says to leave the words out is no advice but a sign: the page offers to take the words out."""
    bracketed = [(rule.id, one) for rule in RULES for one in _all_offered(rule) if re.match(r"\([^|]*\)?$", one)]
    assert [found for found in bracketed if found[1] != LEFT_OUT] == []


def test_an_article_at_the_start_of_an_alternative_agrees() -> None:
    wrong = re.compile(r"a (?!eu|uni|use|one)[aeiou]|an (?!hour|hono|heir)[^aeiou]", re.IGNORECASE)
    assert [(rule.id, one) for rule in RULES for one in _all_offered(rule) if wrong.match(one)] == []


FORMS = {"noun": noun_forms, "verb": verb_forms}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.part in FORMS], ids=lambda rule: rule.id)
def test_a_single_word_is_inflected_like_the_noun_or_verb_that_was_found(rule: Rule) -> None:
    forms_of, book = FORMS[rule.part], book_of((rule,))
    plain = [term for term in rule.terms if term.isalpha()]
    single = [one for one in rule.alternatives if one.isalpha()]
    for name, form in (pair for term in plain[:1] for pair in forms_of(term)):
        for found in _found(book, f"So {form} it was.", rule.region):
            expected = [[each for kind, each in forms_of(one) if kind == name] for one in single]
            assert all(set(each) & set(found.alternatives) for each in expected if each), found
