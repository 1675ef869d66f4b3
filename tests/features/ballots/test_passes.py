"""Passes: one for each seat, given out before any is spent."""

import datetime as dt
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

import blind_client
from alongside.ballots import blind, services
from alongside.ballots.models import Campaign, Group, Seat
from alongside.ballots.pocket import places_of
from alongside.ballots.refusals import AlreadyIssued, NotASeat, NotNow, NotUnderstood
from alongside.people.models import Person
from casting import ISSUE_FROM, ISSUING, SPEND_FROM, SPENDING, Asked, ask
from organisation import Cast

pytestmark = pytest.mark.usefixtures("quick_keys")
A_MOMENT = dt.timedelta(seconds=1)


@pytest.fixture
def asked(cast: Cast) -> Asked:
    return ask(cast.organisation, (cast.dara, cast.eli))


def _to_fetch(person: Person, now: dt.datetime) -> list[Campaign]:
    return [place.campaign for place in places_of(person, now) if place.can_fetch and not place.is_issued]


def _request(asked: Asked) -> bytes:
    key = blind_client.numbers(bytes(Group.objects.get(campaign=asked.campaign).public_key))
    return blind_client.blinded(key, blind_client.prepare()).message


def test_a_seat_has_one_pass(asked: Asked) -> None:
    person = asked.members["maps"][0]
    assert _to_fetch(person, ISSUING) == [asked.campaign]
    asked.fetch(person)
    assert _to_fetch(person, ISSUING) == []
    with pytest.raises(AlreadyIssued, match="had your pass"):
        asked.fetch(person)
    with pytest.raises(AlreadyIssued):
        services.give_code(campaign=asked.campaign, person=person, now=ISSUING)


def test_a_request_whose_answer_was_lost_on_its_way_is_answered_again(asked: Asked) -> None:
    person, request = asked.members["maps"][0], _request(asked)
    first = services.sign_blinded(campaign=asked.campaign, person=person, blinded=request, now=ISSUING)
    assert services.sign_blinded(campaign=asked.campaign, person=person, blinded=request, now=ISSUING) == first
    with pytest.raises(AlreadyIssued):
        services.sign_blinded(campaign=asked.campaign, person=person, blinded=_request(asked), now=ISSUING)


def test_a_second_request_is_refused_before_the_work_of_signing_it(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = asked.members["maps"][0]
    asked.fetch(person)
    monkeypatch.setattr(blind, "sign", None)
    with pytest.raises(AlreadyIssued):
        services.sign_blinded(campaign=asked.campaign, person=person, blinded=_request(asked), now=ISSUING)


def test_of_two_requests_of_one_person_at_the_same_moment_one_is_answered(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    person, sign = asked.members["maps"][0], blind.sign
    answered: list[bytes] = []

    def sign_while_the_other_comes(key: rsa.RSAPrivateNumbers, blinded: bytes) -> bytes:
        monkeypatch.setattr(blind, "sign", sign)
        answered.append(
            services.sign_blinded(campaign=asked.campaign, person=person, blinded=_request(asked), now=ISSUING)
        )
        return sign(key, blinded)

    monkeypatch.setattr(blind, "sign", sign_while_the_other_comes)
    with pytest.raises(AlreadyIssued):
        services.sign_blinded(campaign=asked.campaign, person=person, blinded=_request(asked), now=ISSUING)
    assert len(answered) == 1


def test_a_request_that_cannot_be_signed_does_not_use_up_the_seat(asked: Asked) -> None:
    person = asked.members["maps"][0]
    size = len(_request(asked))
    for unusable in (b"", bytes(size - 1), b"\xff" * size):
        with pytest.raises(NotUnderstood, match="reload"):
            services.sign_blinded(campaign=asked.campaign, person=person, blinded=unusable, now=ISSUING)
    assert asked.fetch(person).signature


def test_who_has_no_seat_has_no_pass_and_no_code(asked: Asked, cast: Cast) -> None:
    for person in (cast.ben, cast.stranger, cast.dara):
        assert _to_fetch(person, ISSUING) == []
        with pytest.raises(NotASeat, match="not asked"):
            services.sign_blinded(campaign=asked.campaign, person=person, blinded=_request(asked), now=ISSUING)
        with pytest.raises(NotASeat, match="not asked"):
            services.give_code(campaign=asked.campaign, person=person, now=ISSUING)


@pytest.mark.parametrize(
    ("now", "is_time"),
    [
        (ISSUE_FROM - A_MOMENT, False),
        (ISSUE_FROM, True),
        (SPEND_FROM - A_MOMENT, True),
        (SPEND_FROM, False),
        (SPENDING, False),
    ],
    ids=["before", "first moment", "last moment", "when ballots come in", "later"],
)
def test_passes_and_codes_are_given_out_before_ballots_come_in_and_not_after(
    asked: Asked, now: dt.datetime, is_time: bool
) -> None:
    for_pass, for_code = asked.members["maps"][:2]
    if is_time:
        assert asked.fetch(for_pass, now=now).signature
        assert services.give_code(campaign=asked.campaign, person=for_code, now=now)
    else:
        assert _to_fetch(for_pass, now) == []
        with pytest.raises(NotNow, match="not given out"):
            asked.fetch(for_pass, now=now)
        with pytest.raises(NotNow, match="not given out"):
            services.give_code(campaign=asked.campaign, person=for_code, now=now)
        assert not Seat.objects.filter(is_issued=True).exists()


def test_without_the_keys_of_both_trustees_nothing_is_given_out(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False)
    services.make_keys()
    person = asked.members["maps"][0]
    assert _to_fetch(person, ISSUING) == []
    with pytest.raises(NotNow, match="not all there yet"):
        asked.fetch(person)
    with pytest.raises(NotNow, match="not all there yet"):
        services.give_code(campaign=asked.campaign, person=person, now=ISSUING)


def test_a_seat_looks_the_same_after_a_pass_and_after_a_code(asked: Asked) -> None:
    for_pass, for_code, for_none = asked.members["maps"][:3]
    asked.fetch(for_pass)
    services.give_code(campaign=asked.campaign, person=for_code, now=ISSUING)
    seats = {seat.person_id: seat for seat in Seat.objects.all()}
    assert len(seats[for_pass.pk].request_digest) == len(seats[for_code.pk].request_digest) == 32
    assert seats[for_pass.pk].is_issued
    assert seats[for_code.pk].is_issued
    assert not seats[for_none.pk].is_issued


def test_who_is_asked_sees_the_campaign_while_ballots_are_taken_whatever_they_did(asked: Asked, cast: Cast) -> None:
    with_pass, without = asked.members["maps"][:2]
    asked.fetch(with_pass)
    for person in (with_pass, without):
        assert [place.campaign for place in places_of(person, SPENDING)] == [asked.campaign]
    assert places_of(cast.ben, SPENDING) == []


def test_looking_for_passes_costs_one_query(asked: Asked, django_assert_num_queries: Callable[[int], object]) -> None:
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        places_of(asked.members["maps"][0], ISSUING)
