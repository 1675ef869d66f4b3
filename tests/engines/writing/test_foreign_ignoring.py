"""A text that tells another checker to leave something is obeyed here too."""

import pytest

from alongside.engines import writing
from alongside.engines.writing._rules import Rules

TERMS = Rules(kinds=frozenset({"term"}))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<!--alex ignore crazy-->\n\nA crazy plan.\n\nA crazy day.\n", ["day"]),
        ("<!-- alex ignore insane -->\n\nA crazy plan.\n", ["plan"]),
        ("<!--alex disable-->\n\nA crazy plan.\n\n<!--alex enable-->\n\nA crazy day.\n", ["day"]),
        ("<!-- vale off -->\n\nA crazy plan.\n\n<!-- vale on -->\n\nA crazy day.\n", ["day"]),
        ("<!-- vale off -->\n\nA crazy plan.\n\nA crazy day.\n", []),
        ("<!-- wokeignore:rule=crazy -->\nA crazy plan.\n\nA crazy day.\n", ["day"]),
        ("We read vale off the map.\n\nA crazy day.\n", ["day"]),
    ],
)
def test_what_another_checker_is_told_to_leave_is_left(text: str, left: list[str]) -> None:
    assert [text[one.end :].split(".", maxsplit=1)[0].strip() for one in writing.check(text, rules=TERMS)] == left
