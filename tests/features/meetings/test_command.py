"""`alongside meeting` as a person at a terminal or a script meets it."""

import json
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from alongside.cli import commands
from alongside.engines.meetings import LookBack, Transcript, look_back

VTT = """WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Asha>What if we sent a text the day before?</v>

2
00:00:06.000 --> 00:00:09.000
<v Ben>So the next thing is the posters.</v>

3
00:00:09.500 --> 00:00:12.000
<v Asha>Ben, would you show us the posters?</v>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("planning.vtt").write_text(VTT, encoding="utf-8")
    Path("retro.vtt").write_text(VTT.replace("Asha", "Carmen").replace("Ben", "Dara"), encoding="utf-8")
    Path("shopping.txt").write_text("milk\nbread\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(commands, ["meeting", *arguments], input=given)


def names_in(result: Result) -> list[str]:
    return [meeting["file"] for meeting in json.loads(result.stdout)["meetings"]]


@pytest.mark.usefixtures("folder")
def test_the_terminal_shows_the_names_in_the_file() -> None:
    result = run("planning.vtt")
    assert result.exit_code == 0
    assert "A look back at planning.vtt" in result.stdout
    assert "Asha" in result.stdout
    assert not result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html"])
def test_letters_hide_names_in_every_form(form: str) -> None:
    result = run("planning.vtt", "--format", form, "--names", "letters")
    assert result.exit_code == 0
    assert "Asha" not in result.stdout
    assert "Ben" not in result.stdout


@pytest.mark.usefixtures("folder")
def test_the_page_shows_letters_unless_names_are_asked_for() -> None:
    assert "Asha" not in run("planning.vtt", "--format", "html").stdout
    assert "Asha" in run("planning.vtt", "--format", "html", "--names", "real").stdout


@pytest.mark.usefixtures("folder")
def test_json_has_the_fields_that_are_scored() -> None:
    (meeting,) = json.loads(run("planning.vtt", "--format", "json").stdout)["meetings"]
    assert meeting["file"] == "planning.vtt"
    assert {"interruptions", "backchannels", "proposals", "speakers", "moments", "limits"} <= set(meeting)


def test_a_dash_reads_standard_input() -> None:
    assert names_in(run("-", "--format", "json", given=VTT)) == ["-"]


def test_standard_input_can_be_named_once() -> None:
    result = run("-", "-", given=VTT)
    assert result.exit_code == 2
    assert "only once" in result.stderr


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_good_files_are_done_in_their_order_and_bad_ones_told_at_the_end(jobs: str) -> None:
    result = run("retro.vtt", "shopping.txt", "absent.vtt", "planning.vtt", "--format", "json", "--jobs", jobs)
    assert result.exit_code == 2
    assert names_in(result) == ["retro.vtt", "planning.vtt"]
    told = result.stderr.splitlines()
    assert [line.split(":")[0].split(",")[0] for line in told] == ["shopping.txt", "absent.vtt"]


@pytest.mark.usefixtures("folder")
def test_nothing_is_printed_when_no_file_is_good() -> None:
    result = run("shopping.txt", "--format", "json")
    assert result.exit_code == 2
    assert not result.stdout


@pytest.mark.usefixtures("folder")
def test_a_folder_in_place_of_a_file_is_told() -> None:
    Path("archive").mkdir()
    result = run("archive")
    assert result.exit_code == 2
    assert result.stderr.startswith("archive: ")


@pytest.mark.usefixtures("folder")
def test_a_mistake_of_ours_is_owned_and_costs_no_other_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong_once(_: Transcript) -> LookBack:
        monkeypatch.setattr("alongside.cli._archive.look_back", look_back)
        raise ZeroDivisionError

    monkeypatch.setattr("alongside.cli._archive.look_back", wrong_once)
    result = run("planning.vtt", "retro.vtt", "--format", "json")
    assert result.exit_code == 1
    assert names_in(result) == ["retro.vtt"]
    assert "not your fault (ZeroDivisionError: )" in result.stderr


def test_output_goes_to_the_file_whole_and_for_its_owner_only(folder: Path) -> None:
    result = run("planning.vtt", "retro.vtt", "--format", "json", "--output", "all.json")
    assert (result.exit_code, result.stdout) == (0, "")
    report = folder / "all.json"
    assert len(json.loads(report.read_bytes())["meetings"]) == 2
    assert stat.S_IMODE(report.stat().st_mode) == 0o600
    assert {path.name for path in folder.iterdir()} == {"planning.vtt", "retro.vtt", "shopping.txt", "all.json"}


def test_a_report_that_was_there_stays_when_no_file_is_good(folder: Path) -> None:
    (folder / "report.txt").write_text("kept", encoding="utf-8")
    assert run("shopping.txt", "--output", "report.txt").exit_code == 2
    assert (folder / "report.txt").read_text(encoding="utf-8") == "kept"


@pytest.mark.usefixtures("folder")
def test_a_transcript_is_not_written_over() -> None:
    result = run("planning.vtt", "--output", "./planning.vtt")
    assert result.exit_code == 2
    assert Path("planning.vtt").read_text(encoding="utf-8") == VTT


@pytest.mark.usefixtures("folder")
def test_a_place_that_is_not_there_is_told() -> None:
    result = run("planning.vtt", "--output", "nowhere/report.txt")
    assert result.exit_code == 1
    assert "nowhere/report.txt could not be written" in result.stderr


def test_pages_of_several_files_go_to_a_folder_under_names_of_their_own(folder: Path) -> None:
    (folder / "old").mkdir()
    (folder / "old/planning.vtt").write_text(VTT, encoding="utf-8")
    result = run("planning.vtt", "old/planning.vtt", "retro.vtt", "--format", "html", "--output", "pages")
    assert result.exit_code == 0
    assert {path.name for path in (folder / "pages").iterdir()} == {"planning.html", "planning-2.html", "retro.html"}


@pytest.mark.usefixtures("folder")
def test_pages_of_several_files_need_a_folder() -> None:
    result = run("planning.vtt", "retro.vtt", "--format", "html")
    assert result.exit_code == 2
    assert "--output FOLDER" in result.stderr


@pytest.mark.usefixtures("folder")
def test_words_for_a_pair_of_files_are_one_meeting() -> None:
    Path("standup.rttm").write_text(
        "SPEAKER standup 1 0.00 2.00 <NA> <NA> Asha <NA> <NA>\nSPEAKER standup 1 2.50 1.50 <NA> <NA> Ben <NA> <NA>\n",
        encoding="utf-8",
    )
    Path("standup.ctm").write_text(
        "standup 1 0.10 0.40 hello\nstandup 1 0.60 0.40 everyone\nstandup 1 2.60 0.50 morning\n", encoding="utf-8"
    )
    assert len(names_in(run("standup.rttm", "standup.ctm", "planning.vtt", "--format", "json"))) == 2


@pytest.mark.usefixtures("folder")
def test_a_pipe_is_read_though_it_can_be_read_but_once() -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["cp", "planning.vtt", "pipe"]):  # noqa: S607 - cp is where the machine has it
        assert names_in(run("pipe", "--format", "json")) == ["pipe"]


def test_help_promises_what_is_kept() -> None:
    result = run("--help")
    assert "Nothing is kept, and nothing leaves this machine." in " ".join(result.stdout.split())


def program(*arguments: str, python: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Start the command as a shell does, at the head of a process group of its own.

    Tests that run in the background are deaf to Ctrl-C, and so would be what they start.
    """
    hears = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    return subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, *python, "-c", f"{hears}; from alongside.cli import main; main()", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def test_the_version_is_told() -> None:
    with program("--version") as started:
        told, _ = started.communicate()
    assert told.startswith("alongside, version ")


