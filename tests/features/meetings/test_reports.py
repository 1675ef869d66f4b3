"""What a look-back looks like in each form.

The reports in golden/ are what the meeting of build.py gives. After a change that is meant to show, renew them and read
the difference:

    RENEW_GOLDEN=1 .venv/bin/pytest tests/features/meetings/test_reports.py && git diff tests/features/meetings/golden
"""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

import build
from alongside.engines.meetings import LookBack, with_letters
from alongside.meetings.report import Format, render
from alongside.meetings.report.wording import percents

GOLDEN = Path(__file__).parent / "golden"
ENDINGS: dict[Format, str] = {"text": "txt", "markdown": "md", "html": "html"}


@pytest.mark.parametrize("form", ENDINGS)
@pytest.mark.parametrize("names", ["real", "letters"])
def test_a_report_is_as_it_was(form: Format, names: str) -> None:
    look_back = with_letters(build.look_back()) if names == "letters" else build.look_back()
    report = render(look_back, form)
    golden = GOLDEN / f"{names}.{ENDINGS[form]}"
    if os.environ.get("RENEW_GOLDEN"):
        golden.write_text(report, encoding="utf-8")
    assert report == golden.read_text(encoding="utf-8")


def text_of(look_back: LookBack, width: int = 80, **options: bool) -> str:
    return render(look_back, "text", width=width, **options)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_text_keeps_to_the_width_of_the_terminal(width: int) -> None:
    assert max(map(len, text_of(build.look_back(), width).splitlines())) <= width


def test_a_time_after_the_first_hour_stands_clear_of_its_sentence() -> None:
    late = replace(build.look_back().moments[0], at=3800.0)
    assert "  1:03:20  Asha" in text_of(build.look_back(moments=(late,)))


@pytest.mark.parametrize("form", ENDINGS)
def test_what_is_true_of_the_whole_meeting_has_no_time(form: Format) -> None:
    quiet = replace(build.look_back().moments[0], at=7.0, what="never_invited", title="Dara spoke little.", quote="")
    report = render(build.look_back(moments=(quiet,)), form)
    assert "Dara spoke little." in report
    assert "0:07" not in report


def test_text_shows_the_beginning_of_a_long_idea_and_the_page_all_of_it() -> None:
    idea = replace(build.LATER_START, text="Could we start later? " + "Then we could " * 20 + "rest.")
    look_back = build.look_back(proposals=(idea,))
    assert "rest." not in text_of(look_back)
    assert "rest." in render(look_back, "html")


def test_text_says_where_the_moments_are_that_it_leaves_out() -> None:
    shown = build.look_back()
    pointer = "every time that somebody stopped: three in all."
    assert pointer not in text_of(shown, width=100)
    assert pointer in text_of(replace(shown, moments=shown.moments[:1]), width=100)


@pytest.mark.parametrize(
    ("shares", "written"),
    [
        ([0.435, 0.435, 0.13], ["44%", "43%", "13%"]),
        ([1 / 3] * 3, ["34%", "33%", "33%"]),
        ([0.29, 0.71], ["29%", "71%"]),
        ([1.0], ["100%"]),
        ([0.0, 0.0], ["0%", "0%"]),
        ([], []),
    ],
)
def test_shares_add_up_as_written(shares: list[float], written: list[str]) -> None:
    assert list(percents(shares)) == written


def test_text_has_colour_codes_only_where_asked_for() -> None:
    assert "\x1b" not in text_of(build.look_back())
    assert "\x1b[1mThe numbers\x1b[0m" in text_of(build.look_back(), colour=True)


def test_the_numbers_stand_under_one_another_in_every_script() -> None:
    people = (build.speaker("田中太郎"), build.speaker("Zoe\u0308"), build.speaker("Constantina Papadopoulou-Smith"))
    table = text_of(build.look_back(speakers=people)).split("The numbers")[1].splitlines()
    rows = [line for line in table if "1:00" in line]
    assert rows[2].startswith("  Constantina Papadop…  ")
    place = rows[2].index("1:00")
    # A Chinese character takes two columns, and an accent of its own none.
    assert [row.index("1:00") for row in rows] == [place - 4, place + 1, place]


