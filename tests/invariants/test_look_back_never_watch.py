"""Meetings are looked back on, never watched: the command keeps nothing and tells nobody.

The command runs in an empty home, with a hook on everything that Python opens; afterwards the home is looked at.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "src/alongside/samples"
TRANSCRIPTS = [SAMPLES / "planning-meeting.vtt", SAMPLES / "planning-meeting.json"]
FORMATS = ["text", "json", "html", "markdown"]

_WATCHED = """
import json, os, sys

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGING = ("os.mkdir", "os.rename", "os.link", "os.symlink", "sqlite3.connect", "shutil.", "tempfile.")
LEAVING = ("socket.", "http.", "urllib.", "smtplib.", "ftplib.", "subprocess.", "os.system", "os.exec")
written, left = [], []

def hook(event, args):
    if event == "open" and isinstance(args[2], int) and args[2] & WRITING:
        written.append(str(args[0]))
    elif event.startswith(CHANGING):
        written.append(event)
    elif event.startswith(LEAVING):
        left.append(event)

sys.addaudithook(hook)
try:
    {run}
finally:
    sys.stdout.flush()
    print(json.dumps([written, left]), file=sys.stderr)
"""
_COMMAND = "from alongside.cli import main; sys.argv[0] = 'alongside'; main()"


@dataclass(frozen=True)
class Run:
    printed: str
    written: list[str]
    left: list[str]


def watch(home: Path, *arguments: str, run: str = _COMMAND) -> Run:
    places = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    ended = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", _WATCHED.replace("{run}", run), *arguments],
        cwd=home,
        env={"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **dict.fromkeys(places, str(home))},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    written, left = json.loads(ended.stderr.splitlines()[-1])
    return Run(ended.stdout, written, left)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("report", FORMATS)
@pytest.mark.parametrize("transcript", TRANSCRIPTS, ids=lambda path: path.suffix)
def test_the_command_writes_no_file_and_opens_no_connection(tmp_path: Path, transcript: Path, report: str) -> None:
    run = watch(tmp_path, "meeting", str(transcript), "--format", report)
    assert run.printed
    assert not run.written
    assert not run.left
    assert not list(tmp_path.iterdir())


def test_the_command_writes_the_one_file_it_is_asked_for(tmp_path: Path) -> None:
    watch(tmp_path, "meeting", str(TRANSCRIPTS[0]), "--format", "html", "--output", "report.html")
    assert list(everything_in(tmp_path)) == ["report.html"]


def test_a_second_run_knows_nothing_of_the_first(tmp_path: Path) -> None:
    first, second = (watch(tmp_path, "meeting", str(TRANSCRIPTS[0]), "--format", "json") for _ in range(2))
    assert first == second


def test_the_transcript_is_left_as_it_was(tmp_path: Path) -> None:
    copy = tmp_path / "meeting.vtt"
    copy.write_bytes(TRANSCRIPTS[0].read_bytes())
    before = everything_in(tmp_path)
    watch(tmp_path, "meeting", "meeting.vtt")
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize(
    "keeps", ["open('history', 'a')", "import os; os.mkdir('cache')", "import sqlite3; sqlite3.connect('x')"]
)
def test_keeping_something_would_be_seen(tmp_path: Path, keeps: str) -> None:
    assert watch(tmp_path, run=keeps).written


@pytest.mark.parametrize("tells", ["import socket; socket.socket()", "import subprocess; subprocess.run(['true'])"])
def test_telling_somebody_would_be_seen(tmp_path: Path, tells: str) -> None:
    assert watch(tmp_path, run=tells).left
