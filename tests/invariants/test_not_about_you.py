"""N2, not about you: nobody can ask for recognition, and what one did to somebody comes before what one meant."""

import ast
import re
from pathlib import Path

import pytest

import alongside
from alongside.engines import practice
from alongside.reflection.forms import RepairForm
from routes import ROUTES

SOURCE = Path(alongside.__file__).parent
ASKS = (
    r"recogni[sz]e me|thank me\b|vote for me|nominate me|rate me|praise me|endorse me"
    r"|(ask|request)\w* (for )?recognition"
    r"|tell (them|others) (what|how much) (you|i) did|share your (act|progress|plan) with"
)
TEXTS = [
    path
    for path in sorted(SOURCE.glob("**/*"))
    if path.suffix in {".html", ".txt"} or (path.suffix == ".toml" and "writing" not in path.parts)
]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: str(path.relative_to(SOURCE)))
def test_n2_no_page_mail_or_act_asks_for_recognition(path: Path) -> None:
    found = re.search(ASKS, path.read_text(encoding="utf-8"), re.IGNORECASE)
    assert not found, found


def test_n2_no_route_asks_for_recognition() -> None:
    assert len(ROUTES) > 60
    assert not [
        route for route in ROUTES if re.search(r"recogni|kudos|praise|badge|leader-?board|streak", route.pattern)
    ]


def test_n2_no_sentence_of_the_program_asks_for_recognition() -> None:
    for path in SOURCE.glob("**/*.py"):
        if "engines/writing" in path.as_posix():
            continue
        texts = (
            node.value
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Constant)
        )
        assert not [text for text in texts if isinstance(text, str) and re.search(ASKS, text, re.IGNORECASE)], path


def test_n2_such_a_request_would_be_seen() -> None:
    for text in ("Please recognise me for this", "Ask for recognition", "Share your progress with your team"):
        assert re.search(ASKS, text, re.IGNORECASE)


def test_n2_a_repair_begins_with_the_impact_and_cannot_do_without_it() -> None:
    assert next(iter(RepairForm.base_fields)) == "impact"
    assert [name for name, field in RepairForm.base_fields.items() if field.required] == ["impact"]
    said = practice.Repair("I didn't mean it.", "", "", "", "")
    assert practice.hints(said)[0] == "intent_first"
