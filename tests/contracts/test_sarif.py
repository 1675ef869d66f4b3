"""What `alongside write --format sarif` says is SARIF by the published schema, and what GitHub code scanning takes."""

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from alongside.engines.writing import Finding
from alongside.writing.checked import Checked, Mark, marks
from alongside.writing.documents import Piece
from alongside.writing.report import render, sarif

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
TEXT = "# Plan\n\n😀 Hey guys,\nmaster of\nall, guys.\n"


# The published schema has a slip of the pen, for the language of a run, which we do not state.
_SLIP, _MEANT = "[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$"


@pytest.fixture(scope="module")
def schema() -> jsonschema_rs.Validator:
    text = SCHEMA.read_text(encoding="utf-8")
    assert text.count(_SLIP) == 2
    return jsonschema_rs.validator_for(json.loads(text.replace(_SLIP, _MEANT)))


def finding(start: int, end: int, **said: Any) -> Finding:
    values = {
        "rule": "gender.guys",
        "category": "gender",
        "kind": "term",
        "strength": "avoid",
        "why": "Not everybody is a guy.",
        "alternatives": ("all", "everyone"),
        "source": "UN; Google",
    }
    return Finding(start, end, TEXT[start:end], **(values | said))


def marked(*findings: Finding, text: str = TEXT, **piece: Any) -> tuple[Mark, ...]:
    return tuple(marks(Piece(text, "markdown", **piece), findings, [None] * len(findings)))


START = TEXT.index("guys")
FILES = [
    Checked(
        "docs/a plan ä.md",
        marked(
            finding(START, START + 4),
            finding(TEXT.index("master"), TEXT.index(", guys"), rule="technology.master", strength="context"),
            finding(TEXT.rindex("guys"), TEXT.rindex("guys") + 4, alternatives=(), source=""),
        ),
    ),
    Checked("letter.docx", marked(finding(START, START + 4), unit="paragraph", starts=(0, 8))),
    Checked("-", marked(finding(START, START + 4))),
    Checked("../outside.md", marked(finding(START, START + 4))),
    Checked("broken.md", refusal="broken.md: line 3 is not UTF-8 text. Save the file as UTF-8."),
]


def said(files: list[Checked], **options: Any) -> dict[str, Any]:
    log: dict[str, Any] = json.loads("".join(render(files, "sarif", **options)))
    return log


def test_it_is_sarif_by_the_published_schema(schema: jsonschema_rs.Validator) -> None:
    schema.validate(said(FILES))
    schema.validate(said([]))


def test_the_schema_refuses_what_is_not_sarif(schema: jsonschema_rs.Validator) -> None:
    log = said(FILES)
    del log["runs"][0]["results"][0]["message"]
    assert not schema.is_valid(log)


def test_a_result_says_where_why_and_what_else_to_write() -> None:
    run = said(FILES)["runs"][0]
    first = run["results"][0]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "docs/a%20plan%20%C3%A4.md", "uriBaseId": "%SRCROOT%"}
    # The smiley takes two UTF-16 units, which is how columns are counted here.
    assert run["columnKind"] == "utf16CodeUnits"
    assert place["region"] == {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 12}
    assert first["message"]["text"] == "“guys”: Not everybody is a guy. Better: all · everyone"
    assert [fix["description"]["text"] for fix in first["fixes"]] == ["Write “all”", "Write “everyone”"]
    replacement = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": place["region"], "insertedContent": {"text": "all"}}


def test_words_over_two_lines_have_both() -> None:
    region = said(FILES)["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 4, "startColumn": 1, "endLine": 5, "endColumn": 4}


def test_a_document_without_lines_says_its_paragraph() -> None:
    location = said(FILES)["runs"][0]["results"][3]["locations"][0]
    assert location["logicalLocations"][0]["name"] == "paragraph 2"
    assert "region" not in location["physicalLocation"]


def test_a_rule_has_its_help_and_each_result_names_it() -> None:
    run = said(FILES)["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["gender.guys", "technology.master"]
    assert "Not everybody is a guy." in rules[0]["help"]["markdown"]
    assert "- everyone" in rules[0]["help"]["markdown"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert all(len(rule["properties"]["tags"]) <= 20 for rule in rules)


@pytest.mark.parametrize(("fail_at", "levels"), [("context", ["warning", "warning"]), ("avoid", ["warning", "note"])])
def test_the_level_goes_by_the_strength_that_fails_a_check(fail_at: Any, levels: list[str]) -> None:
    assert [result["level"] for result in said(FILES, fail_at=fail_at)["runs"][0]["results"][:2]] == levels


def fingerprints(text: str) -> list[str]:
    starts = [start for start in range(len(text)) if text.startswith("guys", start)]
    found = [Finding(start, start + 4, "guys", "gender.guys", "gender", "term", "avoid", "Why.") for start in starts]
    log = said([Checked("a.md", marked(*found, text=text))])
    return [result["partialFingerprints"]["primaryLocationLineHash"] for result in log["runs"][0]["results"]]


def test_fingerprints_stay_when_lines_move_and_differ_between_findings() -> None:
    before = fingerprints("Hey guys.\nguys, guys\n")
    assert len(set(before)) == 3
    assert fingerprints("A new line.\n\nHey guys.\n\nguys,  guys\n") == before


def test_a_file_that_could_not_be_read_is_told_in_the_run() -> None:
    (invocation,) = said(FILES)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"]
    assert "line 3 is not UTF-8" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_no_more_results_than_a_run_may_have_and_the_strongest_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    run = said(FILES)["runs"][0]
    assert [result["properties"]["strength"] for result in run["results"]] == ["avoid", "avoid"]
    assert "4 weakest findings" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]
