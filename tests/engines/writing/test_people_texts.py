"""The texts about colleagues, most of them older than the code: what is found in them, and what is left alone."""

import pytest
from _pytest.mark import ParameterSet

from people_texts import HERE, Text, texts

EVERY = [*texts(), *texts(HERE / "people_more.toml")]
# What goes wrong today and is known to; a text that comes right leaves this list, which the tests ask for.
KNOWN_TO_GO_WRONG = {
    "- **Eli Navarro**: she will draft the proposal",  # in a chat this is who speaks, so we are silent
    "Big Ben is tall. She climbed it.",
    "Omar's car broke down; she needs a new battery.",
}


def cases(*, flagged: bool) -> list[ParameterSet]:
    marks = [pytest.mark.xfail(strict=True)]
    return [
        pytest.param(one, marks=marks if one.text in KNOWN_TO_GO_WRONG else [], id=one.text[:60])
        for one in EVERY
        if bool(one.marked) == flagged
    ]


@pytest.mark.parametrize("one", cases(flagged=True))
def test_what_is_wrong_about_a_colleague_is_found_with_right_words(one: Text) -> None:
    found = {(finding.start, finding.end): finding for finding in one.findings()}
    assert list(found) == [(mark.start, mark.end) for mark in one.marked]
    for mark in one.marked:
        finding = found[mark.start, mark.end]
        assert finding.text == one.text[mark.start : mark.end]
        assert set(mark.right) <= set(finding.alternatives)


@pytest.mark.parametrize("one", cases(flagged=False))
def test_a_text_that_is_right_or_unclear_is_left_alone(one: Text) -> None:
    assert one.findings() == []


def test_there_are_as_many_texts_of_both_kinds_as_were_promised() -> None:
    flagged = sum(bool(one.marked) for one in EVERY)
    assert len(EVERY) >= 230
    assert flagged >= 115
    assert len(EVERY) - flagged >= 115
    assert {one.text for one in EVERY} >= KNOWN_TO_GO_WRONG
