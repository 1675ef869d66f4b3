"""Hints for a draft that puts a mistake right."""

from dataclasses import replace

import pytest

from alongside.engines import practice

GOOD = practice.Repair(
    impact="You had to explain your own work again in front of everyone.",
    happened="I showed the plan on Monday without your name.",
    apology="I am sorry that I left you out.",
    change="Your name is on page one now, and I send slides round before.",
    checks="Ben looks at the slides each Friday.",
)


def test_a_draft_that_begins_with_the_other_person_gets_no_hint() -> None:
    assert practice.hints(GOOD) == ()


@pytest.mark.parametrize(
    ("apology", "hint"),
    [
        ("I didn't mean to leave you out.", "intent_first"),
        ("I never meant it that way. I am sorry.", "intent_first"),
        ("It was just a joke.", "intent_first"),
        ("I’m not a racist.", "intent_first"),
        ("I am sorry, but you were not in the room.", "but"),
        ("I apologise. I am sorry if I hurt you.", "if"),
        ("I regret any offence.", "if"),
        ("I am sorry that mistakes were made.", "nobody_did_it"),
        ("I am sorry. Please forgive me.", "asks_for_forgiveness"),
    ],
)
def test_what_weakens_an_apology_gets_a_hint(apology: str, hint: str) -> None:
    assert hint in practice.hints(replace(GOOD, apology=apology))


def test_what_one_meant_is_seen_in_the_impact_too_where_it_stands_first() -> None:
    assert practice.hints(replace(GOOD, impact="I only wanted to help. You had to start anew.")) == ("intent_first",)
    assert practice.hints(replace(GOOD, impact="You had to start anew. I only wanted to help.")) == ()


def test_a_long_draft_takes_no_long_time() -> None:
    hostile = "sorry " * 50_000
    assert practice.hints(replace(GOOD, apology=hostile)) == ()
