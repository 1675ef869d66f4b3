"""Where in a text a term may stand: one word of it, beside the right words, and with its other words not far.

Of a thousand words two are left. To look at what is around it costs as much as all that was before.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from alongside.engines.writing._book import Book, Flat, Use
from alongside.engines.writing._scan import code_points, flattened

_FAR = 160
"""Bytes to each side. No phrase is as long, also if a word of it is a link."""
_LONGEST_WORD = 40


class Candidate(NamedTuple):
    """A word, where it stands in code points, and what it may be a part of."""

    offset: int
    uses: Sequence[Use]


def candidates(book: Book, text: str) -> list[Candidate]:
    """Return the words of a text that are worth a look, in order."""
    raw = text.encode("utf-8", "surrogatepass")
    found = sorted(_likely(book, flattened(raw)), key=itemgetter(0))
    offsets = code_points(raw, text, [start for start, _ in found])
    return [Candidate(offset, uses) for offset, (_, uses) in zip(offsets, found, strict=True)]


def _likely(book: Book, text: bytes) -> Iterator[tuple[int, list[Use]]]:
    """Yield where a word begins that has the right words beside it. It is asked of every twentieth word of a text."""
    watches = book.watches
    for number, start, end in book.scanner.find(text):
        after, before, uses, by_after = watches[number] or book.watch(number)
        beside = text[end : end + _LONGEST_WORD].split(None, 1)
        if beside and beside[0] in after:
            some = by_after.get(beside[0])
            if some is None:
                some = by_after[beside[0]] = tuple(use for use in uses if not use.after or beside[0] in use.after)
        elif before is None or (before and _word_before(text, start) in before):
            some = by_after[b""]
        else:
            continue
        if fitting := _fitting(some, text, start, end):
            yield start, fitting


def _fitting(uses: Sequence[Use], text: bytes, start: int, end: int) -> list[Use]:
    """Return the uses that have the right word before, and all their other words not far."""
    fitting: list[Use] = []
    preceding: bytes | None = None
    later: list[bytes] | None = None
    earlier: list[bytes] | None = None
    for use in uses:
        if use.before:
            preceding = _word_before(text, start) if preceding is None else preceding
            if preceding not in use.before:
                continue
        if use.later:
            later = text[end : end + _FAR].split() if later is None else later
            if not _are_there(use.later, later):
                continue
        if use.earlier:
            earlier = text[max(0, start - _FAR) : start].split() if earlier is None else earlier
            if not _are_there(use.earlier, earlier):
                continue
        fitting.append(use)
    return fitting


def _are_there(needed: tuple[Flat, ...], words: list[bytes]) -> bool:
    # A generator would take longer than all it asks.
    for one in needed:  # noqa: SIM110
        if one.isdisjoint(words):
            return False
    return True


def _word_before(text: bytes, end: int) -> bytes:
    word = text[text.rfind(b" ", 0, end) + 1 : end]
    return word or b"".join(text[max(0, end - _LONGEST_WORD) : end].rsplit(None, 1)[-1:])
