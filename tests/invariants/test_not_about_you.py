"""N2, not about you: nobody can ask for recognition, and what one did to somebody comes before what one meant."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.core import mail
from django.test import Client
from django.urls import reverse

import alongside
from alongside.engines import practice
from alongside.people.models import Person
from alongside.reflection.forms import RepairForm
from organisation import Cast
from recognising import SPEND_FROM, begun, crowd
from routes import ROUTES, VOICE_ROUTES

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


# Giving it, seeing one's own, and opening a quarter for everybody.
RECOGNITION = {"recognise", "recognised", "recognition-open"}


def test_n2_no_route_asks_for_recognition() -> None:
    assert len(ROUTES) > 60
    told = r"recogni|kudos|praise|thank|badge|leader-?board|streak|rank"
    assert {route.name for route in ROUTES if re.search(told, f"{route.pattern} {route.name}")} == RECOGNITION
    assert not [route for route in VOICE_ROUTES if re.search(told, f"{route.pattern} {route.name}")]


def test_nobody_can_ask_for_recognition(cast: Cast, as_person: Callable[[Person], Client]) -> None:
    """Whatever somebody sends to these addresses, nothing is written and nobody hears of it."""
    said = {
        "person": str(cast.carmen.uuid),
        "to": cast.carmen.email,
        "first": cast.ben.email,
        "second": cast.asha.email,
    }
    stored = _rows()
    for person in (cast.ben, cast.asha, cast.eli, cast.farah):
        browser = as_person(person)
        for route in ROUTES:
            if route.name in RECOGNITION:
                browser.get(route.address, said)
                browser.post(route.address, said)
    assert _rows() == stored
    assert not mail.outbox


def test_n2_the_pages_of_recognition_let_a_member_send_nothing(
    cast: Cast, as_person: Callable[[Person], Client]
) -> None:
    browser = as_person(cast.ben)
    for name in ("recognise", "recognised"):
        main = browser.get(reverse(name)).content.decode().split("<main", 1)[1].split("</main>", 1)[0]
        assert not re.search(r"<(form|button|input|textarea)|mailto:|navigator\.share", main)


def test_n2_one_s_own_page_offers_nothing_to_hand_on(
    cast: Cast, as_person: Callable[[Person], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(cast, crowd(cast))
    monkeypatch.setattr("django.utils.timezone.now", lambda: SPEND_FROM)
    own = as_person(cast.ben).get(f"/people/{cast.ben.uuid}/").content.decode()
    others = as_person(cast.asha).get(f"/people/{cast.ben.uuid}/").content.decode()
    assert "data-recognise" not in own
    assert "data-recognise" in others


def _rows() -> dict[str, int]:
    """How many rows there are of all that could hold or carry a request."""
    apart = {"sessions.Session", "usersessions.UserSession"}
    return {
        model._meta.label: model._base_manager.count() for model in apps.get_models() if model._meta.label not in apart
    }


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
