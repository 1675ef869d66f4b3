"""Workflow commands that GitHub shows beside the lines of a change.

GitHub shows ten warnings and ten notices of one step; all of them are in its log.
Source: GitHub documentation, "Workflow commands for GitHub Actions".
"""

from collections.abc import Iterable, Iterator

from alongside.engines.writing import Strength
from alongside.writing.checked import Checked, Mark
from alongside.writing.report.printable import plain
from alongside.writing.report.wording import better, is_at_least


def render(files: Iterable[Checked], *, fail_at: Strength) -> Iterator[str]:
    for checked in files:
        for mark in checked.marks:
            yield _command(checked.name, mark, fail_at)
        if checked.refusal:
            yield f"::error file={_property(checked.name)}::{_message(checked.refusal)}\n"


def _command(name: str, mark: Mark, fail_at: Strength) -> str:
    finding = mark.finding
    kind = "warning" if is_at_least(finding.strength, fail_at) else "notice"
    said = f"“{plain(finding.text)}”: {plain(finding.why)}"
    said += f" Better: {better(finding)}" if finding.alternatives else ""
    said = f"{mark.place}: {said}" if mark.place else said
    return f"::{kind} file={_property(name)}{_place(mark)},title={_property(finding.rule)}::{_message(said)}\n"


def _place(mark: Mark) -> str:
    if mark.place:
        return ""
    lines = f",line={mark.line},endLine={mark.end_line}"
    # Columns are understood within one line only.
    return f"{lines},col={mark.column},endColumn={mark.end_column}" if mark.line == mark.end_line else lines


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
