"""The work of `alongside meeting`, from arguments to exit code."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import click

from alongside.cli._archive import Given, Report, Wanted, reports
from alongside.cli._output import Put, to_file, to_folder, to_stream
from alongside.engines.meetings import Limits, pair_up
from alongside.meetings.report import Format
from alongside.meetings.report.printable import plain

DONE, AT_FAULT, REFUSED = 0, 1, 2
_WIDEST = 100
_MOST_BYTES = Limits().max_bytes + 1
"""One more than is allowed: enough for the reader to refuse it."""


def look_back_on(files: Sequence[str], *, form: Format, output: Path | None, letters: bool, jobs: int) -> int:
    """Report on each file, say at the end which could not be read, and return the exit code."""
    _check(files, form, output)
    on_screen = output is None and sys.stdout.isatty()
    wanted = Wanted(form=form, letters=letters, width=_width(on_screen=on_screen), colour=on_screen and _colour())
    meetings = _given(files)
    with _destination(output, form, several=len(meetings) > 1) as put:
        made = reports(meetings, wanted, jobs=min(jobs, len(meetings)))
        with _progress(made, len(meetings), quiet=on_screen) as watched:
            refused = _put_all(watched, put)
    for report in refused:
        click.echo(report.refusal, err=True)
    return max((AT_FAULT if report.at_fault else REFUSED for report in refused), default=DONE)


def _put_all(made: Iterator[Report], put: Put) -> list[Report]:
    refused = []
    for report in made:
        if report.text:
            put(report)
        else:
            refused.append(report)
    return refused


def _check(files: Sequence[str], form: Format, output: Path | None) -> None:
    """Refuse at once what could only fail later.

    Raises:
        click.UsageError: with what to do instead.
    """
    if files.count("-") > 1:
        raise click.UsageError("Standard input ('-') can be read only once.")
    if output is None and form == "html" and sys.stdout.isatty():
        raise click.UsageError("A page is for the browser, not for the terminal: add --output report.html.")
    if output and output.exists() and not output.is_file() and not (form == "html" and output.is_dir()):
        raise click.UsageError(f"--output {output} is not a file. Name a file, in that folder or in another.")
    if output and any(_same(output, file) for file in files):
        raise click.UsageError(f"--output {output} would write over the transcript. Choose another name.")


def _same(output: Path, file: str) -> bool:
    return file != "-" and output.resolve() == Path(file).resolve()


def _given(files: Sequence[str]) -> list[Given]:
    """Name each meeting once: a pair of files is one, and a pipe is read at once, as it can be read but once."""
    halves = dict(pair_up(path for path in map(Path, files) if path.is_file()))
    seconds = set(halves.values())
    meetings = []
    for file in files:
        path = Path(file)
        name = plain(path.name).strip() or plain(file)
        if file == "-":
            meetings.append(Given(name, sys.stdin.buffer.read(_MOST_BYTES)))
        elif path.is_fifo():
            with path.open("rb") as pipe:
                meetings.append(Given(name, pipe.read(_MOST_BYTES)))
        elif path not in seconds:
            meetings.append(Given(name, path, halves.get(path)))
    return meetings


def _destination(output: Path | None, form: Format, *, several: bool) -> AbstractContextManager[Put]:
    if output is None and form == "html" and several:
        raise click.UsageError("Several pages need a folder to go to: add --output FOLDER.")
    if output is None:
        return to_stream(sys.stdout.buffer, form)
    if form == "html" and (several or output.is_dir()):
        return to_folder(output, form)
    return to_file(output, form)


@contextmanager
def _progress(made: Iterator[Report], length: int, *, quiet: bool) -> Iterator[Iterator[Report]]:
    """Show how far an archive has got, on a terminal that is not busy with the reports themselves."""
    if quiet or length == 1 or not sys.stderr.isatty():
        yield made
        return
    with click.progressbar(made, length=length, label="Looking back", file=sys.stderr) as watched:
        yield iter(watched)


def _width(*, on_screen: bool) -> int:
    return min(shutil.get_terminal_size().columns, _WIDEST) if on_screen else 80


def _colour() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
