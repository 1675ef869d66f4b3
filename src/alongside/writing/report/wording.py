"""What more than one report says, and counts."""

from collections.abc import Iterable, Iterator

from alongside.engines.writing import STRENGTHS, Finding, Strength
from alongside.writing.checked import Checked, Mark, Summary
from alongside.writing.report.printable import plain


class Tally:
    """Counts files and findings while they go by."""

    def __init__(self) -> None:
        self.files = self.files_with = self.changes = 0
        self.marks: dict[Strength, int] = dict.fromkeys(STRENGTHS, 0)
        self.refusals: list[str] = []

    def over(self, files: Iterable[Checked]) -> Iterator[Checked]:
        for checked in files:
            self.files += not checked.refusal
            self.files_with += bool(checked.marks)
            self.changes += len(checked.changes)
            self.refusals += [checked.refusal] if checked.refusal else []
            for mark in checked.marks:
                self.marks[mark.finding.strength] += 1
            yield checked

    def in_all(self) -> str:
        """One line at the end: how many, of which strength, in how many files."""
        total = sum(self.marks.values())
        if not total:
            return f"Nothing found in {count(self.files, 'file')}."
        parts = ", ".join(f"{number:,} {strength}" for strength, number in self.marks.items() if number)
        where = f" in {self.files_with:,} of {count(self.files, 'file')}" if self.files > 1 else ""
        return f"{count(total, 'place')} to look at{where}: {parts}."


def better(finding: Finding) -> str:
    """The words to choose from, or "" if the reason says what to do."""
    return " · ".join(plain(word) for word in finding.alternatives)


def position(mark: Mark) -> str:
    return mark.place or f"{mark.line}:{mark.column}"


def is_at_least(strength: Strength, limit: Strength) -> bool:
    return STRENGTHS.index(strength) <= STRENGTHS.index(limit)


def count(number: int, one: str) -> str:
    return f"{number:,} {one if number == 1 else one + 's'}"


def about_the_advert(checked: Checked) -> list[str]:
    """What an advert is like as a whole, and what to change first; nothing for other files."""
    summary = checked.advert
    if summary is None:
        return []
    first = [f"{number}. {step}" for number, step in enumerate(summary.first, 1)]
    return [
        *_coding(summary),
        *summary.notes,
        *_reading_age(summary),
        *(["What to change first:"] if first else []),
        *first,
    ]


def _coding(summary: Summary) -> list[str]:
    if summary.coding == "empty":
        return ["As a whole: this advert has no gender-coded words."]
    kinds = (("Masculine-coded", summary.masculine), ("Feminine-coded", summary.feminine))
    words = [f"{kind}: {', '.join(map(plain, found))}." for kind, found in kinds if found]
    return [f"As a whole: this advert is {summary.coding} ({summary.score:+d}).", *words]


def _reading_age(summary: Summary) -> list[str]:
    if summary.reading_age is None:
        return []
    return [f"Reading age: about {summary.reading_age:.0f} (Flesch-Kincaid; a hint, no pass mark)."]
