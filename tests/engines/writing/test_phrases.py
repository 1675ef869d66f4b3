"""The language of rules: choices, optional parts, gaps, lists and inflection; a slip is refused with its reason."""

import pytest

from alongside.engines.writing._forms import forms_of, inflected
from alongside.engines.writing._page import Page
from alongside.engines.writing._phrases import FaultyPhrase, read_phrase
from alongside.engines.writing._rulebook import FaultyRules, Rule, read_lists, read_rules
from alongside.engines.writing._terms import findings_by
from alongside.engines.writing._written import book_of

LISTS = {"person": ["girl", "young man"]}


def found(term: str, text: str, part: str = "phrase") -> list[str]:
    rule = Rule("a.rule", "avoid", (term,), "Why.", part=part)
    return [one.text for one in findings_by(book_of((rule,)), Page(text, "text", "en-GB"))]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("confined to (a|the|her) wheelchair[s]", "confined to the wheelchair"),
        ("confined to (a|the|her) wheelchair[s]", "Confined\n  to a wheelchairs"),
        ("wheelchair[-| ]bound", "wheelchair‑bound"),
        ("wheelchair bound", "wheelchair-bound"),
        ("don't look (disabled|like you have a disability)", "don’t look like you have a disability"),
        ("such a ~ girl", "such a very, very good girl".replace(",", "")),
        ("old [white] (man|men)", "old white men"),
        ("he/she", "he / she"),
        ("(s)he", "(s)he"),
        ("young, dynamic", "young, dynamic"),
        ("old wives' tale", "old wives’ tale"),
        ("(is|'s) nuts", "that's nuts"),
    ],
)
def test_a_phrase_fits_what_it_says(term: str, text: str) -> None:
    assert found(term, f"Look: {text} now.") == [text]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("such a ~ girl", "such a very very very very good girl"),
        ("wheelchair bound", "wheelchair, bound"),
        ("wheelchair bound", "wheelchair. Bound"),
        ("kill child", "kill `it` child"),
        ("man", "manager human"),
    ],
)
def test_a_phrase_does_not_fit_more_than_it_says(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("part", "word", "forms"),
    [
        ("noun", "chairman", {"chairman", "chairmen", "chairman's", "chairmen's"}),
        ("noun", "lady", {"lady", "ladies", "lady's"}),
        ("verb", "gyp", {"gyp", "gyps", "gypped", "gypping"}),
        ("verb", "cancel", {"cancel", "cancels", "cancelled", "canceled", "cancelling", "canceling"}),
        ("verb", "oversee", {"oversee", "oversees", "oversaw", "overseen", "overseeing"}),
        ("verb", "die", {"die", "dies", "died", "dying"}),
        ("adjective", "crazy", {"crazy", "crazier", "craziest"}),
    ],
)
def test_a_word_is_found_in_each_of_its_forms(part: str, word: str, forms: set[str]) -> None:
    assert set(forms_of(word, part)) == forms


@pytest.mark.parametrize(
    ("phrase", "form", "written"),
    [
        ("chair", "plural", "chairs"),
        ("person in charge", "plural", "people in charge"),
        ("chairperson", "possessive", "chairperson's"),
        ("lead the team", "ing", "leading the team"),
        ("withstand", "past", "withstood"),
        ("surprising", "comparative", "more surprising"),
    ],
)
def test_an_alternative_takes_the_form_that_was_found(phrase: str, form: str, written: str) -> None:
    assert inflected(phrase, form) == written


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("the (old man", "not closed"),
        ("<nobody> here", "no list <nobody>"),
        ("~ man", "a gap needs a word"),
        ("[old] [man]", "has to be there"),
        ("a ~ b ~ c ~ d", "at most 2 gaps"),
        ("", "expected a word"),
        ("".join(f"({'|'.join(f'w{first}{second}' for second in range(9))})" for first in range(4)), "at most"),
    ],
)
def test_a_slip_in_a_phrase_is_refused_with_its_reason(phrase: str, reason: str) -> None:
    with pytest.raises(FaultyPhrase, match=reason):
        read_phrase(phrase, LISTS)


GOOD = {"id": '"house.x"', "strength": '"avoid"', "terms": '["x"]', "why": '"Why."'}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"why": None}, "own.toml, house.x: why: expected this field; it is missing"),
        (
            {"strength": '"never"'},
            "own.toml, house.x: strength: expected one of avoid, consider, context; found 'never'",
        ),
        ({"wy": '"x"'}, "own.toml, house.x: wy: expected one of id, strength"),
        ({"terms": '["X"]'}, "own.toml, house.x: terms: 'X': expected lower case"),
        ({"terms": '["(x"]'}, "own.toml, house.x: terms: '(x'"),
        ({"terms": '"x"'}, "own.toml, house.x: terms: expected a list of texts"),
        ({"sign": '["loud"]'}, "own.toml, house.x: sign: there is no sign 'loud'"),
        ({"id": '"X"'}, "own.toml, X: id: expected category.name"),
        ({"fix": "1"}, "own.toml, house.x: fix: expected true or false"),
    ],
)
def test_a_faulty_rule_is_told_by_file_rule_and_field(change: dict[str, str | None], message: str) -> None:
    fields = {name: value for name, value in (GOOD | change).items() if value is not None}
    text = "[[rule]]\n" + "\n".join(f"{name} = {value}" for name, value in fields.items())
    with pytest.raises(FaultyRules) as refused:
        read_rules(text, file="own.toml", lists=LISTS)
    assert message in str(refused.value)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    with pytest.raises(FaultyRules) as refused:
        read_rules('[[rule]]\nid = "a.b"\n[[rule]]\nid = "a.c"\n', file="own.toml", lists={})
    assert {"own.toml, a.b: why", "own.toml, a.c: why"} <= {
        line.partition(": expected")[0] for line in str(refused.value).splitlines()
    }


@pytest.mark.parametrize("text", ["person = 1", "person = []", "person = "])
def test_a_faulty_list_is_refused(text: str) -> None:
    with pytest.raises(FaultyRules, match=r"lists\.toml"):
        read_lists(text)