@pytest.mark.usefixtures("folder")
def test_a_closed_pipe_ends_it_without_a_traceback() -> None:
    with program("meeting", *["planning.vtt"] * 100, "--format", "json") as started:
        assert started.stdout
        assert started.stderr
        started.stdout.close()
        assert not started.stderr.read()
    assert started.returncode == 1


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_stops_it_with_130_and_leaves_nothing_half_written(folder: Path, jobs: str) -> None:
    before = set(folder.iterdir())
    many = ["planning.vtt"] * 5000
    with program("meeting", *many, "--format", "json", "--output", "all.json", "--jobs", jobs) as started:
        deadline = time.monotonic() + 20
        while not any(path.stat().st_size for path in set(folder.iterdir()) - before):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        os.killpg(started.pid, signal.SIGINT)
        _, told = started.communicate(timeout=20)
    assert started.returncode == 130
    assert "Traceback" not in told
    assert set(folder.iterdir()) == before


@pytest.mark.usefixtures("folder")
def test_a_small_file_waits_neither_for_the_template_engine_nor_for_workers() -> None:
    with program("meeting", "planning.vtt", python=("-X", "importtime")) as started:
        _, imported = started.communicate()
    assert "numpy" in imported
    assert "django" not in imported
    assert "multiprocessing" not in imported


def test_help_does_not_wait_for_the_engine() -> None:
    with program("meeting", "--help", python=("-X", "importtime")) as started:
        _, imported = started.communicate()
    assert "numpy" not in imported
