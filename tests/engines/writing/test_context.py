"""Context decides: the same word is marked where it is used, and left alone where it is spoken about, or is a name."""

from typing import Any

import pytest

from alongside.engines.writing._page import Page
from alongside.engines.writing._rulebook import Rule
from alongside.engines.writing._terms import findings_by
from alongside.engines.writing._written import book_of


def marked(text: str, *terms: str, category: str = "mental-health", markup: str = "markdown", **said: Any) -> bool:
    rule = Rule(f"{category}.rule", "avoid", terms or ("crazy",), "Why.", **said)
    return bool(findings_by(book_of((rule,)), Page(text, markup, "en-GB")))


@pytest.mark.parametrize(
    "text",
    [
        "That is a crazy plan.",
        "CRAZY PLANS FOR ALL",
        "# Our Crazy Plan",
        "- A **crazy** plan",
        "| a crazy plan | for us |",
        "This plan (crazy as it is) stays.",
        "In other words, a crazy plan.",
        "We don't have a crazy plan.",
        "The boys' plan is crazy, isn't it?",
        "Crazy plans came in.",
    ],
)
def test_a_word_in_use_is_marked(text: str) -> None:
    assert marked(text)


@pytest.mark.parametrize(
    "text",
    [
        'The word "crazy" is listed.',
        "The word crazy is listed.",
        "Avoid the terms crazy and insane.",
        "Words such as insane, mad and crazy are listed.",
        "Don't say crazy.",
        "Say *surprising*, not *crazy*.",
        "crazy → surprising: instead of the old one",
        "Crazy is a slur.",
        "Crazy means mad.",
        "Words to avoid:\n\n- crazy\n- insane",
        "| Avoid | Say |\n|---|---|\n| crazy | surprising |",
    ],
)
def test_a_word_that_is_spoken_about_is_left_alone(text: str) -> None:
    assert not marked(text, alternatives=("surprising",))


@pytest.mark.parametrize(
    "text",
    [
        'She wrote: "That is a crazy plan, and late."',
        "She wrote: “That is a crazy plan, and late.”",
        "She wrote: 'That is a crazy plan, and late.'",
        "> That is a crazy plan.",
    ],
)
def test_somebody_elses_words_are_left_alone(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "We rode to Crazy Horse on Monday.",
        "They play Crazy Golf there.",
        "Crazy Horse was there on Monday.",
        "The song is by Crazy.",
    ],
)
def test_a_name_is_left_alone(text: str) -> None:
    assert not marked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Set crazy_mode to 1.",
        "Run it with --crazy now.",
        "Call crazy() there.",
        "See `crazy` there.",
        "Open src/crazy/a.py there.",
        "Set crazy=1 there.",
        "Ask @crazy there.",
        "See https://example.org/crazy there.",
        "```\ncrazy\n```",
    ],
)
@pytest.mark.parametrize("markup", ["markdown", "text"])
def test_code_in_a_text_is_left_alone(text: str, markup: str) -> None:
    if markup == "text" and text.startswith("```"):
        return
    assert not marked(text, markup=markup)


def test_what_people_say_of_themselves_is_theirs() -> None:
    assert not marked("I am disabled, and I work here.", "disabled", category="disability")
    assert not marked("As a disabled man, I work here.", "disabled", category="disability")
    assert marked("He is disabled, and I work here.", "disabled", category="disability")
    assert marked("I am so lame today.", "lame", category="disability")


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("Each developer writes his own tests.", True),
        ("If a user forgets his password, he can reset it.", True),
        ("Everyone must bring his laptop.", True),
        ("The user enters his name.", True),
        ("Omar is a developer who writes his own tests.", False),
        ("The manager said he was late.", False),
        ("My brother asked a doctor, and he was told to rest.", False),
        ("A developer met us yesterday, and he said no.", False),
        ("He writes tests.", False),
    ],
)
def test_a_pronoun_is_marked_where_it_stands_for_anybody(text: str, is_marked: bool) -> None:
    assert marked(text, "he", "his", category="gender", sign=("generic",)) == is_marked


@pytest.mark.parametrize(
    ("sign", "yes", "no"),
    [
        ("nominal", "Help for the crazy is far.", "The crazy spot is far."),
        ("attributive", "The crazy spot is far.", "Help for the crazy is far."),
        ("of_person", "Our manager is so crazy.", "The schedule is so crazy."),
        ("of_thing", "The schedule is so crazy.", "She is crazy."),
        ("address", "Hey crazy, come.", "The crazy ones come."),
        ("lower", "A crazy one.", "At Crazy we work."),
        ("question", "Is it crazy?", "It is crazy."),
        ("sentence_start", "Crazy, that.", "That is crazy."),
        ("whole_sentence", "Crazy!", "Crazy, that."),
        ("predicate", "It is crazy.", "A crazy plan."),
    ],
)
def test_a_sign_tells_two_uses_apart(sign: str, yes: str, no: str) -> None:
    assert marked(yes, sign=(sign,))
    assert not marked(no, sign=(sign,))


@pytest.mark.parametrize(
    ("condition", "phrase", "yes", "no"),
    [
        ("not_before", "double", "A crazy one.", "A double-crazy one."),
        ("not_after", "golf course", "A crazy golf.", "A crazy golf course."),
        ("not_near", "golf", "A crazy man.", "A crazy man plays golf."),
        ("not_in", "like crazy horses", "Like crazy, horses run there: crazy.", "They run like crazy horses."),
        ("needs_before", "so", "It is so crazy.", "It is crazy."),
        ("needs_after", "~ plan", "A crazy new plan.", "A crazy one."),
        ("needs_near", "boss", "My boss is crazy.", "That is crazy."),
    ],
)
def test_a_rule_narrows_itself_by_the_words_around(condition: str, phrase: str, yes: str, no: str) -> None:
    asked: dict[str, Any] = {condition: (phrase,)}
    assert marked(yes, **asked)
    assert not marked(no, **asked)
