"""A report to paste into an issue, a change or a document."""

import re
from collections.abc import Iterable, Iterator

from alongside.writing.checked import Checked, Mark
from alongside.writing.report.printable import plain
from alongside.writing.report.wording import Tally, about_the_advert, better, position

_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")


def render(files: Iterable[Checked]) -> Iterator[str]:
    yield "# Writing\n"
    tally = Tally()
    for checked in tally.over(files):
        if checked.marks or checked.advert:
            yield _file(checked)
    yield f"\n{tally.in_all()}\n"
    if tally.refusals:
        yield "\nNot read:\n\n" + "".join(f"- {_shown(refusal)}\n" for refusal in tally.refusals)


def _file(checked: Checked) -> str:
    lines = ["", f"## {_shown(checked.name)}", ""]
    lines += [_shown(line) + "\n" for line in about_the_advert(checked)]
    if checked.marks:
        lines += ["| Where | Words | Why | Better | Rule |", "|---|---|---|---|---|"]
        lines += map(_row, checked.marks)
    return "\n".join(lines) + "\n"


def _row(mark: Mark) -> str:
    finding = mark.finding
    cells = (position(mark), finding.text, finding.why, better(finding), f"{finding.rule} ({finding.strength})")
    return "| " + " | ".join(map(_shown, cells)) + " |"


def _shown(text: str) -> str:
    """As it is written, whatever signs of Markdown are in it."""
    return _SIGNS.sub(r"\\\1", plain(text))
