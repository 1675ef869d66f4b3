"""From many files to many reports, in the order of the files, on one core or on several."""

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import active_children, get_context
from pathlib import Path

from alongside.engines.meetings import UnreadableTranscriptError, look_back, read, with_letters
from alongside.meetings.report import Format, render
from alongside.meetings.report.printable import plain


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make of each file; `width` and `colour` are those of the terminal."""

    form: Format
    letters: bool
    width: int
    colour: bool


@dataclass(frozen=True, slots=True)
class Given:
    """A meeting as it was given: the name to show, and a path or what came from standard input."""

    source: str
    content: Path | bytes


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one file: a report, or a refusal that says why there is none.

    `at_fault` tells a mistake of ours from a file that is no transcript.
    """

    source: str
    text: str = ""
    refusal: str = ""
    at_fault: bool = False


def reports(files: Iterable[Given], wanted: Wanted, *, jobs: int) -> Iterator[Report]:
    if jobs == 1:
        return (report(given, wanted) for given in files)
    return _side_by_side(files, wanted, jobs)


def report(given: Given, wanted: Wanted) -> Report:
    try:
        found = look_back(read(given.content, source=given.source))
        shown = with_letters(found) if wanted.letters else found
        text = render(shown, wanted.form, width=wanted.width, colour=wanted.colour)
    except UnreadableTranscriptError as refusal:
        return Report(given.source, refusal=plain(str(refusal)))
    except OSError as refusal:
        return Report(given.source, refusal=f"{given.source}: {_why(refusal)}")
    except Exception as fault:  # noqa: BLE001 - the edge of the work on one file: the others must still be done
        return _mistake(given, fault)
    return Report(given.source, text)


def _why(refusal: OSError) -> str:
    if isinstance(refusal, FileNotFoundError):
        return "there is no such file. Look for a slip in its name."
    if isinstance(refusal, IsADirectoryError):
        return "this is a folder. Name the files in it."
    if isinstance(refusal, PermissionError):
        return "you may not read this file. Ask its owner, or copy it to a folder of yours."
    return f"it could not be read ({refusal.strerror})."


def _mistake(given: Given, fault: BaseException) -> Report:
    said = plain(f"{type(fault).__name__}: {fault}")
    return Report(given.source, refusal=f"{given.source}: Alongside made a mistake here ({said}).", at_fault=True)


def _side_by_side(files: Iterable[Given], wanted: Wanted, jobs: int) -> Iterator[Report]:
    """Keep every worker busy, and no more reports in memory than twice their number."""
    waiting: deque[tuple[Given, Future[Report]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for given in files:
                with _ctrl_c_is_for_us():
                    waiting.append((given, pool.submit(report, given, wanted)))
                if len(waiting) > 2 * jobs:
                    yield _awaited(*waiting.popleft())
            while waiting:
                yield _awaited(*waiting.popleft())
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in active_children():
                worker.terminate()
            raise


def _awaited(given: Given, future: Future[Report]) -> Report:
    fault = future.exception()
    return _mistake(given, fault) if fault else future.result()


@contextmanager
def _ctrl_c_is_for_us() -> Iterator[None]:
    """Start workers deaf to Ctrl-C, which a terminal sends to all: only the first process is to answer it."""
    ours = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, ours)
