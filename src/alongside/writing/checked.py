"""What became of one file, as every report shows it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import StringIO
from itertools import accumulate
from typing import NamedTuple

from alongside.engines.writing import Finding
from alongside.writing.documents import Piece

_WIDEST_QUOTE = 400


class Mark(NamedTuple):
    """A finding, and where a person finds it.

    Attributes:
        finding: offsets are code points of the whole file.
        line: counted from 1, as columns are; columns count code points.
        quote: the line that it begins in, or the part around it if the line is very long.
        quote_start: code points of the quote before it.
        place: "paragraph 3" or "page 2" in a document without lines, else "".
        columns_utf16: start and end column in UTF-16 units, as some formats want them.
        fix: what may take its place without asking, or None.
    """

    finding: Finding
    line: int
    column: int
    end_line: int
    end_column: int
    quote: str
    quote_start: int
    place: str = ""
    columns_utf16: tuple[int, int] = (0, 0)
    fix: str | None = None


class Change(NamedTuple):
    """Words that were mended."""

    line: int
    column: int
    was: str
    now: str


class Summary(NamedTuple):
    """What an advert is like as a whole.

    Attributes:
        coding: its class by the public gender decoder's rule.
        masculine: the words found, in order; one that counts twice stands twice.
        feminine: likewise.
        score: feminine less masculine words.
        notes: which words counted twice, and what other ways of counting say.
        first: what to change, the most important first.
        reading_age: in years, by the Flesch-Kincaid formula; None if the advert is too short for one.
    """

    coding: str
    masculine: tuple[str, ...]
    feminine: tuple[str, ...]
    score: int
    notes: tuple[str, ...]
    first: tuple[str, ...]
    reading_age: float | None


class Checked(NamedTuple):
    """What became of one file: marks, or a refusal that says why there are none.

    `at_fault` tells a mistake of ours from a file that cannot be read.
    """

    name: str
    marks: tuple[Mark, ...] = ()
    changes: tuple[Change, ...] = ()
    advert: Summary | None = None
    refusal: str = ""
    at_fault: bool = False


def marks(piece: Piece, findings: Sequence[Finding], fixes: Sequence[str | None]) -> Iterator[Mark]:
    """Place findings, whose offsets are those of a piece, in the file that it is from."""
    if not findings:
        return
    starts = [*accumulate(map(len, StringIO(piece.text, newline="")), initial=0)]
    for finding, fix in zip(findings, fixes, strict=True):
        yield _mark(piece, starts, finding, fix)


def _mark(piece: Piece, starts: list[int], finding: Finding, fix: str | None) -> Mark:
    line = bisect_right(starts, finding.start)
    end_line = bisect_right(starts, max(finding.end - 1, finding.start))
    begin, end_begin = starts[line - 1], starts[end_line - 1]
    until = starts[line] if line < len(starts) else len(piece.text)
    quote_from = max(begin, finding.start - _WIDEST_QUOTE)
    quote = piece.text[quote_from : min(until, finding.end + _WIDEST_QUOTE)].rstrip("\r\n")
    return Mark(
        finding=_moved(finding, piece.start),
        line=piece.line + line,
        column=finding.start - begin + 1,
        end_line=piece.line + end_line,
        end_column=finding.end - end_begin + 1,
        quote=quote,
        quote_start=finding.start - quote_from,
        place=piece.place(finding.start),
        columns_utf16=(
            _utf16(piece.text, begin, finding.start) + 1,
            _utf16(piece.text, end_begin, finding.end) + 1,
        ),
        fix=fix,
    )


def _utf16(text: str, start: int, end: int) -> int:
    return len(text[start:end].encode("utf-16-le", errors="surrogatepass")) // 2


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, start=finding.start + by, end=finding.end + by) if by else finding
