"""Has a transcript read by a process that may break: this one goes on."""

import subprocess
import sys
from typing import Any

import orjson

from alongside.meetings.parsing import SECONDS

TOO_MUCH = {"too_much": True}
_LONGEST_ANSWER = 50_000_000


def read_apart(text: bytes, most_speakers: int) -> dict[str, Any]:
    """Look back on a transcript in a child process with limits on time, memory and files.

    Returns what `parsing.answer_to` does. A child that died or hung gives `TOO_MUCH`: nothing that is in a file can
    harm the worker.
    """
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-m", "alongside.meetings.parsing"],
            input=b"%d\n" % most_speakers + text,
            # Nothing of the worker's environment: no secret, no address of a database.
            env={"OPENBLAS_NUM_THREADS": "1", "LC_ALL": "C.UTF-8"},
            stdout=subprocess.PIPE,
            # What a crash prints may hold words of the meeting, which no log may keep.
            stderr=subprocess.DEVNULL,
            timeout=2 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return TOO_MUCH
    if child.returncode or len(child.stdout) > _LONGEST_ANSWER:
        return TOO_MUCH
    answer: dict[str, Any] = orjson.loads(child.stdout)
    return answer
