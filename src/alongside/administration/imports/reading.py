"""Reads a table of people, as a spreadsheet or a staff system writes it. It says of each line what is wrong with it.

Nothing here knows the database. Columns that we have no use for are not looked at, and never kept.
"""

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

if TYPE_CHECKING:
    import _csv


class UnreadableFile(Exception):
    """The file as a whole cannot be read. The message says what was expected."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a file may be. Beyond that, somebody has sent something else than a list of people."""

    bytes: int = 50_000_000
    rows: int = 200_000
    characters_of_a_field: int = 1_000
    lines_of_a_row: int = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One line that can be read. A line without an address describes a unit."""

    number: int
    email: str = ""
    name: str = ""
    record: str = ""
    unit: str = ""
    unit_name: str = ""
    unit_parent: str = ""
    leader: str = ""


@dataclass(frozen=True, slots=True)
class BadLine:
    """One thing that is wrong. `number` is the line in the file, and 0 for the file as a whole."""

    number: int
    field: str
    found: str
    expected: str


@dataclass(slots=True)
class Table:
    """What a file holds. `columns` are those it has, of those that we know; `unused` are all others."""

    columns: frozenset[str]
    unused: tuple[str, ...]
    rows: list[Row] = field(default_factory=list)
    bad: list[BadLine] = field(default_factory=list)


# The names that staff systems give to what we need, without capitals and with spaces for all signs in between.
_ALIASES = {
    "email": "email|e mail|mail|email address|e mail address|work email|mail address|courriel|adresse e mail",
    "name": "name|full name|display name|employee name|nom|nom complet",
    "record": "record|employee id|employee number|personnel number|staff number|staff id|id|matricule",
    "unit": "unit|unit code|team|team code|department|department code|unité|équipe",
    "unit_name": "unit name|team name|department name|nom de l unité",
    "unit_parent": "unit parent|parent|parent unit|parent code|parent unit code|unité parente",
    "leader": "leader|is leader|leads",
}
_COLUMNS = {alias: column for column, aliases in _ALIASES.items() for alias in aliases.split("|")}
_MOST_CHARACTERS = {"email": 254, "name": 200, "record": 100, "unit": 100, "unit_name": 200, "unit_parent": 100}
_SEPARATORS = ",;\t|"
_QUOTATION_MARKS = "a quotation mark at both ends of a field, or none"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_YES, _NO = frozenset({"yes", "true", "1", "x", "oui"}), frozenset({"no", "false", "0", "non"})
ENCODINGS = ("utf-8", "utf-16", "windows-1252")


def read_table(
    file: IO[bytes], *, separator: str = "", encoding: str = "", limits: Limits = Limits()
) -> Iterator[Table]:
    """Read the file, and hand over the table again and again while it grows; the last one is whole.

    Args:
        file: it can be rewound.
        separator: between two fields; found out if not given.
        encoding: one of `ENCODINGS`; found out if not given.
        limits: how much is read.

    Raises:
        UnreadableFile: no table of people, or one that is too large.
    """
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if size > limits.bytes:
        raise UnreadableFile(f"The file has {size:,} bytes. Expected: at most {limits.bytes:,}.")
    start = file.read(4)
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding or _encoding(start), newline="")
    try:
        yield from _rows_of(text, separator, limits)
    except UnicodeDecodeError as fault:
        raise UnreadableFile(
            f"The file is not in {fault.encoding}. Expected: a file saved as “CSV UTF-8”, or the right encoding chosen."
        ) from fault
    finally:
        text.detach()


def _encoding(start: bytes) -> str:
    """From the mark that spreadsheets put first, or from where the zeros stand."""
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(start) > 1 and 0 in start[:2]:
        return "utf-16-le" if start[1] == 0 else "utf-16-be"
    return "utf-8-sig"


def _rows_of(text: io.TextIOWrapper, separator: str, limits: Limits) -> Iterator[Table]:
    header = text.readline(limits.characters_of_a_field * 50).lstrip("\ufeff")
    number = 1
    if header[:4].lower() == "sep=":  # a note from one spreadsheet to another
        separator = separator or header[4:5]
        header = text.readline(limits.characters_of_a_field * 50)
        number = 2
    separator = separator or max(_SEPARATORS, key=lambda sign: len(_known(header, sign)))
    places = _places(header, separator)
    table = Table(frozenset(places), tuple(_unused(header, separator)))
    lines = csv.reader(text, delimiter=separator, strict=True)
    for before, cells in _numbered(lines, number, table, limits):
        _take(table, before, cells, places, limits)
        if len(table.rows) % 5_000 == 0:
            yield table
    yield table


def _numbered(lines: "_csv.Reader", header_lines: int, table: Table, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins at. A quotation mark without a partner ends the reading."""
    begins = header_lines + 1
    try:
        for cells in lines:
            if any(cells):
                yield begins, cells
            if lines.line_num + header_lines - begins >= limits.lines_of_a_row:
                table.bad.append(BadLine(begins, "", "", _QUOTATION_MARKS))
                return
            begins = lines.line_num + header_lines + 1
    except csv.Error:
        table.bad.append(BadLine(begins, "", "", _QUOTATION_MARKS))


