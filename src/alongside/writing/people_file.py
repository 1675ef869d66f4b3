"""A directory of colleagues from a file: CSV with a heading line, or TOML with `[[person]]` tables."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import Any

from alongside.engines.writing import Person, UnusableConfiguration

_COLUMNS = {
    "id": "id",
    "name": "name",
    "full name": "name",
    "full_name": "name",
    "pronouns": "pronouns",
    "pronoun": "pronouns",
    "aliases": "aliases",
    "alias": "aliases",
    "also known as": "aliases",
    "nickname": "aliases",
    "handle": "handle",
}
_FIELDS = ("id", "name", "pronouns", "aliases", "handle")
_HEADING = "id,name,pronouns,aliases,handle"
_MOST_PEOPLE = 1_000_000


def read_people(text: str, *, name: str) -> tuple[Person, ...]:
    """Read colleagues, as each of them said that they are written about.

    Several pronoun sets, or several aliases, stand in one field with ";" between them.

    Args:
        text: what the file holds.
        name: of the file; one that ends in `.toml` is TOML, any other is CSV.

    Raises:
        UnusableConfiguration: the message names the file and the line or the field, and says what to write.
    """
    rows = _toml_rows(text, name) if name.lower().endswith(".toml") else _csv_rows(text, name)
    people: dict[str, Person] = {}
    for where, row in rows:
        person = _person(row, where)
        if person.id in people:
            raise UnusableConfiguration(
                f"{where}: the id {person.id!r} is there twice. Give each person one of their own."
            )
        people[person.id] = person
        if len(people) > _MOST_PEOPLE:
            raise UnusableConfiguration(f"{name}: there are more than {_MOST_PEOPLE:,} people. Give those of one team.")
    return tuple(people.values())


def _csv_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    table = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        heading = [_COLUMNS.get(cell.strip().lower(), "") for cell in next(table, [])]
        if "name" not in heading:
            raise UnusableConfiguration(f"{name}: line 1: expected the names of the columns, such as {_HEADING}.")
        for row in table:
            if any(cell.strip() for cell in row):
                yield f"{name}: line {table.line_num}", dict(zip(heading, row, strict=False))
    except csv.Error as fault:
        raise UnusableConfiguration(f"{name}: line {table.line_num}: this is not CSV ({fault}).") from None


def _toml_rows(text: str, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise UnusableConfiguration(f"{name}: this is not TOML. {fault}.") from None
    people = tables.get("person", [])
    if not isinstance(people, list) or not people or not all(isinstance(person, dict) for person in people):
        raise UnusableConfiguration(f"{name}: person: expected a table for each colleague that begins with [[person]].")
    for number, person in enumerate(people, 1):
        where = f"{name}: person, number {number}"
        for field in person:
            if field not in _FIELDS:
                raise UnusableConfiguration(f"{where}: {field} is not a field here. There are {', '.join(_FIELDS)}.")
        yield where, person


def _person(row: Mapping[str, Any], where: str) -> Person:
    name = _text(row, "name", where)
    if not name:
        raise UnusableConfiguration(f"{where}: name is missing. Write it as this person writes it.")
    return Person(
        id=_text(row, "id", where) or name,
        name=name,
        pronouns=_several(row, "pronouns", where),
        aliases=_several(row, "aliases", where),
        handle=_text(row, "handle", where) or None,
    )


def _text(row: Mapping[str, Any], field: str, where: str) -> str:
    value = row.get(field, "")
    if not isinstance(value, str):
        raise UnusableConfiguration(f'{where}: {field} is not a text. Write it in quotes, such as "…".')
    return " ".join(value.split())


def _several(row: Mapping[str, Any], field: str, where: str) -> tuple[str, ...]:
    value = row.get(field) or ""
    parts = value if isinstance(value, list) else str(value).split(";")
    if not all(isinstance(part, str) for part in parts):
        raise UnusableConfiguration(f'{where}: {field} is not a list of texts. Write it so: ["…", "…"].')
    texts = (" ".join(part.split()) for part in parts)
    return tuple(text for text in texts if text)
