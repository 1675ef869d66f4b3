"""The page that can be passed on shows letters, also where people call each other by name; names only if asked for."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from alongside.cli import commands

SAMPLE = Path(__file__).resolve().parents[2] / "src/alongside/samples/planning-meeting.vtt"
SPEAKERS = set(re.findall(r"<v ([^>]+)>", SAMPLE.read_text(encoding="utf-8")))
NAMES = {part for name in SPEAKERS for part in name.split()}


def names_shown(*options: str) -> set[str]:
    run = CliRunner().invoke(commands, ["meeting", str(SAMPLE), *options])
    assert run.exit_code == 0, run.output
    return {name for name in NAMES if re.search(rf"\b{name}\b", run.stdout)}


def test_the_sample_has_five_people() -> None:
    assert len(SPEAKERS) == 5


def test_the_page_shows_no_name() -> None:
    assert not names_shown("--format", "html")


def test_the_page_shows_names_when_asked() -> None:
    assert names_shown("--format", "html", "--names", "real") >= {"Maya", "Linh"}


@pytest.mark.parametrize("report", ["text", "json", "markdown"])
def test_no_report_shows_a_name_with_letters_asked_for(report: str) -> None:
    assert not names_shown("--format", report, "--names", "letters")


@pytest.mark.parametrize("report", ["text", "json"])
def test_the_person_at_the_keyboard_sees_names(report: str) -> None:
    assert names_shown("--format", report) >= {"Maya", "Linh"}
