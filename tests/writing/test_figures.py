"""What the check reaches on the visible half of the sets: never less than was promised."""

import pytest

from alongside.engines import writing
from writing_scores import Span, figures, found_by_category, score
from writing_sets import HERE, Case, sentences

MARKUPS = {"md": "markdown", "html": "html", "rst": "rst", "txt": "text"}
OPEN_GROUND = ("microaggression", "class", "age", "condescension")
"""Categories of which no other checker finds more than half."""


def spans(case: Case) -> list[Span]:
    markup = MARKUPS.get(case.name.rpartition(".")[2], f"code:{case.name}")
    return [(one.start, one.end) for one in writing.check(case.text, markup=markup) if one.kind == "term"]


@pytest.fixture(scope="module")
def found() -> list[tuple[Case, list[Span]]]:
    return [(case, spans(case)) for case in sentences(HERE / "flag.jsonl")]


def test_sentences_are_found_and_little_else_in_them(found: list[tuple[Case, list[Span]]]) -> None:
    reached = figures(score(case, places) for case, places in found)
    assert reached.precision >= 0.95
    assert reached.recall >= 0.88


@pytest.mark.parametrize("category", OPEN_GROUND)
def test_what_other_checkers_leave_out_is_found(category: str, found: list[tuple[Case, list[Span]]]) -> None:
    cases, places = zip(*found, strict=True)
    hits = found_by_category(cases, places)[category]
    assert sum(hits) / len(hits) >= 0.85


@pytest.mark.parametrize("name", ["fair", "near"])
def test_words_that_are_right_where_they_stand_are_left_alone(name: str) -> None:
    cases = sentences(HERE / f"{name}.jsonl")
    alarms = [case.id for case in cases if spans(case)]
    assert len(alarms) / len(cases) <= 0.05, alarms
