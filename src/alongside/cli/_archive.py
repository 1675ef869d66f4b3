"""From one file, or from many in their order, to what became of each."""

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from alongside.engines.meetings import UnreadableTranscriptError, look_back, read, with_letters
from alongside.meetings.report import Format, render
from alongside.meetings.report.printable import plain


class Wanted(NamedTuple):
    """What to make of each file; `width` and `colour` are those of the terminal."""

    form: Format
    letters: bool
    width: int
    colour: bool


class Given(NamedTuple):
    """A meeting as it was given.

    Attributes:
        source: the name to show.
        content: a path, or what came from standard input or a pipe.
        speakers: the other half where the transcript is in a pair of files.
    """

    source: str
    content: Path | bytes
    speakers: Path | None = None


class Report(NamedTuple):
    """What became of one file: a report, or a refusal that says why there is none.

    `at_fault` tells a mistake of ours from a file that is no transcript.
    """

    source: str
    text: str = ""
    refusal: str = ""
    at_fault: bool = False


def reports(meetings: Sequence[Given], wanted: Wanted, *, jobs: int) -> Iterator[Report]:
    if jobs == 1:
        return (report(given, wanted) for given in meetings)
    # Workers are slow to import, and one file does without them.
    side_by_side: Iterator[Report] = import_module("alongside.cli._workers").side_by_side(meetings, wanted, jobs)
    return side_by_side


def report(given: Given, wanted: Wanted) -> Report:
    try:
        found = look_back(read(given.content, speakers=given.speakers, source=given.source))
        shown = with_letters(found) if wanted.letters else found
        text = render(shown, wanted.form, width=wanted.width, colour=wanted.colour)
    except UnreadableTranscriptError as refusal:
        return Report(given.source, refusal=plain(str(refusal)))
    except Exception as fault:  # noqa: BLE001 - the edge of the work on one file: the others must still be done
        return mistake(given, fault)
    return Report(given.source, text)


def mistake(given: Given, fault: BaseException) -> Report:
    said = plain(f"{type(fault).__name__}: {fault}")
    return Report(
        given.source,
        refusal=f"{given.source}: Alongside made a mistake here, which is not your fault ({said}).",
        at_fault=True,
    )
