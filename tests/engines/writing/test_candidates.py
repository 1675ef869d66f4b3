"""A word is looked into only where the words of its phrase are, and no place where a phrase stands is passed over."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.writing._candidates import Candidate, candidates
from alongside.engines.writing._judging import judged
from alongside.engines.writing._page import Page
from alongside.engines.writing._scan import flattened
from alongside.engines.writing._terms import findings_by
from alongside.engines.writing._written import book_of, rules_in

WRITTEN = """
[[rule]]
id = "gender.said"
strength = "consider"
terms = ["hey (guys|good men)", "(old|dear) guys", "guys ~ club", "don't guys aren't", "café guys[,] they", "guy",
  "the lads", "of the blokes"]
alternatives = ["all"]
why = "A test."
"""
BOOK = book_of(rules_in(WRITTEN))


def places(text: str) -> list[int]:
    return [candidate.offset for candidate in candidates(BOOK, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The guys are here, guys are.", []),
        ("Hey,\n  guys. Hey you guys.", [0]),
        ("😀 Dear guys, dear men", [7]),
        ("Guys. It is no club. A guy.", [0, 23]),
        ("The club of guys.", []),
        (f"Guys {'and ' * 50}club", []),
        ("é, a GUY", [5]),
        ("Lads, the lads", [10]),
        ("The blokes; all of the blokes", [23]),
    ],
    ids=[
        "no neighbours",
        "before",
        "after an emoji",
        "further on",
        "the wrong way round",
        "too far",
        "by itself",
        "only after",
        "further up",
    ],
)
def test_a_word_is_looked_into_where_the_words_of_its_phrase_stand(text: str, found: list[int]) -> None:
    assert places(text) == found


PIECES = st.sampled_from(
    [
        "hey",
        "guys",
        "good",
        "men",
        "old",
        "dear",
        "club",
        "don't",
        "don’t",
        "aren't",
        "café",
        "they",
        "guy",
        "a",
        ",",
        "*",
    ]
)


def without_a_look_around(text: str) -> list[Candidate]:
    raw = text.encode()
    hits = BOOK.scanner.find(flattened(raw))
    return sorted(Candidate(len(raw[:start].decode()), BOOK.watch(number).uses) for number, start, _ in hits)


@given(
    st.lists(
        st.sampled_from("hey guys good men old dear club don't don’t aren't café they guy a , *".split()), max_size=9
    )
)
def test_no_place_of_a_phrase_is_passed_over(words: list[str]) -> None:
    page = Page(" ".join(words), "text", "en-GB")
    assert findings_by(BOOK, page) == judged(page, without_a_look_around(page.source), frozenset())
