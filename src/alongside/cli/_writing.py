"""The work of `alongside write`, from arguments to exit code."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from os import environ, get_terminal_size
from pathlib import Path
from typing import TextIO, cast

from alongside.cli._whole import whole
from alongside.cli._writing_task import STDIN, Task, done
from alongside.engines.writing import Strength, UnusableConfiguration
from alongside.writing.checked import Checked
from alongside.writing.project import Asked, Projects
from alongside.writing.report import render
from alongside.writing.report.wording import is_at_least

FINE, FOUND, REFUSED, AT_FAULT = 0, 1, 2, 3
_PLAIN_WIDTH = 80
_A_FEW = 20


def write(asked: Namespace) -> int:
    """Check what was asked for, put the report where it belongs, and return the exit code."""
    if fault := _fault(asked):
        return _refused(f"alongside write: {fault}")
    projects = Projects(_asked(asked))
    try:
        fail_at = asked.fail_at or projects.of(_folder(asked.files[0], asked)).configuration.fail_at
    except UnusableConfiguration as fault:
        return _refused(str(fault))
    outcome = _Outcome(fail_at)
    files = outcome.over(_each_done(_tasks(asked, projects), 1 if STDIN in asked.files else asked.jobs))
    try:
        _put(render(files, asked.format, fail_at=fail_at, width=_width(), colour=_colour(asked)), asked)
    except BrokenPipeError:
        raise
    except OSError as fault:
        return _refused(f"{asked.output or 'The report'} could not be written: {fault.strerror or fault}.")
    for said in (*projects.notes, *outcome.refusals):
        sys.stderr.write(f"{_writable(said)}\n")
    return outcome.code()


def _refused(said: str) -> int:
    sys.stderr.write(f"{_writable(said)}\n")
    return REFUSED


def _fault(asked: Namespace) -> str:
    """What could only go wrong later, with what to do instead."""
    output = Path(asked.output) if asked.output else None
    if asked.files.count(STDIN) > 1:
        return "standard input (-) can be read only once."
    if asked.config and asked.no_config:
        return "--config and --no-config exclude each other. Leave one of them out."
    if output and output.is_dir():
        return f"--output {output} is a folder. Name a file in it."
    if output and any(file != STDIN and Path(file).resolve() == output.resolve() for file in asked.files):
        return f"--output {output} would write over what is checked. Choose another name."
    return ""


def _asked(asked: Namespace) -> Asked:
    return Asked(
        config=Path(asked.config) if asked.config else None,
        looks=not asked.no_config,
        people=Path(asked.people) if asked.people else None,
        packs=tuple(map(Path, asked.pack)),
        locale=asked.locale or "",
        markup=asked.markup or "",
        is_advert=asked.advert,
        is_about_reading=asked.readability or _are_a_few_files(asked.files),
    )


def _are_a_few_files(names: Sequence[str]) -> bool:
    """Over a whole folder, long sentences would hide the words that leave people out, and take as long to find."""
    return len(names) <= _A_FEW and not any(Path(name).is_dir() for name in names)


def _folder(name: str, asked: Namespace) -> Path:
    path = Path(asked.stdin_name if name == STDIN else name)
    return path if path.is_dir() else path.parent


class _Outcome:
    """What the exit code depends on, gathered while the report is written."""

    def __init__(self, fail_at: Strength) -> None:
        self.fail_at = fail_at
        self.refusals: list[str] = []
        self.strengths: set[Strength] = set()
        self.is_at_fault = False

    def over(self, files: Iterable[Checked]) -> Iterator[Checked]:
        for checked in files:
            self.strengths |= {mark.finding.strength for mark in checked.marks}
            self.is_at_fault |= checked.at_fault
            self.refusals += [checked.refusal] if checked.refusal else []
            yield checked

    def code(self) -> int:
        if self.is_at_fault:
            return AT_FAULT
        if self.refusals:
            return REFUSED
        return FOUND if any(is_at_least(strength, self.fail_at) for strength in self.strengths) else FINE


def _tasks(asked: Namespace, projects: Projects) -> Iterator[Task]:
    """What is to be checked, in the order in which it was named, each file once."""
    seen: set[str] = set()
    for name in asked.files:
        try:
            for file in _files(name, projects):
                if file not in seen:
                    seen.add(file)
                    yield _task(file, asked, projects)
        except OSError as fault:
            yield Task(name, refusal=f"{name}: it cannot be read. {fault.strerror or fault}.")
        except UnusableConfiguration as fault:
            yield Task(name, refusal=str(fault))


def _files(name: str, projects: Projects) -> Iterator[str]:
    if name == STDIN or not Path(name).is_dir():
        return iter([name])
    project = projects.of(Path(name))
    walk = import_module("alongside.writing.walking").walk
    return cast("Iterator[str]", walk(name, skips=project.skips, reads_too=project.reads_too))


def _task(file: str, asked: Namespace, projects: Projects) -> Task:
    shown = asked.stdin_name or STDIN if file == STDIN else file
    try:
        wanted = projects.of(Path(shown).parent).wanted(shown)
    except UnusableConfiguration as fault:
        return Task(shown, refusal=str(fault))
    return Task(shown, wanted, mends=asked.fix, is_stdin=file == STDIN)


def _each_done(tasks: Iterator[Task], jobs: int) -> Iterator[Checked]:
    if jobs == 1:
        return map(done, tasks)
    # Workers are slow to import, and one file does without them.
    side_by_side = import_module("alongside.cli._writing_workers").side_by_side
    return cast("Iterator[Checked]", side_by_side(tasks, jobs))


def _put(report: Iterator[str], asked: Namespace) -> None:
    if asked.output:
        with whole(Path(asked.output)) as file:
            file.writelines(part.encode(errors="backslashreplace") for part in report)
        return
    stream = _screen(asked)
    for part in report:
        stream.write(_writable(part, stream))
    stream.flush()


def _screen(asked: Namespace) -> TextIO:
    """Where the report is shown. What is mended from standard input has standard output for itself."""
    return sys.stderr if asked.fix and STDIN in asked.files else sys.stdout


def _writable(text: str, stream: TextIO | None = None) -> str:
    """A name or a text may hold what the terminal's encoding has no letter for."""
    encoding = (stream or sys.stderr).encoding or "utf-8"
    return text.encode(encoding, errors="backslashreplace").decode(encoding)


def _width() -> int:
    try:
        return get_terminal_size(sys.stdout.fileno()).columns or _PLAIN_WIDTH
    except (OSError, ValueError):
        return _PLAIN_WIDTH


def _colour(asked: Namespace) -> bool:
    is_plain = environ.get("NO_COLOR") or environ.get("TERM") == "dumb"
    return not is_plain and not asked.output and _screen(asked).isatty()
