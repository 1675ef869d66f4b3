"""One file of `alongside write`: opened, checked, and written back if something in it was mended."""

import sys
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE
from typing import IO, NamedTuple

from alongside.cli._whole import whole
from alongside.writing.checked import Checked
from alongside.writing.checking import Wanted, checked
from alongside.writing.documents import Piece

STDIN = "-"


class Task(NamedTuple):
    """What to do with a file, or why nothing can be done with it."""

    name: str
    wanted: Wanted | None = None
    mends: bool = False
    is_stdin: bool = False
    refusal: str = ""


def done(task: Task) -> Checked:
    """Check one file. Nothing that is wrong with it, or with us, keeps the others from being done."""
    if task.wanted is None:
        return Checked(task.name, refusal=task.refusal)
    try:
        if task.is_stdin:
            return _of_stream(task, task.wanted, sys.stdin.buffer)
        with Path(task.name).open("rb") as stream:
            return _of_stream(task, task.wanted, stream)
    except OSError as fault:
        return Checked(task.name, refusal=f"{task.name}: it cannot be read. {fault.strerror or fault}.")
    except Exception as fault:  # noqa: BLE001 - the edge of the work on one file: the others must still be done
        return mistake(task.name, fault)


def mistake(name: str, fault: BaseException) -> Checked:
    said = f"{name}: Alongside made a mistake here, which is not your fault ({type(fault).__name__}: {fault})."
    return Checked(name, refusal=said, at_fault=True)


def _of_stream(task: Task, wanted: Wanted, stream: IO[bytes]) -> Checked:
    if not task.mends:
        return checked(task.name, stream, wanted)
    if task.is_stdin:
        return checked(task.name, stream, wanted, mend=_to(sys.stdout.buffer))
    became = checked(task.name, stream, wanted)
    if became.refusal or all(mark.fix is None or mark.place for mark in became.marks):
        return became
    stream.seek(0)
    return _mended(task, wanted, stream)


def _mended(task: Task, wanted: Wanted, stream: IO[bytes]) -> Checked:
    path = Path(task.name)
    try:
        with whole(path, mode=S_IMODE(path.stat().st_mode)) as beside:
            return checked(task.name, stream, wanted, mend=_to(beside))
    except OSError as fault:
        said = f"{task.name}: it could not be changed, and is as it was. {fault.strerror or fault}."
        return Checked(task.name, refusal=said)


def _to(stream: IO[bytes]) -> Callable[[Piece, str], None]:
    def mend(piece: Piece, text: str) -> None:
        stream.write((piece.mark + text).encode(piece.encoding, errors="surrogatepass"))

    return mend