def test_people_stand_in_the_order_of_first_speech_whatever_their_share() -> None:
    report = text_of(build.look_back())
    table = report[report.index("The numbers") :]
    assert table.index("Ben") < table.index("Asha") < table.index("Carmen") < table.index("Dara")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_meeting_comes_before_anybodys_numbers(form: Format) -> None:
    report = render(build.look_back(), form)
    assert report.index("the floor changed hands") < report.index("45%")


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_what_is_not_sure_is_said_with_possibly(form: Format) -> None:
    report = render(build.look_back(), form)
    assert "Carmen was possibly not finished when Asha began." in report
    assert "Asha was cut off, and Ben had the floor." in report


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_an_echo_is_a_question_with_both_quotes(form: Format) -> None:
    report = " ".join(render(build.look_back(), form).split())
    asked = report.index("Did one idea come twice")
    assert asked < report.index(build.TEXT_REMINDER.text, asked) < report.index(build.SAME_REMINDER.text, asked)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_nothing_is_claimed_of_interruptions_where_the_file_cannot_show_them(form: Format) -> None:
    report = render(build.look_back(timing="starts", interruptions=(), moments=()), form)
    assert "finished" not in report.split("How sure this is")[0]


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_a_meeting_in_which_nothing_was_found_is_reported(form: Format) -> None:
    nothing = dict.fromkeys(("interruptions", "proposals", "echoes", "credits", "invitations", "moments", "limits"), ())
    report = render(build.look_back(**nothing), form)
    assert report
    assert "What matters most" not in report


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_one_person_and_one_word_are_reported(form: Format) -> None:
    alone = build.look_back(
        speakers=(build.speaker("Asha"),),
        utterances=((0, 3.0, 3.0),),
        **dict.fromkeys(("turns", "interruptions", "proposals", "echoes", "credits", "invitations", "moments"), ()),
    )
    assert render(alone, form)


HOSTILE = (
    "\x1b[31m\x1b]0;owned\x07\x9b2J</style><script>alert(1)</script>\u202e"
    "*_`[x](javascript:1)`_* {{ 7|add:7 }} | \ud800\r\nX: 1"
)


def hostile() -> LookBack:
    plain = build.look_back()
    return replace(
        plain,
        source=HOSTILE,
        speakers=(replace(plain.speakers[0], speaker=HOSTILE), *plain.speakers[1:]),
        interruptions=(build.interruption(by=HOSTILE, words_lost=HOSTILE, say=HOSTILE),),
        credits=tuple(replace(credit, text=HOSTILE, to=HOSTILE) for credit in plain.credits),
        moments=tuple(replace(moment, title=HOSTILE, quote=HOSTILE, say=HOSTILE) for moment in plain.moments),
        limits=(HOSTILE,),
        repairs=(HOSTILE,),
    )


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_control_of_a_terminal_or_of_writing_direction_comes_through(form: Format) -> None:
    assert not re.search(
        "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", render(hostile(), form)
    )


def test_json_escapes_what_could_reach_a_terminal() -> None:
    report = render(build.look_back(source=HOSTILE.replace("\ud800", "")), "json")
    assert not re.search("[\x00-\x1f\x80-\x9f\u202a-\u202e]", report)
    assert "\\u001b[31m" in report
    assert "\\u009b2J" in report
    assert "\\u202e" in report


def test_a_page_shows_markup_as_text() -> None:
    report = render(hostile(), "html")
    assert "<script" not in report
    assert report.count("</style>") == 1
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in report
    assert "{{ 7|add:7 }}" in report


def test_markdown_shows_markup_as_text() -> None:
    report = render(hostile(), "markdown")
    assert r"\<script\>alert(1)\</script\>" in report
    assert r"\*\_\`\[x\](javascript:1)\`\_\*" in report
    assert not re.search(r"^X: 1", report, re.MULTILINE)


def test_a_page_allows_its_one_style_and_nothing_else() -> None:
    report = render(build.look_back(), "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', report)
    assert policy
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'", policy[1]
    )
    assert not re.search(r"<script|<link|<img|<iframe|\sstyle=|\son\w+=|@import|url\(|https?://", report)


def test_every_mark_of_the_picture_leads_to_its_moment() -> None:
    report = render(build.look_back(), "html")
    marks = re.findall(r'href="#(moment-\d+)"', report)
    assert len(marks) == 8
    assert set(marks) == set(re.findall(r'id="(moment-\d+)"', report))
