"""A transcript from outside is read in a process that may break, and that can do little else."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alongside.meetings import parsing, reading
from alongside.meetings.parsing import AFTER, BEFORE, answer_to
from alongside.meetings.reading import TOO_MUCH, read_apart
from looking_back import SAMPLE


def child(lines: str) -> "subprocess.CompletedProcess[bytes]":
    """Run lines after the limits have been set."""
    code = f"from alongside.meetings import parsing; parsing._give_up_rights()\n{lines}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)  # noqa: S603 - our own lines


def test_it_answers_with_the_parts_of_a_page() -> None:
    answer = read_apart(SAMPLE.read_bytes(), 5)["look_back"]
    assert len(answer["highlights"]) == 3
    assert [row["person"] for row in answer["rows"]] == [f"{BEFORE}{letter}{AFTER}" for letter in "ABCDE"]
    assert "Maya" not in json.dumps(answer)


def test_a_refusal_is_the_readers_own() -> None:
    assert "Your file: it is empty" in read_apart(b"", 5)["refusal"]


def test_it_cannot_take_more_memory_than_it_may() -> None:
    assert b"MemoryError" in child("bytearray(2 << 30)").stderr


def test_it_cannot_write_a_file(tmp_path: Path) -> None:
    file = tmp_path / "left"
    assert b"File too large" in child(f"with open({str(file)!r}, 'w') as file: file.write('words')").stderr
    assert not file.read_bytes()


def test_a_child_that_dies_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert read_apart(b"anything", 5) == TOO_MUCH


def test_a_child_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "SECONDS", 0.2)
    started = time.monotonic()
    assert read_apart(SAMPLE.read_bytes() * 40, 500) == TOO_MUCH
    assert time.monotonic() - started < 10


def test_the_child_knows_nothing_of_the_workers_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, str] = {}
    monkeypatch.setenv("ALONGSIDE_SECRET_KEY", "for the worker only")

    def run(*_command: object, env: dict[str, str], **_options: object) -> "subprocess.CompletedProcess[bytes]":
        seen.update(env)
        return subprocess.CompletedProcess([], 0, b'{"refusal": ""}')

    monkeypatch.setattr(subprocess, "run", run)
    read_apart(b"", 1)
    assert seen
    assert "for the worker only" not in seen.values()


@pytest.mark.parametrize(
    "text",
    [
        b"\x00" * 1000,
        b"PK\x03\x04" + b"\xff" * 500,
        b"[" * 100_000,
        b"WEBVTT\n\n" + b"00:00:01.000 --> 00:00:02.000\n<v A>x\n\n" * 100_001,
        b"<v " + b"x" * 1_000_000,
    ],
    ids=["nothing", "no zip", "deep", "too many cues", "one line"],
)
def test_what_is_made_to_break_a_reader_gets_an_answer(text: bytes) -> None:
    answer = read_apart(text, 50)
    assert answer.get("refusal") or answer == TOO_MUCH


def test_letters_that_a_file_brings_along_mark_nobody() -> None:
    text = SAMPLE.read_bytes().replace(b"text message", f"{BEFORE}Z{AFTER} <b>bold</b>".encode())
    assert answer_to(text, 5)["look_back"]


def test_more_bytes_than_are_allowed_are_refused() -> None:
    assert "larger than" in answer_to(b"x" * (parsing.MOST_BYTES + 1), 5)["refusal"]
