"""X4: no page, no export and no program's door tells more of a round than its release does."""

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

import alongside
import rounds
from alongside.access import Role
from alongside.people.models import Grant, Person
from alongside.voice import services, vault
from alongside.voice.models import Round
from routes import ROUTES

Browse = Callable[[Person | None], Client]
PACKAGE = Path(alongside.__file__).parent
CANARY = "zanzibar marmalade"
_SKIPPED = {"account_logout"}


@pytest.fixture
def asked(db: None) -> Round:  # noqa: ARG001 - opens the database
    """A round with results, in which nine people wrote words: too few to be shown."""
    one = rounds.opened(rounds.house({"care": 30, "field": 30}), takes_words=True)
    boxes = rounds.answers(one, share=1)
    wrote = rounds.answers(one, {"words": CANARY}, share=1)[:9]
    services.publish(asked=one, now=rounds.close(one, [*wrote, *boxes[9:]]))
    return one


def everything_of(asked: Round, browser: Client) -> dict[str, bytes]:
    fillings = [{"uuid": str(asked.uuid), "int": str(asked.pk)}, {"uuid": str(asked.campaign.uuid)}]  # type: ignore[union-attr]
    addresses = {route.filled(filling) for route in ROUTES if route.name not in _SKIPPED for filling in fillings}
    answers = {address: browser.get(address) for address in sorted(addresses)}
    return {
        address: b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
        for address, answer in answers.items()
        if answer.status_code == 200
    }


def test_no_address_gives_a_raw_answer_to_anybody(asked: Round, as_person: Browse) -> None:
    everyone = Person.objects.filter(organisation=asked.organisation)
    everything = everyone.filter(grants__role=Role.DEI_LEAD).get()
    Grant.objects.bulk_create(
        Grant(person=everything, role=role) for role in (Role.ADMINISTRATOR, Role.LEADER, Role.COACH)
    )
    keys = vault.RawAnswer.objects.values_list("pk", flat=True)
    names = [name for key in keys for name in (str(key), key.hex)]
    assert any(CANARY in kept.answer.words for kept in vault.answers_of(asked))
    pages = everything_of(asked, as_person(everything))
    assert f"/listen/rounds/{asked.uuid}/" in pages
    for address, page in pages.items():
        assert CANARY.encode() not in page, address
        assert not any(name.encode() in page for name in names), address


def test_figures_have_no_address_that_takes_a_question(asked: Round, as_person: Browse) -> None:
    """A filter would be a way to ask for a group that no plan allowed."""
    reader = Person.objects.filter(organisation=asked.organisation, grants=None).first()
    browser = as_person(reader)
    address = f"/listen/rounds/{asked.uuid}/"
    plain = main_of(browser.get(address).content)
    for query in ("?unit=field", "?cut=Time+here", "?question=can-finish", "?k=1", "?format=csv", "?release=1"):
        assert main_of(browser.get(address + query).content) == plain, query


def main_of(page: bytes) -> bytes:
    """The page itself: around it stands its own address, to which a change of language leads back."""
    return page.partition(b"<main")[2].partition(b"</main>")[0]


def test_no_route_of_a_round_is_called_an_export() -> None:
    named = [route for route in ROUTES if route.name.startswith("voice")]
    assert len(named) > 8
    assert not [route for route in named if re.search(r"csv|export|download|json|xlsx|raw", route.pattern)]


def test_only_services_of_voice_import_the_vault() -> None:
    importers = set()
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            modules += [name.name for name in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):
                modules += [f"{node.module}.{name.name}" for name in node.names]
            if "alongside.voice.vault" in modules:
                importers.add(str(path.relative_to(PACKAGE)))
    assert importers == {"voice/services.py"}


def test_a_raw_answer_cannot_be_read_from_the_database_alone(asked: Round) -> None:
    rows = list(vault.RawAnswer.objects.filter(round=asked))
    assert rows
    assert not [row for row in rows if CANARY.encode() in bytes(row.sealed) or b"said" in bytes(row.sealed)]


def test_a_raw_answer_has_neither_a_person_nor_a_time() -> None:
    assert {field.name for field in vault.RawAnswer._meta.concrete_fields} == {"id", "round", "label", "sealed"}
