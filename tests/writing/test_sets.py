from collections import Counter
from zlib import crc32

import pytest

from writing_sets import HERE, case, documents, sentences

CATEGORIES = {
    "age",
    "body",
    "class",
    "condescension",
    "disability",
    "gender",
    "lgbtq",
    "mental-health",
    "microaggression",
    "origin",
    "race",
    "religion",
    "technology",
    "violence",
}
SETS = {name: sentences(HERE / f"{name}.jsonl") for name in ("flag", "fair", "near")}
EVERY = [*SETS["flag"], *SETS["fair"], *SETS["near"]]


def test_marks_are_taken_out_and_their_words_stand_where_they_say() -> None:
    read = case("a", "gender", "Hi ⟦guys⟧, the ⟦blacklist|technology⟧ is old.", "a.md")
    assert read.text == "Hi guys, the blacklist is old."
    assert [(read.text[mark.start : mark.end], mark.category) for mark in read.marked] == [
        ("guys", "gender"),
        ("blacklist", "technology"),
    ]


@pytest.mark.parametrize("name", SETS)
def test_every_text_has_marked_words_and_no_mark_left_over(name: str) -> None:
    assert [one.id for one in SETS[name] if not one.marked or "⟦" in one.text or "⟧" in one.text] == []


def test_no_text_or_name_is_there_twice() -> None:
    assert len({one.text for one in EVERY}) == len({one.id for one in EVERY}) == len(EVERY)


def test_the_half_that_was_kept_apart_holds_the_other_texts() -> None:
    unseen = [one for name in SETS for one in sentences(HERE / f"unseen_{name}.jsonl")]
    assert [one.id for one in unseen if crc32(one.text.encode()) % 2 == 0] == []
    assert {one.text for one in unseen}.isdisjoint(one.text for one in EVERY)
    assert len(unseen) + len(EVERY) >= 420 + 600 + 150


def test_each_text_is_in_the_half_that_the_rule_says() -> None:
    assert [one.id for one in EVERY if crc32(one.text.encode()) % 2] == []


def test_every_category_is_among_the_sentences() -> None:
    assert {mark.category for one in SETS["flag"] for mark in one.marked} == CATEGORIES
    assert min(Counter(one.group for one in SETS["flag"]).values()) >= 8


def test_the_documents_hold_both_kinds_and_several_markups() -> None:
    read = documents(HERE / "documents")
    assert {one.name.rpartition(".")[2] for one in read} >= {"md", "txt", "html"}
    assert any(one.marked for one in read)
    assert any(not one.marked for one in read)
