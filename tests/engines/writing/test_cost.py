"""A text that is twice as long takes about twice the time, whatever is in it."""

import time

import pytest

from alongside.engines.writing import check

LINE = "Hey guys, look at the blacklist of each man who said so.\n"


def seconds(text: str) -> float:
    start = time.process_time()
    check(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "text",
    [LINE * 60, LINE.strip() * 60, f"- {LINE}" * 60, f"> {LINE}" * 60, f"{LINE}\n" * 60, "guys " * 500],
    ids=["one paragraph", "one line", "a list", "a quotation", "paragraphs", "one word"],
)
def test_the_cost_of_a_text_grows_with_its_length_only(text: str) -> None:
    check(text)
    once = min(seconds(text) for _ in range(2))
    # Sixteen times the time for four times the text would be a square.
    assert seconds(text * 4) < 9 * once + 0.05
