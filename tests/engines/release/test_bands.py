from random import Random

import pytest

from alongside.engines.release._bands import answers_in_words, bands, draw_band, label, points

SIZES = [5, 6, 7, 8, 11, 12, 20, 49, 50, 51, 63, 100, 1001]


@pytest.mark.parametrize("people", SIZES)
def test_a_band_leaves_three_counts_or_more_and_spans_twenty_points(people: int) -> None:
    for low, high in bands(people):
        assert high - low >= 2
        assert high - low <= max(2, people / 5 + 1)


@pytest.mark.parametrize("people", SIZES)
def test_every_count_has_a_band_and_no_band_tells_all_or_nobody(people: int) -> None:
    there = bands(people)
    assert all(any(low <= count <= high for low, high in there) for count in range(people + 1))
    assert (there[0][0], there[-1][1]) == (0, people)
    assert all(high >= 2 and low <= people - 2 for low, high in there)


@pytest.mark.parametrize("people", [5, 9, 30, 50, 77])
def test_each_band_that_holds_the_count_can_be_drawn(people: int) -> None:
    dice = Random(3)  # noqa: S311 - to be drawn again
    for count in range(people + 1):
        fitting = {band for band in bands(people) if band[0] <= count <= band[1]}
        assert {draw_band(count, people, dice) for _ in range(200)} == fitting


@pytest.mark.parametrize("people", SIZES)
def test_what_readers_see_allows_every_count_that_the_band_allows(people: int) -> None:
    for low, high in bands(people):
        from_, to = points((low, high), people)
        assert from_ * people <= 100 * low
        assert 100 * high <= to * people
        assert (from_ % 10, to % 10) == (0, 0)


def test_labels_go_from_few_to_nearly_all() -> None:
    assert [label(band, 20) for band in ((0, 4), (4, 8), (8, 12), (12, 16), (16, 20))] == [
        "few", "some", "half", "most", "nearly_all",
    ]  # fmt: skip


def test_the_number_of_answers_is_a_band_too() -> None:
    assert [answers_in_words(people, 5) for people in (5, 7, 8, 12, 20, 50)] == [
        "5-7", "5-7", "8-11", "12-19", "20-49", "50+",
    ]  # fmt: skip
