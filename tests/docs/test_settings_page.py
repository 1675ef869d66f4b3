"""Every setting stands on its page, and the page names none that is not there."""

import re
from pathlib import Path

import alongside.settings

PAGE = (Path(__file__).resolve().parents[2] / "docs/run/settings.md").read_text(encoding="utf-8")


def test_every_setting_has_a_row_that_says_what_it_is_and_what_happens_without_it() -> None:
    rows = re.findall(r"^\| `(ALONGSIDE_\w+)` \| (.+) \| ?(.*) ?\|$", PAGE, re.MULTILINE)
    assert {name for name, *_ in rows} == alongside.settings._env.asked
    assert all(len(says) > 8 for _, says, _ in rows)


def test_the_page_names_no_setting_that_is_not_there() -> None:
    named = {name.removesuffix("_FILE") for name in re.findall(r"ALONGSIDE_\w+", PAGE)}
    assert named <= alongside.settings._env.asked
