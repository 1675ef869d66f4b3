"""Where reports go. A file is there whole or not at all."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, NamedTuple

import click

from alongside.cli._archive import Report
from alongside.cli._whole import whole
from alongside.meetings.report import Format

Put = Callable[[Report], None]


class _Frame(NamedTuple):
    """What stands before, between and after the reports in one file."""

    before: str = ""
    between: str = ""
    after: str = ""


_FRAMES: dict[Format, _Frame] = {
    "text": _Frame(between="\n\n"),
    "markdown": _Frame(between="\n---\n\n"),
    "json": _Frame('{"meetings": [\n', ",\n", "\n]}\n"),
    "html": _Frame(),
}


def to_stream(stream: IO[bytes], form: Format) -> AbstractContextManager[Put]:
    return _framed(stream, _FRAMES[form])


@contextmanager
def _framed(stream: IO[bytes], frame: _Frame) -> Iterator[Put]:
    begun = False

    def put(report: Report) -> None:
        nonlocal begun
        lead = frame.between if begun else frame.before
        begun = True
        stream.write(f"{lead}{report.text}".encode())
        stream.flush()

    yield put
    if begun:
        stream.write(frame.after.encode())
        stream.flush()


@contextmanager
def to_file(path: Path, form: Format) -> Iterator[Put]:
    """Put all reports in one file, or leave what was there if there is none."""
    # Only the owner may read the new file; a look-back is for one pair of eyes.
    with _written(path), whole(path) as stream, to_stream(stream, form) as put:
        yield put


@contextmanager
def to_folder(path: Path, form: Format) -> Iterator[Put]:
    """Put each report in a file of its own, named as the transcript."""
    taken: set[str] = set()
    with _written(path):
        path.mkdir(exist_ok=True)

    def put(report: Report) -> None:
        name = _free_name(report.source, taken)
        with to_file(path / f"{name}.{form}", form) as put_one:
            put_one(report)

    yield put


def _free_name(source: str, taken: set[str]) -> str:
    stem = "meeting" if source == "-" else Path(source).stem
    name, copy = stem, 1
    while name.casefold() in taken:
        copy += 1
        name = f"{stem}-{copy}"
    taken.add(name.casefold())
    return name


@contextmanager
def _written(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as refusal:
        raise click.ClickException(f"{path} could not be written: {refusal.strerror}.") from refusal
