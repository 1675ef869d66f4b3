"""How findings are matched with the marks of the development sets, in the tests and in `benchmarks/writing.py`."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from writing_sets import Case

Span = tuple[int, int]


class Scored(NamedTuple):
    """Of the findings in a text those that are right, of its marks those that were found."""

    right: int
    findings: int
    found: int
    marks: int


class Figures(NamedTuple):
    """Shares between 0 and 1."""

    precision: float
    recall: float
    f1: float


def score(case: Case, spans: Sequence[Span]) -> Scored:
    """Count one text: a finding is right when it touches marked words; those are found when a finding touches them."""
    marks = [(mark.start, mark.end) for mark in case.marked]
    right = sum(any(touch(mark, span) for mark in marks) for span in spans)
    found = sum(any(touch(mark, span) for span in spans) for mark in marks)
    return Scored(right, len(spans), found, len(marks))


def found_by_category(cases: Sequence[Case], found: Sequence[Sequence[Span]]) -> dict[str, list[bool]]:
    """For each category, whether each of its marks was found."""
    by_category: dict[str, list[bool]] = {}
    for case, spans in zip(cases, found, strict=True):
        for mark in case.marked:
            hit = any(touch((mark.start, mark.end), span) for span in spans)
            by_category.setdefault(mark.category, []).append(hit)
    return dict(sorted(by_category.items()))


def figures(rows: Iterable[Scored]) -> Figures:
    """Work out precision, recall and F1 over texts."""
    right, findings, found, marks = (sum(column) for column in zip(*rows, strict=True))
    precision, recall = right / max(findings, 1), found / max(marks, 1)
    return Figures(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))


def touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
