"""`alongside write --advert` as a person who hires meets it."""

import json
from pathlib import Path
from typing import Any

import pytest

from alongside.cli.write import main

ADVERT = """Site manager

Lead forty people on a site. You are dominant and confident, and you support them. Own car. Attractive package.
"""


@pytest.fixture
def advert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("advert.md").write_text(ADVERT, encoding="utf-8")
    return "advert.md"


def read(advert: str, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    main([advert, "--advert", "--format", "json", *options])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    return dict(file)


def test_the_class_the_double_count_and_what_to_change_first_come_before_the_places(
    advert: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([advert, "--advert"])
    said = " ".join(capsys.readouterr().out.split())
    in_order = [
        "As a whole: this advert is masculine-coded (-3).",
        "Masculine-coded: lead, dominant, dominant, confident.",
        "“dominant” counts twice",
        "What to change first:",
        "1. This may not be needed: “Own car”.",
        "2. Name the pay as a range instead of “Attractive package”.",
        "3. Write 3 masculine-coded words in other words",
        "3:1 consider adverts.masculine-coded",
    ]
    places = [said.index(each) for each in in_order]
    assert places == sorted(places)


def test_coded_words_that_may_stay_are_counted_without_being_marked(
    advert: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = read(advert, capsys)
    assert told["advert"]["feminine"] == ["support"]
    assert "support" not in {one["text"] for one in told["findings"]}


def test_what_the_project_turned_off_is_off_for_adverts(advert: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("alongside.toml").write_text('[write]\noff = ["adverts.driving"]\n', encoding="utf-8")
    told = read(advert, capsys)
    assert "adverts.driving" not in {one["rule"] for one in told["findings"]}
    assert not any("Own car" in step for step in told["advert"]["first"])


def test_the_reading_age_is_given_with_its_formula_from_a_hundred_words_on(
    advert: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert read(advert, capsys)["advert"]["reading_age"] is None
    # Seven words, eight syllables: .39 x 7 + 11.8 x 8 / 7 - 15.59 + 5 = 5.6
    Path(advert).write_text("You plan the week with six people. " * 20, encoding="utf-8")
    main([advert, "--advert"])
    assert "Reading age: about 6 (Flesch-Kincaid; a hint, no pass mark)." in capsys.readouterr().out
