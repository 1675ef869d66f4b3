"""Whoever writes can say in the text that something is right as it is, with a reason."""

import pytest

from alongside.engines.writing._finding import Finding
from alongside.engines.writing._ignoring import NO_REASON, comment, not_ignored


def guys(text: str) -> list[Finding]:
    starts = [start for start in range(len(text)) if text.startswith("guys", start)]
    return [
        Finding(start, start + 4, "guys", "gender.guys", "gender", "term", "avoid", "Why.")
        for start in starts
        if "alongside" not in text[text.rfind("\n", 0, start) + 1 : start]
    ]


def left(text: str) -> list[int]:
    return [text.count("\n", 0, one.start) + 1 for one in not_ignored(guys(text), text) if one.rule == "gender.guys"]


@pytest.mark.parametrize("what", ["gender.guys", "gender", "guys", "race, gender.guys", "all"])
def test_a_comment_frees_the_next_paragraph_and_no_other(what: str) -> None:
    assert left(f"guys\n\n<!-- alongside ignore {what}: our band -->\n\nguys guys\nguys\n\nguys\n") == [1, 8]


@pytest.mark.parametrize(
    "line",
    [
        "<!-- alongside ignore gender.guys: our band -->",
        ".. alongside ignore gender.guys: our band",
        "# alongside ignore gender.guys: our band",
        "    // alongside ignore gender.guys: our band",
        "/* alongside ignore gender.guys: our band */",
        "[alongside ignore gender.guys: our band]",
        "{# alongside ignore gender.guys: our band #}",
    ],
)
def test_a_comment_of_any_markup_will_do(line: str) -> None:
    assert left(f"{line}\r\nguys\r\n\r\nguys") == [4]


def test_in_a_program_a_comment_is_for_the_next_line() -> None:
    assert left("# alongside ignore gender.guys: our band\nguys\nguys\n") == [3]


def test_a_paragraph_after_a_comment_may_be_the_last() -> None:
    assert left("<!-- alongside ignore guys: our band -->\nguys\nguys") == []
    assert left("<!-- alongside ignore guys: our band -->") == []


def test_a_comment_after_words_frees_their_line_only() -> None:
    assert left("Hey guys <!-- alongside ignore guys: our band -->\nguys") == [2]
    assert left("x = guys  # alongside ignore guys: our band\nguys") == [2]


def test_a_stretch_is_free_from_off_to_on() -> None:
    assert left("guys\n<!-- alongside off gender: the law of 1975 -->\nguys\nguys\n<!-- alongside on -->\nguys") == [
        1,
        6,
    ]


def test_off_holds_to_the_end_where_nothing_ends_it() -> None:
    assert left("guys\n<!-- alongside off gender: the law of 1975 -->\nguys\n") == [1]


def test_another_rule_is_not_freed() -> None:
    assert left("<!-- alongside ignore race: a reason -->\nguys") == [2]


@pytest.mark.parametrize("ending", [" -->", ": -->", ":  -->", ": say why -->"])
def test_without_a_reason_nothing_is_free_and_that_is_said(ending: str) -> None:
    text = f"<!-- alongside ignore gender.guys{ending}\nguys"
    assert left(text) == [2]
    (said,) = (one for one in not_ignored(guys(text), text) if one.rule == NO_REASON)
    assert said.text == text[said.start : said.end] == "alongside ignore gender.guys"


def test_prose_that_speaks_of_it_is_no_comment() -> None:
    assert left("Write `# alongside ignore guys: a reason` before it.\nguys") == [2]
    assert left("Write `<!-- alongside ignore guys` before it.\nguys") == [2]
    assert left("You can write alongside ignore guys: a reason\nguys") == [2]


def test_a_long_line_without_an_end_takes_no_longer_than_its_length() -> None:
    assert left("alongside ignore " * 60_000 + "\nguys") == [2]


@pytest.mark.parametrize("markup", ["markdown", "html", "text", "rst", "code:python", "yaml"])
def test_the_comment_that_an_editor_puts_in_asks_for_a_reason_until_it_has_one(markup: str) -> None:
    line = (
        f"# guys {comment('gender.guys', markup)}" if markup != "rst" else f"{comment('gender.guys', markup)}\n\nguys"
    )
    assert any(one.rule == NO_REASON for one in not_ignored(guys(line), line))
    said = line.replace("say why", "our band")
    assert not not_ignored(guys(said), said)
