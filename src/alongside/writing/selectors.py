"""A checked text as the page shows it: its pieces with the marks in them, and each mark with why and what else."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from alongside.engines import writing
from alongside.people.models import Person
from alongside.writing.choices import LEFT_OUT, sentences_for, without, words_for
from alongside.writing.colleagues import colleagues_in


@dataclass(frozen=True, slots=True)
class Mark:
    """The same words, marked for the same reason, wherever in the text they stand."""

    number: int
    findings: tuple[writing.Finding, ...]

    @property
    def first(self) -> writing.Finding:
        return self.findings[0]

    @property
    def words(self) -> tuple[str, ...]:
        """What can stand in the place of what is marked."""
        return words_for(self.first)

    @property
    def may_go(self) -> bool:
        """Whether the text does without them."""
        return LEFT_OUT in self.first.alternatives

    @property
    def sentences(self) -> tuple[str, ...]:
        """What one could say instead of the whole sentence."""
        return sentences_for(self.first)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text; `mark` is None between the marks."""

    text: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What the page shows of a text."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    advert: writing.Advert | None = None


def checked(text: str, *, kind: str, locale: str, viewer: Person) -> Checked:
    """Check a text for the person who wrote it. `kind` is one of the form's."""
    markup = kind if kind in writing.MARKUPS else "text"
    findings = writing.check(text, markup=markup, people=colleagues_in(text, viewer), locale=locale)
    advert = writing.advert(text) if kind == "advert" else None
    marks = _marks([*findings, *_beside(findings, advert)])
    return Checked(tuple(_pieces(text, marks)), marks, advert)


_NOT_MARKED = ("adverts.missing-", "adverts.feminine-coded")
"""What an advert lacks has no place in the text, and a word that may stay needs no look. The summary tells both."""


def _beside(findings: Sequence[writing.Finding], advert: writing.Advert | None) -> Iterator[writing.Finding]:
    """What only an advert is marked for, where nothing else is marked."""
    for found in advert.findings if advert else ():
        overlaps = any(other.start < found.end and found.start < other.end for other in findings)
        if not overlaps and not found.rule.startswith(_NOT_MARKED):
            yield found


def with_words(text: str, marks: Sequence[Mark], chosen: Callable[[Mark], str]) -> str:
    """The text with the chosen words in it, wherever what they replace stands. `LEFT_OUT` is a choice too."""
    made, at = [], 0
    changes = [_change(text, found, words) for mark in marks if (words := chosen(mark)) for found in mark.findings]
    for start, end, words in sorted(changes, key=lambda each: (each[0], -each[1])):
        if start >= at:
            made += [text[at:start], words]
            at = end
    return "".join([*made, text[at:]])


def _change(text: str, found: writing.Finding, words: str) -> tuple[int, int, str]:
    gone = without(found, text) if words == LEFT_OUT else None
    return gone or (found.start, found.end, words)


def _marks(findings: Sequence[writing.Finding]) -> tuple[Mark, ...]:
    alike: dict[tuple[str, str, tuple[str, ...]], list[writing.Finding]] = {}
    for found in sorted(findings, key=lambda each: (each.start, -each.end)):
        alike.setdefault((found.rule, found.text, found.alternatives), []).append(found)
    return tuple(Mark(number, tuple(found)) for number, found in enumerate(alike.values(), start=1))


def _pieces(text: str, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The text from end to end. Of marks that overlap, the one that begins first is shown in it."""
    places = sorted((found.start, -found.end, mark.number, mark) for mark in marks for found in mark.findings)
    at = 0
    for start, minus_end, _number, mark in places:
        if start < at:
            continue
        yield Piece(text[at:start])
        yield Piece(text[start:-minus_end], mark)
        at = -minus_end
    yield Piece(text[at:])
