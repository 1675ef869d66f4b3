"""A check as its callers meet it: offsets, order, the same for the same, and a cost in line with the text."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines import writing
from alongside.engines.writing._rules import Rules

PARAGRAPHS = (
    "Hey guys, the blacklist is crazy.",
    "Our chairman said 'this is insane', twice.",
    "- Each user enters his password.\n- You don't look disabled!",
    "```\nguys crazy he\n```",
    "| crazy | plan |\n|---|---|\n| the guys | are here |",
    "> José’s plan — naïve “crazy” 😀 crazy",
    "Nothing at all.",
    "# Confined to\n\na wheelchair, he is wheelchair‑bound",
)
TERMS = Rules(kinds=frozenset({"term"}))


def parts(text: str) -> list[tuple[str, str]]:
    return [(one.rule, one.text) for one in writing.check(text, rules=TERMS)]


@given(st.lists(st.sampled_from(PARAGRAPHS), max_size=6).map("\n\n".join))
def test_offsets_cut_out_the_words_that_are_named_in_order_and_apart(text: str) -> None:
    found = writing.check(text, rules=TERMS)
    assert all(text[one.start : one.end] == one.text != "" for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=5), st.integers(0, 5))
def test_a_paragraph_beside_others_is_judged_as_it_is_alone(paragraphs: list[str], place: int) -> None:
    more = [*paragraphs[:place], "Nothing more to say here.", *paragraphs[place:]]
    assert parts("\n\n".join(more)) == parts("\n\n".join(paragraphs))


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_is_checked_and_twice_the_same(text: str) -> None:
    assert writing.check(text) == writing.check(text)


@given(st.sampled_from(PARAGRAPHS))
def test_words_in_code_and_addresses_are_never_marked(text: str) -> None:
    one_line = text.replace("\n", " ").replace("`", "")
    assert parts(f"```\n{one_line}\n```") == []
    assert parts(f"See https://example.org/{one_line.replace(' ', '/')} there.") == []


def test_a_finding_says_all_that_a_reader_needs() -> None:
    (one,) = writing.check("We need a new chairman.", markup="text")
    assert (one.text, one.start, one.end) == ("chairman", 14, 22)
    assert (one.rule, one.category, one.kind, one.strength) == ("gender.chairman", "gender", "term", "avoid")
    assert one.alternatives[0] == "chair"
    assert one.why
    assert one.source
    assert one.person is None


@pytest.mark.parametrize(("text", "offered"), [("The chairmen met.", "chairs"), ("Chairman needed.", "Chair")])
def test_an_alternative_fits_where_the_words_stand(text: str, offered: str) -> None:
    (one,) = writing.check(text)
    assert one.alternatives[0] == offered


HOSTILE = {
    "backticks": "` ",
    "fences": "```\n",
    "comments": "<!-- ",
    "tags": '<a b="',
    "targets": "[a](",
    "brackets": "](",
    "formulas": "$a ",
    "addresses": "a@b.",
    "handles": "a@",
    "paths": "a/",
    "quotation marks": '"crazy ',
    "apostrophes": "'crazy ",
    "full stops": ".",
    "spaces": ". ",
    "a word": "crazy ",
    "lines": "crazy\n",
    "items": "- crazy\n",
    "block quotations": "> ",
    "nested items": "- ",
    "rows": "| crazy |\n",
    "emphasis": "*crazy* _crazy_ ",
    "half a phrase": "confined to a ",
    "half a remark": "you don't look ",
    "pronouns": "each developer he ",
    "talk of words": "the word ",
    "capitals": "Crazy ",
    "one long word": "a",
    "letters outside ASCII": "é",
    "indented code": "\n\n    crazy",
}


def seconds(text: str, markup: str) -> float:
    start = process_time()
    writing.check(text, markup=markup, rules=TERMS)
    return process_time() - start


@pytest.mark.parametrize("markup", ["markdown", "html"])
@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_costs_about_four_times_as_much(name: str, markup: str) -> None:
    small = (HOSTILE[name] * 2_000)[:2_000]
    once = seconds(small, markup)
    assert seconds(small * 4, markup) < 10 * max(once, 0.02)
