"""Jobs for the tests of the worker, which runs in a process of its own."""

import os
import time
from pathlib import Path

from django_tasks import task

HOME = Path(os.environ["ALONGSIDE_HOME"])


@task()
def note(words: str) -> None:
    with (HOME / "notes").open("a", encoding="utf-8") as notes:
        notes.write(words + "\n")


@task()
def dawdle_once() -> None:
    """Take very long the first time, and no time the second."""
    note.func("began")
    if (HOME / "notes").read_text(encoding="utf-8").count("began") == 1:
        time.sleep(60)
    note.func("ended")


@task()
def quote_and_fail() -> None:
    quoted = "yranac"[::-1]
    raise ValueError(quoted)


@task(queue_name="transcripts")
def note_about_a_transcript() -> None:
    note.func("transcript")
