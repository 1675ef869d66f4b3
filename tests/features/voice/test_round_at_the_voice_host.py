"""A real round on the pages where it is answered and opened: what is asked, what is taken, and what comes out."""

import json
from base64 import b64encode
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone
from nacl.public import SealedBox

import rounds
from alongside.ballots import services as ballots
from alongside.engines.listening import CUT_ID
from alongside.people.models import Person
from alongside.voice import vault
from alongside.voice.models import Round
from asking import move_to
from casting import Asked

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("quick_keys")]
AsPerson = Callable[[Person | None], Client]
VOICE = {"host": "voice.test"}


def text(number: bytes) -> str:
    return b64encode(number).decode()


@pytest.fixture
def made() -> rounds.House:
    return rounds.house({"care": 20, "field": 30})


@pytest.fixture
def asked_round(made: rounds.House) -> Round:
    return rounds.opened(made, takes_words=True, cuts=[("Shift", ["early", "late"])])


@pytest.fixture
def asked(made: rounds.House, asked_round: Round) -> Asked:
    assert asked_round.campaign is not None
    asked = Asked(asked_round.campaign, (made.eli, made.dara), {})
    ballots.make_keys()
    for person, file in zip(asked.trustees, asked.files, strict=True):
        key = bytes(file.public_key)
        ballots.become_trustee(campaign=asked.campaign, person=person, public_key=key, now=timezone.now())
    asked.campaign.refresh_from_db()
    move_to(asked, "issuing")
    return asked


def test_a_round_is_asked_answered_and_opened_on_its_pages(
    made: rounds.House, asked_round: Round, asked: Asked, as_person: AsPerson
) -> None:
    with_pass, with_code, *_ = made.people("care")
    one = asked.fetch(with_pass, now=timezone.now())
    shown = as_person(with_code).post(f"/voice/passes/{asked.campaign.uuid}/code/").content.decode()
    asked.campaign.seats.filter(is_issued=False).update(is_issued=True, request_digest=bytes(32))
    move_to(asked, "spending")

    booth = f"/c/{asked.campaign.uuid}/"
    page = Client().get(booth, headers=VOICE).content.decode()
    assert asked_round.plan.digest in page
    for question in asked_round.questions:
        assert question["text"] in page
        assert page.count(f'name="{question["code"]}"') == 5
    assert page.count('value="early"') == 1

    code = rounds.CODES[0]
    ballot = {
        "label": one.label,
        "prepared": text(one.prepared),
        "signature": text(one.signature),
        "sealed": text(asked.sealed({"answers": {code: "5", "themes": []}})),
    }
    sent = Client().post(f"{booth}ballots", json.dumps(ballot), content_type="application/json", headers=VOICE)
    assert sent.status_code == 200
    form = {"code": shown.split("<code>")[1].split("</code>")[0], code: "1", f"{CUT_ID}1": "late"}
    assert Client().post(f"{booth}code/", form, headers=VOICE).status_code == 200

    move_to(asked, "over")
    hand_in(asked, as_person)
    said = {one.answer.said[code]: one.answer.values for one in vault.answers_of(asked_round)}
    assert said == {1: {}, 0: {"Shift": "late"}}


def hand_in(asked: Asked, as_person: AsPerson) -> None:
    """Do as the two trustees' pages do, one after the other."""
    address = f"/voice/trusted/{asked.campaign.uuid}/"
    for person, file in zip(asked.trustees, asked.files, strict=True):
        asked.campaign.refresh_from_db()
        found = SealedBox(file).decrypt(bytes(asked.campaign.locked_secret))
        assert as_person(person).post(f"{address}open/", {"bytes": text(found)}).json() == {}
    assert "All answers were opened." in as_person(asked.trustees[1]).get(address).content.decode()
