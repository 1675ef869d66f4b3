import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.meetings._speech import Speech, in_parts

ASHA, BEN, CARMEN = range(3)
SPEECH = Speech.of(np.array([ASHA, BEN, ASHA]), np.array([1.0, 1.5, 5.0]), np.array([3.0, 9.0, 6.0]), people=3)


@pytest.mark.parametrize(("at", "seconds"), [(0.0, 0.0), (2.0, 1.0), (3.0, 2.0), (4.5, 2.0), (5.25, 2.25), (60.0, 3.0)])
def test_speech_before_a_time_is_what_was_spoken_until_then(at: float, seconds: float) -> None:
    assert SPEECH.until(np.array([at]), np.array([ASHA])).tolist() == [seconds]


def test_each_row_of_everybodys_speech_is_that_of_one_person() -> None:
    assert SPEECH.everybodys_until(np.array([[2.0, 5.5]])).tolist() == [[[1.0, 2.5]], [[0.5, 4.0]], [[0.0, 0.0]]]


def test_a_person_who_said_nothing_has_spoken_for_no_time() -> None:
    assert SPEECH.until(np.array([9.0]), np.array([CARMEN])).tolist() == [0.0]


def test_the_latest_utterance_of_a_person_is_the_last_of_theirs_that_began() -> None:
    begun = SPEECH.begun(np.array([0.5, 1.0, 4.0, 7.0]))
    assert SPEECH.latest[:, begun].tolist() == [[-1, 0, 0, 2], [-1, -1, 1, 1], [-1, -1, -1, -1]]


@given(st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50)), min_size=1, max_size=20), st.data())
def test_speech_grows_by_no_more_than_the_time_that_passes(pieces: list[tuple[int, int]], data: st.DataObject) -> None:
    borders = np.cumsum(np.array(pieces, float).ravel())
    asha = np.zeros(len(pieces), np.intp)
    speech = Speech.of(asha, borders[::2], borders[1::2], people=1)
    earlier, later = sorted(data.draw(st.tuples(st.floats(0, 2000), st.floats(0, 2000))))
    (grown,) = np.diff(speech.until(np.array([earlier, later]), np.array([ASHA])))
    assert -1e-9 <= grown <= later - earlier + 1e-9


@given(st.integers(0, 3000))
def test_moments_that_are_described_in_parts_are_all_described_in_order(moments: int) -> None:
    numbers = np.arange(moments, dtype=np.float64)
    same, double = in_parts(moments, lambda part: [numbers[part], 2 * numbers[part]])
    assert (same.tolist(), double.tolist()) == (numbers.tolist(), (2 * numbers).tolist())
