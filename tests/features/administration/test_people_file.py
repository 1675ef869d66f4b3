"""Reading a file of people: what spreadsheets write is read, and of the rest it is said what is wrong, and where."""

import io

import pytest

from alongside.administration.imports.reading import Limits, Table, UnreadableFile, read_table
from alongside.administration.imports.spreadsheet import safe_cell

LIMITS = Limits(bytes=10_000, rows=5, characters_of_a_field=1_000, lines_of_a_row=3)


def table_of(text: str | bytes, **how: str) -> Table:
    content = text if isinstance(text, bytes) else text.encode()
    *_, table = read_table(io.BytesIO(content), limits=LIMITS, **how)
    return table


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found_out(separator: str) -> None:
    text = "E-Mail;Name;Team;Employee ID\nAsha@Birch.example; Asha  Rao ;maps;7\n".replace(";", separator)
    (row,) = table_of(text).rows
    assert (row.number, row.email, row.name, row.unit, row.record) == (2, "asha@birch.example", "Asha Rao", "maps", "7")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_encoding_is_found_out(encoding: str, line_end: str) -> None:
    text = line_end.join(["name,email", "Siobhán Ní Dhomhnaill,s@birch.example", ""])
    (row,) = table_of(text.encode(encoding)).rows
    assert row.name == "Siobhán Ní Dhomhnaill"


def test_an_older_encoding_is_read_when_it_is_chosen_and_else_refused() -> None:
    text = "name,email\nJoaquín,j@birch.example\n".encode("windows-1252")
    assert table_of(text, encoding="windows-1252").rows[0].name == "Joaquín"
    with pytest.raises(UnreadableFile, match="CSV UTF-8"):
        table_of(text)


def test_what_a_spreadsheet_notes_about_itself_is_skipped() -> None:
    (row,) = table_of("sep=;\nname;email\nAsha, Rao;a@birch.example\n").rows
    assert (row.number, row.name) == (3, "Asha, Rao")


def test_a_row_over_two_lines_and_empty_lines_keep_the_count_right() -> None:
    table = table_of('name,email\n"Asha\nRao",a@birch.example\n\nBen,b@birch.example\nCarmen,nothing\n')
    assert [(row.number, row.name) for row in table.rows] == [(2, "Asha Rao"), (5, "Ben")]
    assert [bad.number for bad in table.bad] == [6]


@pytest.mark.parametrize(
    ("line", "field", "expected"),
    [
        ("Ben,", "email", "an address"),
        ("Ben,ben@", "email", "an address"),
        (",b@birch.example", "name", "a name"),
        ("=cmd(),b@birch.example", "name", "formula"),
        ("＝cmd(),b@birch.example", "name", "formula"),
        ("B\x00en,b@birch.example", "name", "printed"),
        ("B\u202een,b@birch.example", "name", "printed"),
        (f"{'b' * 201},b@birch.example", "name", "at most 200"),
        (f"Ben,{'b' * 1_001}@birch.example", "email", "at most 1,000"),
        ("Ben,b@birch.example,perhaps", "leader", "yes or no"),
    ],
)
def test_a_bad_line_is_told_by_number_field_and_what_was_expected(line: str, field: str, expected: str) -> None:
    table = table_of(f"name,email,leader\nAsha,a@birch.example\n{line}\n")
    (bad,) = table.bad
    assert (bad.number, bad.field) == (3, field)
    assert expected in bad.expected
    assert [row.name for row in table.rows] == ["Asha"]


def test_a_quotation_mark_that_never_ends_is_told_where_it_begins() -> None:
    table = table_of('name,email\nAsha,a@birch.example\n"Ben,b@birch.example\n' + "x,y\n" * 9)
    assert [(bad.number, "quotation mark" in bad.expected) for bad in table.bad] == [(3, True)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no column"),
        ("name\nAsha\n", '"email"'),
        ("email,full name,name\n", "Two columns"),
        ("email,name,unit name\n", '"unit"'),
        ("email,name\n" + "a@birch.example,A\n" * 6, "more than 5 lines"),
        ("email,name\n" + "x" * 10_000, "10,011 bytes"),
    ],
)
def test_a_file_that_is_something_else_is_refused_as_a_whole(text: str, why: str) -> None:
    with pytest.raises(UnreadableFile, match=why):
        table_of(text)


def test_columns_that_we_have_no_use_for_are_named_and_not_kept() -> None:
    table = table_of("name,email,gender,date of birth\nAsha,a@birch.example,secret,secret\n")
    assert table.unused == ("gender", "date of birth")
    assert "secret" not in repr(table)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r", "＝", " ="])
def test_a_cell_that_a_spreadsheet_would_run_is_made_safe(start: str) -> None:
    assert safe_cell(f"{start}1+1").startswith("'")
    assert safe_cell("Asha - Rao") == "Asha - Rao"
