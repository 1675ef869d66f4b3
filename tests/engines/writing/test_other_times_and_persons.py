"""Words that are fair because of what a text is about: another time, a law, one known person, a list of words."""

import pytest

from alongside.engines import writing


def rules_in(text: str) -> list[str]:
    return [finding.rule for finding in writing.check(text) if finding.kind == "term"]


@pytest.mark.parametrize(
    ("fair", "marked"),
    [
        ("In 1879 a home for crippled children was opened.", "A home for crippled children was opened."),
        ("Her husband, a fireman, was there.", "A fireman was there."),
        ("A spokesman for the club, Bill Hunt, was there.", "A spokesman for the club was there."),
        ("The chairman of the panel is named under section 4.", "The chairman of the panel is named on page 4."),
        ("One manager told her to stay.", "Every manager brings her lunch."),
        ("As a student she often wrote for the paper.", "A student must bring her own laptop."),
        ("| Do not write | Write |\n|---|---|\n| chairman | chair |", "| Role | Name |\n|---|---|\n| chairman | Ana |"),
        ("Avoid: crazy, insane, the disabled.", "We had a crazy week."),
    ],
)
def test_what_a_text_is_about_makes_a_word_fair(fair: str, marked: str) -> None:
    assert rules_in(fair) == []
    assert rules_in(marked) != []


@pytest.mark.parametrize(
    "text",
    [
        "<p>Hey guys</p>",
        "<p>The <b>salesman</b> came.</p>",
        '<p>Your <a href="/m">handbook</a> is online. <em>Obviously</em>, you need a badge.</p>',
        "<ul><li>Chairman: vacant</li></ul>",
    ],
)
def test_a_tag_beside_a_word_makes_it_neither_code_nor_a_quotation(text: str) -> None:
    assert [finding.kind for finding in writing.check(text, markup="html")] == ["term"]


def test_what_a_page_quotes_or_shows_as_code_is_left_alone() -> None:
    shown = "<p>Use <code>slave</code> as in <q>hey guys</q>.</p>\n<blockquote><p>Hey guys</p></blockquote>"
    assert writing.check(shown, markup="html") == []
