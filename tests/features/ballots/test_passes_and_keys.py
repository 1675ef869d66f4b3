"""The pages of passes and of trustees' keys, and the questions at the voice host, by the requests that they take."""

import json
from base64 import b64encode
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from nacl.public import PrivateKey

import blind_client
from alongside.ballots.models import Seat
from alongside.people.models import Person
from asking import Taken, move_to
from casting import Asked, Pass, ask
from organisation import Cast

AsPerson = Callable[[Person | None], Client]
VOICE = {"host": "voice.test"}


@pytest.fixture
def asked(cast: Cast, asking: Taken, quick_keys: None) -> Asked:  # noqa: ARG001 - the questions and the keys
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    move_to(asked, "issuing")
    return asked


@pytest.fixture
def one(asked: Asked) -> Pass:
    """A pass, at the time of ballots. The others of the group have theirs, too."""
    one = asked.fetch(asked.members["maps"][0], now=timezone.now())
    all_have_theirs(asked)
    move_to(asked, "spending")
    return one


def all_have_theirs(asked: Asked) -> None:
    asked.campaign.seats.filter(is_issued=False).update(is_issued=True, request_digest=bytes(32))


def text(number: bytes) -> str:
    return b64encode(number).decode()


def send(asked: Asked, one: Pass, **instead: Any) -> tuple[int, dict[str, str]]:
    body = {
        "label": one.label,
        "prepared": text(one.prepared),
        "signature": text(one.signature),
        "sealed": text(asked.sealed({"answers": {"heard": "1"}})),
        **instead,
    }
    address = f"/c/{asked.campaign.uuid}/ballots"
    answer = Client().post(address, json.dumps(body), content_type="application/json", headers=VOICE)
    return answer.status_code, answer.json()


def test_a_pass_can_be_spent_once(asked: Asked, one: Pass) -> None:
    assert send(asked, one) == (200, {})
    status, said = send(asked, one)
    assert (status, said["refused"]) == (422, "AlreadySpent")
    assert asked.campaign.ballots.count() == 1


@pytest.mark.parametrize(
    ("instead", "refused"),
    [
        ({"label": "routes"}, "NotValid"),
        ({"label": ""}, "NotUnderstood"),
        ({"label": None}, "NotUnderstood"),
        ({"label": ["maps"]}, "NotValid"),
        ({"signature": "AAAA"}, "NotValid"),
        ({"signature": "é"}, "NotUnderstood"),
        ({"signature": 7}, "NotUnderstood"),
        ({"sealed": "AAAA"}, "NotUnderstood"),
        ({"prepared": None}, "NotUnderstood"),
    ],
)
def test_what_is_no_ballot_is_refused_in_words(asked: Asked, one: Pass, instead: dict[str, Any], refused: str) -> None:
    status, said = send(asked, one, **instead)
    assert (status, said["refused"]) == (422, refused)
    assert said["message"].endswith(".")
    assert not asked.campaign.ballots.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"7", b"\xff", b'{"label": ', b"null"])
def test_a_body_that_is_no_json_is_refused_in_words(asked: Asked, body: bytes) -> None:
    address = f"/c/{asked.campaign.uuid}/ballots"
    answer = Client().post(address, body, content_type="application/json", headers=VOICE)
    assert (answer.status_code, answer.json()["refused"]) == (422, "NotUnderstood")


@pytest.mark.parametrize("stage", ["issuing", "over"])
def test_no_ballot_is_taken_too_early_or_too_late(asked: Asked, one: Pass, stage: str) -> None:
    move_to(asked, stage)
    assert send(asked, one)[1]["refused"] == "NotNow"
    page = Client().get(f"/c/{asked.campaign.uuid}/", headers=VOICE).content.decode()
    assert {"issuing": "These questions open on", "over": "These questions are over"}[stage] in page
    assert "I am heard to the end" not in page


