"""Every finding, for programs. One object a file, in the order of the files; written as they are done."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from alongside.writing.checked import Checked, Mark

VERSION = 1


def render(files: Iterable[Checked]) -> Iterator[str]:
    yield f'{{"version": {VERSION}, "files": ['
    lead = "\n"
    for checked in files:
        yield lead + json.dumps(_file(checked), ensure_ascii=False)
        lead = ",\n"
    yield "\n]}\n"


def _file(checked: Checked) -> dict[str, Any]:
    told: dict[str, Any] = {"file": checked.name, "findings": [finding(mark) for mark in checked.marks]}
    if checked.changes:
        told["changes"] = [change._asdict() for change in checked.changes]
    if checked.advert:
        told["advert"] = checked.advert._asdict()
    if checked.refusal:
        told["refusal"] = checked.refusal
    return told


def finding(mark: Mark) -> dict[str, Any]:
    """One finding with its place; `start` and `end` are code points of the file, lines and columns begin at 1."""
    return {
        **asdict(mark.finding),
        "line": mark.line,
        "column": mark.column,
        "end_line": mark.end_line,
        "end_column": mark.end_column,
        "place": mark.place,
        "fix": mark.fix,
    }
