"""What an engine makes public says what it is, and the values it can give are words of the glossary."""

import dataclasses
import inspect
import re
from pathlib import Path
from typing import get_args

import pytest

from alongside.engines import meetings, practice, release
from alongside.engines.meetings._lookback import Credit, InterruptionKind, OverlapKind
from alongside.engines.meetings._transcript import Timing

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = (ROOT / "docs/glossary.md").read_text(encoding="utf-8")

PUBLIC = {
    f"{engine.__name__}.{name}": getattr(engine, name)
    for engine in (meetings, practice, release)
    for name in engine.__all__
}
KINDS = [
    *get_args(OverlapKind),
    *get_args(InterruptionKind),
    *get_args(Timing),
    *get_args(Credit.__annotations__["kind"]),
    *get_args(practice.Answer),
    *get_args(practice.Reason),
    *get_args(release.Label),
    *get_args(release.Refused),
    *get_args(release.Exposure.__annotations__["how"]),
]


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_public_name_has_a_docstring_of_its_own(name: str) -> None:
    public = PUBLIC[name]
    if not (inspect.isclass(public) or inspect.isfunction(public)):
        return
    written = public.__doc__ or ""
    made_by_dataclass = dataclasses.is_dataclass(public) and written.startswith(f"{name.rpartition('.')[2]}(")
    assert written.strip()
    assert not made_by_dataclass


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_stands_in_the_glossary(kind: str) -> None:
    assert f"`{kind}`" in GLOSSARY


def test_every_glossary_word_has_a_meaning_and_a_source() -> None:
    rows = [line for line in GLOSSARY.splitlines() if line.startswith("| **")]
    incomplete = [row for row in rows if not all(cell.strip() for cell in row.strip("|").split("|"))]
    assert rows
    assert not incomplete


def test_every_source_named_in_the_glossary_is_listed() -> None:
    table, sources = GLOSSARY.split("## Sources")
    for surname, year in re.findall(r"([A-Z]\w+)(?: (?:et al\.|and .+?))? ((?:19|20)\d\d)", table):
        assert re.search(rf"- .*{surname}.* {year}", sources), f"{surname} {year}"
