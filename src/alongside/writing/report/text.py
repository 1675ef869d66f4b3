"""The report in a terminal: the line, the marked words, why, and what else one could write."""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

from alongside.writing.checked import Checked, Mark
from alongside.writing.report.printable import plain
from alongside.writing.report.wording import Tally, about_the_advert, better, count, position

_NARROWEST, _WIDEST = 40, 100
_INDENT = " " * 6
_STAYS = (
    "Is a word right where it is? Keep it, and say why, in a comment before it:\n"
    "  <!-- alongside ignore {rule}: your reason -->\n"
)


def render(files: Iterable[Checked], *, width: int, colour: bool) -> Iterator[str]:
    page = _Page(min(max(width, _NARROWEST), _WIDEST), colour=colour)
    tally = Tally()
    rule = ""
    for checked in tally.over(files):
        if checked.marks or checked.changes or checked.advert:
            yield page.of_file(checked)
        rule = rule or next((mark.finding.rule for mark in checked.marks), "")
    if tally.changes:
        yield f"Changed {count(tally.changes, 'place')}.\n"
    if tally.files:
        yield f"{tally.in_all()}\n"
    if rule:
        yield _STAYS.format(rule=rule)


class _Page:
    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self._bold, self._dim, self._line = (f"\x1b[{code}m{{}}\x1b[0m" if colour else "{}" for code in (1, 2, 4))

    def of_file(self, checked: Checked) -> str:
        lines = [self._bold.format(plain(checked.name))]
        lines += [part for line in about_the_advert(checked) for part in self._paragraph(plain(line))]
        for change in checked.changes:
            lines.append(f"  {change.line}:{change.column}  changed “{plain(change.was)}” to “{plain(change.now)}”")
        told: set[str] = set()
        for mark in checked.marks:
            lines += self._of_mark(mark, is_told=mark.finding.why in told)
            told.add(mark.finding.why)
        if not checked.marks:
            lines.append("")
        return "".join(f"{line.rstrip()}\n" for line in lines)

    def _of_mark(self, mark: Mark, *, is_told: bool) -> list[str]:
        finding = mark.finding
        head = f"  {self._bold.format(position(mark))}  {finding.strength}  {self._dim.format(finding.rule)}"
        # Why it matters is said once in a file; to say it each time would be nagging.
        why = [] if is_told else self._wrapped(plain(finding.why))
        instead = self._wrapped(f"Better: {better(finding)}") if finding.alternatives else []
        return [head, *self._quote(mark), *why, *instead, ""]

    def _wrapped(self, text: str) -> list[str]:
        return textwrap.wrap(text, self.width, initial_indent=_INDENT, subsequent_indent=_INDENT)

    def _paragraph(self, text: str) -> list[str]:
        return textwrap.wrap(text, self.width, initial_indent="  ", subsequent_indent="    ")

    def _quote(self, mark: Mark) -> list[str]:
        """The part of the line that fits, and a sign under each marked letter."""
        room = self.width - len(_INDENT) - 2
        length = min(max(mark.finding.end - mark.finding.start, 1), max(len(mark.quote) - mark.quote_start, 0), room)
        first = max(0, min(mark.quote_start - (room - length) // 2, len(mark.quote) - room))
        shown = plain(mark.quote[first : first + room])
        begin = mark.quote_start - first
        before, marked, after = shown[:begin], shown[begin : begin + length], shown[begin + length :]
        left = "…" if first else ""
        right = "…" if first + room < len(mark.quote) else ""
        under = " " * _cells(left + before) + "~" * max(_cells(marked), 1)
        return [f"{_INDENT}{left}{before}{self._line.format(marked)}{after}{right}", f"{_INDENT}{under}"]


def _cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
