import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.meetings._trees import Trees, probability

ONE_TREE = {
    "features": ["pause", "words"],
    "intercept": -1.0,
    "trees": [
        {
            "ask": [["pause", 0.5], ["words", 3.0], ["pause", 2.0]],
            "answers": [0.0, 1.0, 10.0, 11.0, 100.0, 101.0, 110.0, 111.0],
        }
    ],
}


def test_the_three_answers_pick_one_of_eight_outcomes() -> None:
    columns = {"words": np.array([1.0, 9.0, 9.0]), "pause": np.array([0.0, 1.0, 3.0])}
    assert Trees.of(ONE_TREE).score(columns).tolist() == [-1.0, 10.0, 110.0]


def test_a_number_equal_to_the_one_asked_about_is_not_greater() -> None:
    assert Trees.of(ONE_TREE).score({"words": np.array([3.0]), "pause": np.array([0.5])}).tolist() == [-1.0]


def test_no_rows_give_no_scores() -> None:
    assert Trees.of(ONE_TREE).score({"words": np.empty(0), "pause": np.empty(0)}).tolist() == []


@given(st.lists(st.tuples(st.floats(0, 5), st.floats(0, 5)), min_size=1, max_size=40))
def test_a_row_is_scored_the_same_alone_and_among_others(rows: list[tuple[float, float]]) -> None:
    trees = Trees.of({**ONE_TREE, "trees": ONE_TREE["trees"] * 3})  # type: ignore[operator]
    pause, words = (np.array(column) for column in zip(*rows, strict=True))
    together = trees.score({"pause": pause, "words": words})
    alone = [float(trees.score({"pause": pause[[row]], "words": words[[row]]})[0]) for row in range(len(rows))]
    assert together.tolist() == alone


def test_calibration_is_a_straight_line_through_the_log_odds() -> None:
    assert probability(np.array([0.0]), (1.0, 0.0)).tolist() == [0.5]
    assert probability(np.array([2.0]), (0.5, -1.0)).tolist() == [0.5]
