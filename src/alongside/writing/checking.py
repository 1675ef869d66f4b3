"""One file, from its bytes to what became of it. The edge of the work on one file: the others must still be done."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import IO, NamedTuple

from alongside.engines.writing import OURS, Finding, Person, Rules, check, fix_of
from alongside.writing.checked import Change, Checked, Mark, Summary, marks
from alongside.writing.documents import Limits, Piece, UnreadableFile, pieces

Write = Callable[[str], None]


class Wanted(NamedTuple):
    """How to check a file."""

    rules: Rules = OURS
    locale: str = "en-GB"
    markup: str = ""
    people: Iterable[Person] = ()
    is_advert: bool = False
    limits: Limits = Limits()


def checked(
    name: str, stream: IO[bytes], wanted: Wanted, *, mend: Callable[[Piece, str], None] | None = None
) -> Checked:
    """Check one file.

    Args:
        name: as it is shown; its ending tells the markup.
        stream: what the file holds.
        wanted: how to check it.
        mend: if given, unambiguous words are mended; it gets each piece and its new text, to write them.
    """
    shown: list[Mark] = []
    changes: list[Change] = []
    summary: Summary | None = None
    try:
        for read in pieces(stream, name, markup=wanted.markup, limits=wanted.limits):
            piece, found = read, _found(read, wanted)
            if mend and piece.encoding:
                text, mended = _mended(piece, found, wanted)
                mend(piece, text)
                changes += mended
                if mended:
                    piece = piece._replace(text=text)
                    found = _found(piece, wanted)
            if wanted.is_advert:
                found, summary = _as_advert(piece, found, wanted)
            shown += marks(piece, found, [fix_of(one, wanted.rules) for one in found])
    except UnreadableFile as refusal:
        return Checked(name, tuple(shown), tuple(changes), refusal=f"{name}: {refusal}")
    except OSError as fault:
        return Checked(name, refusal=f"{name}: it cannot be read. {fault.strerror or fault}.")
    return Checked(name, tuple(shown), tuple(changes), summary)


def _found(piece: Piece, wanted: Wanted) -> list[Finding]:
    return check(piece.text, markup=piece.markup, people=wanted.people, rules=wanted.rules, locale=wanted.locale)


def _as_advert(piece: Piece, found: list[Finding], wanted: Wanted) -> tuple[list[Finding], Summary]:
    """What an advert is like as a whole, and beside what was found, what only an advert is told."""
    # Nobody else needs the stems and the lists of barriers.
    writing = import_module("alongside.engines.writing")
    told, age = writing.advert(piece.text, rules=wanted.rules), writing.reading_age(piece.text, markup=piece.markup)
    together = sorted([*found, *filter(_asks_for_change, told.findings)], key=lambda one: (one.start, -one.end))
    summary = Summary(
        told.coding, told.masculine, told.feminine, told.score, told.notes, told.first, age.age if age else None
    )
    return together, summary


def _asks_for_change(finding: Finding) -> bool:
    """Coded words that may stay as they are stand in the summary, and nowhere else."""
    return not (finding.rule.endswith("-coded") and finding.strength == "context")


def _mended(piece: Piece, found: Sequence[Finding], wanted: Wanted) -> tuple[str, list[Change]]:
    """The text with what is unambiguous put right, and what was changed."""
    fixes = [(one, fix) for one in found if (fix := fix_of(one, wanted.rules)) is not None]
    apart = list(_apart(fixes))
    placed = marks(piece, [one for one, _ in apart], [fix for _, fix in apart])
    changes = [Change(mark.line, mark.column, mark.finding.text, mark.fix or "") for mark in placed]
    return _rewritten(piece.text, apart), changes


def _apart(fixes: Sequence[tuple[Finding, str]]) -> Iterator[tuple[Finding, str]]:
    """Those that do not touch an earlier one."""
    end = -1
    for finding, fix in fixes:
        if finding.start >= end:
            yield finding, fix
            end = finding.end


def _rewritten(text: str, fixes: Sequence[tuple[Finding, str]]) -> str:
    parts, end = [], 0
    for finding, fix in fixes:
        parts += [text[end : finding.start], fix]
        end = finding.end
    return "".join([*parts, text[end:]])