def _take(table: Table, number: int, cells: list[str], places: dict[str, int], limits: Limits) -> None:
    if len(table.rows) + len(table.bad) >= limits.rows:
        raise UnreadableFile(f"The file has more than {limits.rows:,} lines. Expected: at most as many.")
    try:
        values = {
            column: _clean(column, cells[place] if place < len(cells) else "", limits)
            for column, place in places.items()
        }
        if values["email"] or values["name"] or values.get("record") or not values.get("unit"):
            _check_person(values)
    except _Wrong as wrong:
        table.bad.append(BadLine(number, wrong.column, wrong.found, wrong.expected))
    else:
        table.rows.append(Row(number, **values))


class _Wrong(Exception):
    def __init__(self, column: str, found: str, expected: str) -> None:
        super().__init__(expected)
        self.column, self.found, self.expected = column, found[:100], expected


def _clean(column: str, cell: str, limits: Limits) -> str:
    """A cell without what nobody sees."""
    if len(cell) > limits.characters_of_a_field:
        raise _Wrong(column, cell, f"at most {limits.characters_of_a_field:,} characters")
    value = cell if cell.isascii() else unicodedata.normalize("NFC", cell)
    value = " ".join(value.split())
    most = _MOST_CHARACTERS.get(column, limits.characters_of_a_field)
    if len(value) > most:
        raise _Wrong(column, value, f"at most {most} characters")
    if not value.isprintable():
        raise _Wrong(column, repr(value), "signs that can be printed")
    if value.startswith(_FORMULA):
        raise _Wrong(column, value, "something that a spreadsheet does not take for a formula")
    return value


def _check_person(values: dict[str, str]) -> None:
    values["email"] = values["email"].lower()
    try:
        validate_email(values["email"])
    except ValidationError:
        raise _Wrong("email", values["email"], "an address, such as kim@example.org") from None
    if not values["name"]:
        raise _Wrong("name", "", "a name")
    said = values.get("leader", "").casefold()
    if said and said not in _YES | _NO:
        raise _Wrong("leader", said, "yes or no")
    if said:
        values["leader"] = "yes" if said in _YES else "no"


def _places(header: str, separator: str) -> dict[str, int]:
    """Where each column stands.

    Raises:
        UnreadableFile: one is missing, or there twice.
    """
    places: dict[str, int] = {}
    for place, title in enumerate(_titles(header, separator)):
        column = _COLUMNS.get(title)
        if column in places:
            raise UnreadableFile(f'Two columns stand for "{column}". Expected: one.')
        if column:
            places[column] = place
    for column in ("email", "name"):
        if column not in places:
            raise UnreadableFile(
                f'The first line has no column for "{column}". Expected: one called '
                f"{', '.join(_ALIASES[column].split('|')[:4])}, or similar."
            )
    if places.keys() & {"unit_name", "unit_parent"} and "unit" not in places:
        raise UnreadableFile('There are columns about units, but none for "unit". Expected: one with the unit\'s code.')
    return places


def _known(header: str, separator: str) -> set[str]:
    return {_COLUMNS[title] for title in _titles(header, separator) if title in _COLUMNS}


def _unused(header: str, separator: str) -> list[str]:
    return [title[:60] for title in _titles(header, separator) if title and title not in _COLUMNS][:40]


def _titles(header: str, separator: str) -> list[str]:
    cells = next(csv.reader([header], delimiter=separator), [])
    return [" ".join("".join(sign if sign.isalnum() else " " for sign in cell).casefold().split()) for cell in cells]
