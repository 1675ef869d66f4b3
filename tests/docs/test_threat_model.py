"""The threat model names tests that exist, and the guide says the promise as the pages do."""

import re
from pathlib import Path

import pytest

from alongside.voice.wording import four_sentences

ROOT = Path(__file__).resolve().parents[2]
MODEL = (ROOT / "docs/measures/threat-model.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "docs/use/voice.md").read_text(encoding="utf-8")
TESTS = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests").rglob("test_*.py")))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+)`", MODEL))))
def test_a_test_that_the_threat_model_names_is_there(name: str) -> None:
    assert f"def {name}(" in TESTS


def test_every_adversary_has_a_test_but_the_one_of_whom_nothing_is_promised() -> None:
    rows = [row.split("|") for row in MODEL.splitlines() if row.startswith(("| **", "| The same"))]
    assert len(rows) >= 12
    assert [row[3].strip() for row in rows if "`test_" not in row[5]] == ["nothing"]


def test_the_promise_stands_in_the_guide_as_on_the_pages() -> None:
    for number, sentence in enumerate(four_sentences(), start=1):
        assert f"{number}. {sentence}" in GUIDE


def test_the_promise_stands_in_the_code_once() -> None:
    start = four_sentences()[1][:40]
    holders = [path for path in (ROOT / "src").rglob("*") if path.suffix in {".py", ".html", ".js"}]
    assert [path.name for path in holders if start in path.read_text(encoding="utf-8")] == ["wording.py"]