@pytest.mark.parametrize(("address", "count"), [("/", 0), ("/files/", 0), ("/c/{}/", 1), ("/c/{}/code/", 1)])
def test_a_page_of_the_voice_host_asks_for_the_campaign_and_for_nothing_else(
    asked: Asked, address: str, count: int, django_assert_num_queries: Any
) -> None:
    move_to(asked, "spending")
    with django_assert_num_queries(count) as asked_for:
        answer = Client().get(address.format(asked.campaign.uuid), headers=VOICE)
    assert answer.status_code == 200
    assert all("ballots_campaign" in query["sql"] for query in asked_for)


def test_the_questions_are_the_same_bytes_for_everybody(cast: Cast, asked: Asked, as_person: AsPerson) -> None:
    move_to(asked, "spending")
    address = f"/c/{asked.campaign.uuid}/"
    people = [None, cast.ben, *asked.members["maps"][:2]]
    assert len({as_person(person).get(address, headers=VOICE).content for person in people}) == 1


def test_a_code_is_shown_once_and_takes_the_place_of_the_pass(asked: Asked, as_person: AsPerson) -> None:
    browser = as_person(asked.members["maps"][0])
    address = f"/voice/passes/{asked.campaign.uuid}/code/"
    page = browser.post(address).content.decode()
    assert "Confidential, not anonymous" in page
    assert "<code>" in page
    again = browser.post(address)
    assert again.status_code == 422
    assert "<code>" not in again.content.decode()
    assert "I have a one-time code" not in browser.get("/voice/passes/").content.decode()


def test_answers_by_code_need_one_answer_at_least_and_stay_in_the_form(asked: Asked, as_person: AsPerson) -> None:
    page = as_person(asked.members["maps"][0]).post(f"/voice/passes/{asked.campaign.uuid}/code/").content.decode()
    code = page.split("<code>")[1].split("</code>")[0]
    all_have_theirs(asked)
    move_to(asked, "spending")
    address = f"/c/{asked.campaign.uuid}/code/"
    answer = Client().post(address, {"code": code, "heard": ""}, headers=VOICE)
    assert answer.status_code == 422
    assert "Please answer at least one question." in answer.content.decode()
    answer = Client().post(address, {"code": "nothing", "heard": "2"}, headers=VOICE)
    assert answer.status_code == 422
    assert "checked" in answer.content.decode()
    assert Client().post(address, {"code": code, "heard": "2"}, headers=VOICE).status_code == 200
    assert asked.campaign.ballots.count() == 1
    assert "already sent" in Client().post(address, {"code": code, "heard": "2"}, headers=VOICE).content.decode()


def test_the_script_hears_of_passes_to_those_who_are_asked_and_in_their_time(
    cast: Cast, asked: Asked, as_person: AsPerson
) -> None:
    member = as_person(asked.members["maps"][0])
    [one] = member.get("/voice/passes/to-fetch/").json()["passes"]
    assert one.keys() == {"campaign", "mark", "label", "key", "until", "isIssued"}
    assert as_person(cast.stranger).get("/voice/passes/to-fetch/").json() == {"passes": []}
    assert one["mark"] != as_person(asked.members["maps"][1]).get("/voice/passes/to-fetch/").json()["passes"][0]["mark"]
    move_to(asked, "spending")
    assert member.get("/voice/passes/to-fetch/").json() == {"passes": []}


def test_a_pass_is_signed_once_and_again_for_the_same_request_alone(asked: Asked, as_person: AsPerson) -> None:
    person = asked.members["maps"][0]
    seat = Seat.objects.select_related("group").get(person=person)
    key = blind_client.numbers(bytes(seat.group.public_key))
    browser, address = as_person(person), f"/voice/passes/{asked.campaign.uuid}/"
    first, other = ({"bytes": text(blind_client.blinded(key, blind_client.prepare()).message)} for _ in range(2))
    assert browser.post(address, {"bytes": "not Base64"}).json()["refused"] == "NotUnderstood"
    signed = browser.post(address, first).json()
    assert browser.post(address, first).json() == signed
    assert browser.post(address, other).json()["refused"] == "AlreadyIssued"


