"""The smallest set of numbers that adds up to nothing, by meeting in the middle (Horowitz and Sahni 1974)."""

from functools import lru_cache
from itertools import combinations
from typing import Any

import numpy as np

Numbers = np.ndarray[Any, np.dtype[np.float64]]
Choices = np.ndarray[Any, np.dtype[np.intp]]

_NEAR = 1e-7
_LARGEST_FOR_PAIRS = 400
_LARGEST_FOR_TRIPLES = 80


def fewest_that_cancel(values: Numbers, most: int) -> int:
    """How many rows of `values` the smallest set with sum zero has; 0 if no set of up to `most` rows has it.

    Sets of more than six, or more than four of many rows, are not searched.
    """
    half = 3 if len(values) <= _LARGEST_FOR_TRIPLES else 2 if len(values) <= _LARGEST_FOR_PAIRS else 1
    if (np.abs(values).max(axis=1, initial=0.0) < _NEAR).any():
        return 1
    choices = {size: _choices(len(values), size) for size in range(1, min(half, most) + 1)}
    for size in range(2, min(most, 2 * half) + 1):
        if _some_cancel(values, choices[size // 2], choices[size - size // 2]):
            return size
    return 0


@lru_cache(maxsize=16)
def _choices(people: int, size: int) -> Choices:
    if size == 1:
        return np.arange(people)[:, None]
    if size == 2:
        return np.column_stack(np.triu_indices(people, 1))
    return np.array(list(combinations(range(people), size)), dtype=np.intp).reshape(-1, size)


def _some_cancel(values: Numbers, some: Choices, others: Choices) -> bool:
    here, there = values[some].sum(axis=1), -values[others].sum(axis=1)
    order = np.argsort(there[:, 0])
    sorted_there = there[order, 0]
    first = np.searchsorted(sorted_there, here[:, 0] - _NEAR)
    last = np.searchsorted(sorted_there, here[:, 0] + _NEAR)
    for one in np.flatnonzero(last > first):
        for other in order[first[one] : last[one]]:
            is_apart = not set(some[one].tolist()) & set(others[other].tolist())
            if is_apart and abs(here[one, 1] - there[other, 1]) < _NEAR:
                return True
    return False
