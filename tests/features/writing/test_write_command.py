"""`alongside write` as a person at a terminal or a script meets it."""

import io
import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

from alongside.cli.write import main
from alongside.engines.writing import check

CONFIGURATION = """
[write]
off = ["readability"]

[[write.rule]]
id = "house.synergy"
strength = "avoid"
terms = ["synergy"]
alternatives = ["working together", "team work"]
why = "Nobody outside of the board knows what it means."

[[write.rule]]
id = "house.utilise"
terms = ["utilise"]
alternatives = ["use"]
why = "It is the longer word for the same thing."
fix = true
"""


class Ran(NamedTuple):
    """What came of a run."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("alongside.toml").write_text(CONFIGURATION, encoding="utf-8")
    Path("plan.md").write_text("# Plan\n\nWe need synergy.\n", encoding="utf-8")
    Path("fine.md").write_text("# Fine\n\nWe need time.\n", encoding="utf-8")

    def write(*arguments: str, given: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main(arguments)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Ran(code, captured.out.decode(), captured.err.decode())

    return write


def found(ran: Ran) -> list[tuple[str, list[str]]]:
    return [(file["file"], [one["text"] for one in file["findings"]]) for file in json.loads(ran.out)["files"]]


def test_a_finding_shows_the_line_the_words_why_and_what_else_to_write(run: Run) -> None:
    ran = run("plan.md")
    assert ran.code == 1
    assert ran.out == (
        "plan.md\n"
        "  3:9  avoid  house.synergy\n"
        "      We need synergy.\n"
        "              ~~~~~~~\n"
        "      Nobody outside of the board knows what it means.\n"
        "      Better: working together · team work\n"
        "\n"
        "1 place to look at: 1 avoid.\n"
        "Is a word right where it is? Keep it, and say why, in a comment before it:\n"
        "  <!-- alongside ignore house.synergy: your reason -->\n"
    )


def test_a_text_with_nothing_to_say_about_exits_with_0(run: Run) -> None:
    assert run("fine.md") == Ran(0, "Nothing found in 1 file.\n", "")


@pytest.mark.parametrize(("strength", "code"), [("avoid", 0), ("consider", 1), ("context", 1)])
def test_the_exit_code_goes_by_the_chosen_strength(run: Run, strength: str, code: int) -> None:
    Path("plan.md").write_text("We utilise it.", encoding="utf-8")
    assert run("plan.md", "--fail-at", strength).code == code


def test_the_configuration_may_choose_that_strength(run: Run) -> None:
    Path("alongside.toml").write_text(CONFIGURATION.replace("[write]", '[write]\nfail_at = "avoid"'), encoding="utf-8")
    Path("plan.md").write_text("We utilise it.", encoding="utf-8")
    assert run("plan.md").code == 0
    assert "utilise" in run("plan.md").out


def test_one_bad_file_does_not_hide_the_others(run: Run) -> None:
    Path("binary.md").write_bytes(b"\x7fELF\0\0synergy")
    ran = run("binary.md", "absent.md", "plan.md", "--format", "json")
    assert ran.code == 2
    assert found(ran)[-1] == ("plan.md", ["synergy"])
    assert [line.split(":")[0] for line in ran.err.splitlines()] == ["binary.md", "absent.md"]


def test_standard_input_is_read_and_its_name_tells_its_markup(run: Run) -> None:
    assert found(run("-", "--format", "json", given=b"~~~\nsynergy\n~~~\n")) == [("-", [])]
    ran = run("-", "--format", "json", "--stdin-name", "a.txt", given=b"~~~\nsynergy\n~~~\n")
    assert found(ran) == [("a.txt", ["synergy"])]


def test_a_folder_stands_for_its_prose_without_what_git_ignores(run: Run) -> None:
    for name in (
        "docs/b.md",
        "docs/a.rst",
        "docs/made/c.md",
        "docs/x.py",
        "node_modules/d.md",
        ".git/e.md",
        "drafts/f.txt",
    ):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("synergy\n", encoding="utf-8")
    Path(".gitignore").write_text("made/\n/drafts/*\n", encoding="utf-8")
    ran = run(".", "--format", "json")
    assert [name for name, _ in found(ran)] == ["docs/a.rst", "docs/b.md", "fine.md", "plan.md"]
    # A file that is named is read, whatever git thinks of it.
    assert found(run("drafts/f.txt", "--format", "json")) == [("drafts/f.txt", ["synergy"])]


def test_a_folder_inside_a_repository_obeys_the_ignores_above_it(run: Run) -> None:
    Path(".git").mkdir()
    Path("docs").mkdir()
    Path("docs/a.md").write_text("synergy", encoding="utf-8")
    Path("docs/b.md").write_text("synergy", encoding="utf-8")
    Path(".gitignore").write_text("docs/*.md\n", encoding="utf-8")
    Path("docs/.gitignore").write_text("!b.md\n", encoding="utf-8")
    assert [name for name, _ in found(run("docs", "--format", "json"))] == ["docs/b.md"]


def test_the_configuration_says_what_a_walk_skips_and_reads_too(run: Run) -> None:
    added = '[write]\nskip = ["fine.md"]\nread_too = ["*.adoc"]'
    Path("alongside.toml").write_text(CONFIGURATION.replace("[write]", added), encoding="utf-8")
    Path("room.adoc").write_text("synergy\n", encoding="utf-8")
    assert found(run(".", "--format", "json")) == [("plan.md", ["synergy"]), ("room.adoc", ["synergy"])]


def test_a_section_holds_for_its_files_only(run: Run) -> None:
    Path("legal").mkdir()
    Path("legal/law.md").write_text("synergy", encoding="utf-8")
    section = '\n[[write.path]]\nfiles = ["legal/**"]\noff = ["house"]\n'
    Path("alongside.toml").write_text(CONFIGURATION + section, encoding="utf-8")
    assert found(run("legal/law.md", "plan.md", "--format", "json")) == [("legal/law.md", []), ("plan.md", ["synergy"])]


def test_an_allowance_needs_a_reason(run: Run) -> None:
    Path("alongside.toml").write_text('[[write.allow]]\nterm = "synergy"\n', encoding="utf-8")
    ran = run("plan.md")
    assert ran.code == 2
    assert "alongside.toml: write.allow, number 1: reason is missing." in ran.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[write]\nskipp = []", "skipp is not a field here. Did you mean skip"),
        ("[write]\nlocale = 'fr'", "locale is 'fr'. Expected one of en-GB, en-US"),
        ("[write]\noff = 'gender'", "off is not a list of texts"),
        ("[write\n", "this is not TOML"),
        ("[[write.rule]]\nid = 'house.x'\nterms = ['x']", "rule, number 1: why is missing"),
        ("[[write.rule]]\nid = 'house.x'\nwhy = 'y'\nterms = ['(x']", "house.x"),
        ("[write]\npeople = 'nobody.csv'", "nobody.csv: it cannot be read"),
        ("[write.strength]\ngender = 'loud'", "gender is 'loud'. Expected one of avoid"),
    ],
)
def test_a_configuration_that_cannot_be_used_says_where_and_what_to_do(run: Run, text: str, said: str) -> None:
    Path("alongside.toml").write_text(text, encoding="utf-8")
    ran = run("plan.md")
    assert ran.code == 2
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_pyproject_has_the_same_under_its_own_table(run: Run) -> None:
    table = CONFIGURATION.replace("[write]", "[tool.alongside.write]").replace("[[write.", "[[tool.alongside.write.")
    Path("alongside.toml").unlink()
    Path("pyproject.toml").write_text(table, encoding="utf-8")
    assert found(run("plan.md", "--format", "json")) == [("plan.md", ["synergy"])]
    assert found(run("plan.md", "--format", "json", "--no-config")) == [("plan.md", [])]


def test_fix_mends_what_has_one_better_word_and_says_what_it_changed(run: Run) -> None:
    content = "\ufeffUtilise it.\r\nWe utilise synergy.\rNaïve 😀 utilised.".encode()
    Path("plan.md").write_bytes(content)
    Path("plan.md").chmod(0o640)
    ran = run("--fix", "plan.md")
    assert Path("plan.md").read_bytes() == "\ufeffUse it.\r\nWe use synergy.\rNaïve 😀 utilised.".encode()
    assert stat.S_IMODE(Path("plan.md").stat().st_mode) == 0o640
    assert "1:1  changed “Utilise” to “Use”\n" in ran.out
    assert "2:4  changed “utilise” to “use”\n" in ran.out
    assert "Changed 2 places.\n1 place to look at: 1 avoid.\n" in ran.out
    assert ran.code == 1
    assert {path.name for path in Path().iterdir()} == {"alongside.toml", "plan.md", "fine.md"}


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_fix_keeps_the_encoding(run: Run, encoding: str) -> None:
    Path("plan.txt").write_bytes("\ufeffWe utilise 😀 it.".encode(encoding))
    run("--fix", "plan.txt")
    assert Path("plan.txt").read_bytes() == "\ufeffWe use 😀 it.".encode(encoding)


def test_fix_leaves_a_file_alone_that_needs_nothing(run: Run) -> None:
    before = Path("fine.md").stat()
    assert run("--fix", "fine.md").code == 0
    assert Path("fine.md").stat().st_ino == before.st_ino


def test_fix_of_standard_input_gives_the_mended_text(run: Run) -> None:
    ran = run("--fix", "-", given=b"We utilise it.\r\n")
    assert ran.out == "We use it.\r\n"
    assert "changed “utilise” to “use”" in ran.err
    assert ran.code == 0


def test_a_report_goes_to_a_file_whole(run: Run) -> None:
    ran = run("plan.md", "--format", "json", "--output", "report.json")
    assert (ran.code, ran.out) == (1, "")
    assert len(json.loads(Path("report.json").read_text(encoding="utf-8"))["files"]) == 1


def test_a_report_never_goes_over_what_is_checked(run: Run) -> None:
    ran = run("plan.md", "--output", "plan.md")
    assert ran.code == 2
    assert "would write over" in ran.err


def test_many_files_may_be_worked_on_at_once(run: Run) -> None:
    for number in range(40):
        Path(f"n{number:02}.md").write_text("synergy", encoding="utf-8")
    ran = run(".", "--jobs", "2", "--format", "json")
    assert [name for name, _ in found(ran)] == ["fine.md", *(f"n{number:02}.md" for number in range(40)), "plan.md"]


@pytest.mark.parametrize(
    "arguments",
    [[], ["--formt", "json", "a.md"], ["a.md", "--jobs", "0"], ["-", "-"], ["a.md", "--config", "x", "--no-config"]],
)
def test_what_is_not_understood_exits_with_2(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err


def test_a_mistake_of_ours_is_owned_and_costs_no_other_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong_once(*_: object, **__: object) -> None:
        monkeypatch.setattr("alongside.writing.checking.check", check)
        raise ZeroDivisionError

    monkeypatch.setattr("alongside.writing.checking.check", wrong_once)
    ran = run("fine.md", "plan.md", "--format", "json")
    assert ran.code == 3
    assert found(ran)[-1] == ("plan.md", ["synergy"])
    assert "not your fault (ZeroDivisionError: )" in ran.err


def test_what_a_file_holds_cannot_command_the_terminal(run: Run) -> None:
    Path("plan.md").write_text("\x1b[2J synergy \u202egnp.exe\n", encoding="utf-8")
    assert "\x1b" not in run("plan.md").out
    assert "\u202e" not in run("plan.md").out


def test_a_wide_line_is_cut_around_the_words_and_the_sign_stays_under_them(run: Run) -> None:
    Path("plan.md").write_text("前 " * 60 + "synergy " + "words " * 60, encoding="utf-8")
    lines = run("plan.md").out.splitlines()
    quote, under = lines[2], lines[3]
    assert quote.strip().startswith("…")
    assert quote.endswith("…")
    before = quote[: quote.index("synergy")]
    assert under.index("~") == len(before) + before.count("前")


def test_packs_of_other_tools_are_read_and_what_they_lose_is_said(run: Run) -> None:
    Path(".woke.yml").write_text("rules:\n  - name: x\n    terms: [time]\nignore_files: [a]\n", encoding="utf-8")
    ran = run("fine.md", "--pack", ".woke.yml", "--format", "json")
    assert found(ran) == [("fine.md", ["time"])]
    assert "ignore_files is not carried over" in ran.err


def test_a_style_of_vale_is_named_by_its_folder(run: Run) -> None:
    Path("styles/House").mkdir(parents=True)
    Path("styles/House/Short.yml").write_text("extends: existence\ntokens: [time]\n", encoding="utf-8")
    ran = run("fine.md", "--pack", "styles/House", "--format", "json")
    assert json.loads(ran.out)["files"][0]["findings"][0]["rule"] == "House.Short"


def test_an_ignore_comment_with_a_reason_is_obeyed(run: Run) -> None:
    Path("plan.md").write_text(
        "<!-- alongside ignore house.synergy: the law says so -->\n\nsynergy\n", encoding="utf-8"
    )
    assert run("plan.md").code == 0


HARD = "We meet on Monday. We eat an apple and talk about the week. Prior to that we go home. " * 5


def test_what_is_hard_to_read_is_shown_for_named_files_and_in_folders_only_when_asked_for(run: Run) -> None:
    Path("docs").mkdir()
    Path("docs/long.md").write_text(HARD, encoding="utf-8")
    named = ("docs/long.md", ["Prior to"])
    assert found(run("docs/long.md", "--format", "json", "--no-config")) == [named]
    assert found(run("docs", "--format", "json", "--no-config")) == [(named[0], [])]
    assert found(run("docs", "--format", "json", "--no-config", "--readability")) == [named]
    assert found(run("docs", "--format", "json", "--readability")) == [(named[0], [])], "off in the configuration"


def test_colleagues_of_a_file_are_known(run: Run) -> None:
    Path("people.csv").write_text("id;name;pronouns;aliases\njose;José García;he/him;Pepe\n", encoding="utf-8")
    Path("plan.md").write_text("Jose Garcia and Pepe came.\n", encoding="utf-8")
    (one,) = json.loads(run("plan.md", "--people", "people.csv", "--format", "json").out)["files"][0]["findings"]
    assert (one["text"], one["alternatives"], one["kind"], one["person"]) == (
        "Jose Garcia",
        ["José García"],
        "name",
        "jose",
    )


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("p.csv", "who\nAsha", "line 1: expected the names of the columns, such as id,name"),
        ("p.csv", "id,name\na,Asha\nb,\n", "line 3: name is missing"),
        ("p.csv", "id,name\na,Asha\na,Ben\n", "line 3: the id 'a' is there twice"),
        ("p.csv", 'id,name\na,"Asha\n', "this is not CSV"),
        ("p.toml", "[[person]]\nname = 3", "person, number 1: name is not a text"),
        ("p.toml", "[[person]]\nname = 'Asha'\npronoun = 'x'", "pronoun is not a field here"),
        ("p.toml", "people = 3", "begins with [[person]]"),
        ("p.toml", "x", "this is not TOML"),
    ],
)
def test_a_people_file_that_cannot_be_used_says_where_and_what_to_do(run: Run, name: str, text: str, said: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    ran = run("plan.md", "--people", name)
    assert ran.code == 2
    assert ran.err.startswith(f"{name}: ")
    assert said in ran.err


def test_github_shows_findings_beside_the_lines(run: Run) -> None:
    Path("a,b.md").write_text("100 %\n\nsynergy\n", encoding="utf-8")
    Path("plan.md").write_bytes(b"\xff")
    ran = run("a,b.md", "plan.md", "--format", "github", "--fail-at", "avoid")
    assert ran.out == (
        "::warning file=a%2Cb.md,line=3,endLine=3,col=1,endColumn=8,title=house.synergy::"
        "“synergy”: Nobody outside of the board knows what it means. Better: working together · team work\n"
        "::error file=plan.md::plan.md: line 1 is not UTF-8 text. Save the file as UTF-8.\n"
    )


def test_markdown_is_a_table_that_no_text_can_break(run: Run) -> None:
    Path("a_b.md").write_text("synergy\n", encoding="utf-8")
    assert run("a_b.md", "--format", "markdown").out == (
        "# Writing\n\n## a\\_b.md\n\n"
        "| Where | Words | Why | Better | Rule |\n|---|---|---|---|---|\n"
        "| 1:1 | synergy | Nobody outside of the board knows what it means. | working together · team work |"
        " house.synergy (avoid) |\n\n1 place to look at: 1 avoid.\n"
    )


def test_documents_are_told_by_paragraph_and_never_changed(run: Run) -> None:
    document = docx.Document()
    document.add_paragraph("Fine.")
    document.add_paragraph("We utilise it.")
    document.save("plan.docx")
    before = Path("plan.docx").read_bytes()
    ran = run("--fix", "plan.docx")
    assert "  paragraph 2  consider  house.utilise\n" in ran.out
    assert Path("plan.docx").read_bytes() == before
