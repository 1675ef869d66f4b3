"""What sums of published sets reach, against exact fractions."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import rank, reached_sets

from alongside.engines.release._cancelling import fewest_that_cancel
from alongside.engines.release._spans import Span

PEOPLE = 8
SETS = st.lists(
    st.lists(st.integers(0, 1), min_size=PEOPLE, max_size=PEOPLE).filter(lambda row: sum(row) > 3),
    min_size=1,
    max_size=6,
)


def shown_one_by_one(rows: list[list[int]], k: int, *, sets_only: bool) -> list[list[int]]:
    """The sets that are taken in, each asked for first."""
    span = Span(PEOPLE, k, sets_only=sets_only)
    taken = []
    for row in rows:
        if not span.would_expose(np.array(row, dtype=float)):
            span.add(np.array(row, dtype=float))
            taken.append(row)
    return taken


@settings(max_examples=15, deadline=None, derandomize=True)
@given(SETS)
def test_a_set_is_refused_if_and_only_if_sums_would_count_fewer_than_k(rows: list[list[int]]) -> None:
    taken = shown_one_by_one(rows, 4, sets_only=True)
    assert not taken or not reached_sets(taken, 4)
    so_far: list[list[int]] = []
    for row in rows:
        if row in taken:
            so_far.append(row)
        else:
            assert reached_sets([*so_far, row], 4)


@settings(max_examples=15, deadline=None, derandomize=True)
@given(SETS)
def test_no_difference_that_is_reached_is_about_fewer_than_k(rows: list[list[int]]) -> None:
    taken = shown_one_by_one(rows, 3, sets_only=False)
    # A sum that is zero but for two people is there if without these two the rank is lower.
    for first in range(PEOPLE):
        for second in range(first, PEOPLE):
            others = [column for column in range(PEOPLE) if column not in {first, second}]
            assert not taken or rank([[row[column] for column in others] for row in taken]) == rank(taken)


def test_a_tracker_is_found() -> None:
    # All men, and all but one woman: by Denning and Denning (1979) the women's figure then tells of her.
    span = Span(8, 3, sets_only=True)
    span.add(np.ones(8))
    span.add(np.array([1.0, 1, 1, 1, 0, 0, 0, 0]))
    assert span.would_expose(np.array([0.0, 0, 0, 0, 1, 1, 1, 0])) == 1


@pytest.mark.parametrize("size", [2, 3, 4, 5, 6])
def test_the_smallest_set_that_cancels_is_found(size: int) -> None:
    values = np.column_stack([np.sqrt(np.arange(2.0, 22.0)), np.cbrt(np.arange(2.0, 22.0))])
    values[size - 1] = -values[: size - 1].sum(axis=0)
    assert fewest_that_cancel(values, 6) == size
    assert fewest_that_cancel(values, size - 1) == 0