def test_only_the_two_trustees_have_a_page_for_their_key(cast: Cast, asked: Asked, as_person: AsPerson) -> None:
    address = f"/voice/trusted/{asked.campaign.uuid}/"
    for person in (cast.asha, cast.stranger, asked.members["maps"][0]):
        assert as_person(person).get(address).status_code == 404
        assert as_person(person).post(f"{address}key/", {"bytes": "AAAA"}).status_code == 404
        assert as_person(person).post(f"{address}open/", {"bytes": "AAAA"}).status_code == 404
        assert b"No key just now" in as_person(person).get("/voice/trusted/").content
    page = as_person(cast.dara).get(address)
    assert page.status_code == 200
    assert b"/voice/trusted/" in as_person(cast.dara).get("/voice/passes/").content
    assert b"/voice/trusted/" not in as_person(cast.asha).get("/voice/passes/").content
    assert "'wasm-unsafe-eval'" in page.headers["Content-Security-Policy"]
    assert "'unsafe-eval'" not in page.headers["Content-Security-Policy"]
    assert "wasm" not in as_person(cast.dara).get("/voice/trusted/").headers["Content-Security-Policy"]


def test_what_is_locked_is_given_to_the_trustee_whose_turn_it_is_and_not_before(
    cast: Cast, asked: Asked, as_person: AsPerson
) -> None:
    address = f"/voice/trusted/{asked.campaign.uuid}/"
    first, second = as_person(cast.dara), as_person(cast.eli)
    assert "data-locked" not in first.get(address).content.decode()
    move_to(asked, "over")
    asked.campaign.refresh_from_db()
    locked = text(bytes(asked.campaign.locked_secret))
    assert f'data-locked="{locked}"' in first.get(address).content.decode()
    assert "goes first" in second.get(address).content.decode()
    assert "data-locked" not in second.get(address).content.decode()
    refused = second.post(f"{address}open/", {"bytes": text(bytes(32))})
    assert refused.json()["refused"] == "NotNow"
    wrong = first.post(f"{address}open/", {"bytes": text(bytes(80))})
    assert wrong.json()["refused"] == "WrongKey"
    asked.open_first_lock(now=timezone.now())
    assert "Your lock is open" in first.get(address).content.decode()
    assert "data-locked" in second.get(address).content.decode()


def test_a_trustee_gives_a_key_that_is_one(cast: Cast, asking: Taken, as_person: AsPerson) -> None:  # noqa: ARG001
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    address = f"/voice/trusted/{asked.campaign.uuid}/key/"
    assert as_person(cast.dara).post(address, {"bytes": "AAAA"}).json()["refused"] == "NotUnderstood"
    key = text(bytes(PrivateKey.generate().public_key))
    assert as_person(cast.dara).post(address, {"bytes": key}).json() == {}
    assert as_person(cast.eli).post(address, {"bytes": key}).json()["refused"] == "NotUnderstood"


@pytest.mark.parametrize("address", ["/voice/passes/{}/", "/voice/passes/{}/code/", "/voice/trusted/{}/key/"])
def test_a_form_of_another_site_changes_nothing(asked: Asked, address: str) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(asked.members["maps"][0])
    assert browser.post(address.format(asked.campaign.uuid), {"bytes": "AAAA"}).status_code == 403
    assert not Seat.objects.filter(is_issued=True).exists()


@pytest.mark.parametrize(
    ("address", "count"), [("/voice/passes/", 5), ("/voice/passes/to-fetch/", 4), ("/voice/trusted/", 4)]
)
def test_pages_of_passes_and_keys_take_few_queries(
    asked: Asked, as_person: AsPerson, address: str, count: int, django_assert_num_queries: Any
) -> None:
    browser = as_person(asked.members["maps"][0])
    with django_assert_num_queries(count):
        browser.get(address)
