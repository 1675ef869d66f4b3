"""Casting: one ballot for each pass, in its time, of one size, and nothing is known of who brings it."""

import dataclasses
import datetime as dt
import secrets

import pytest
from django.db import IntegrityError, OperationalError, transaction

import blind_client
from alongside.ballots import services
from alongside.ballots.models import SEALED_SIZE, Ballot, Seat
from alongside.ballots.refusals import AlreadySpent, NotKept, NotNow, NotUnderstood, NotValid, TooFewPasses
from casting import ISSUING, SPEND_FROM, SPEND_UNTIL, SPENDING, Asked, Pass, ask, bodies
from organisation import Cast

pytestmark = pytest.mark.usefixtures("quick_keys")
A_MOMENT = dt.timedelta(seconds=1)


@pytest.fixture
def asked(cast: Cast) -> Asked:
    return ask(cast.organisation, (cast.dara, cast.eli), {"maps": 12, "routes": 12})


@pytest.fixture
def passes(asked: Asked) -> list[Pass]:
    return asked.fetch_all("maps")


def test_answers_come_out_under_their_group_and_with_nothing_else(asked: Asked, passes: list[Pass]) -> None:
    passes += asked.fetch_all("routes")
    for number, one in enumerate(passes):
        asked.cast(one, number)
    opened = asked.close()
    assert sorted(bodies(opened), key=str) == sorted(range(24), key=str)
    assert {body for one, body in zip(opened, bodies(opened), strict=True) if one.label == "maps"} == set(range(12))


def test_a_pass_is_good_for_one_ballot(asked: Asked, passes: list[Pass]) -> None:
    asked.cast(passes[0], "first")
    with pytest.raises(AlreadySpent, match="already sent"):
        asked.cast(passes[0], "second")
    assert bodies(asked.close()) == ["first"]


def test_the_same_request_sent_again_casts_nothing(asked: Asked, passes: list[Pass]) -> None:
    sealed = asked.sealed("once")
    asked.cast_sealed(passes[0], sealed)
    with pytest.raises(AlreadySpent):
        asked.cast_sealed(passes[0], sealed)
    assert Ballot.objects.count() == 1


def test_a_copy_of_somebody_elses_box_counts_once(asked: Asked, passes: list[Pass]) -> None:
    # Who copies a box that they cannot read would learn what is in it, if it were there twice in the end.
    sealed = asked.sealed("mine")
    asked.cast_sealed(passes[0], sealed)
    asked.cast_sealed(passes[1], sealed)
    assert bodies(asked.close()) == ["mine"]


def test_a_forged_pass_is_refused(asked: Asked, passes: list[Pass]) -> None:
    size = len(passes[0].signature)
    forged = [
        dataclasses.replace(passes[0], signature=secrets.token_bytes(size)),
        dataclasses.replace(passes[0], prepared=blind_client.prepare()),
        dataclasses.replace(passes[0], signature=passes[1].signature),
        dataclasses.replace(passes[0], signature=b""),
        dataclasses.replace(passes[0], signature=bytes(size)),
        dataclasses.replace(passes[0], signature=b"\xff" * size),
    ]
    for one in forged:
        with pytest.raises(NotValid, match="not given out"):
            asked.cast(one)
    assert not Ballot.objects.exists()


def test_a_pass_is_good_for_its_own_group_only(asked: Asked, passes: list[Pass]) -> None:
    asked.fetch_all("routes")
    for label in ("routes", "no such group", ""):
        with pytest.raises(NotValid, match="not given out"):
            asked.cast(dataclasses.replace(passes[0], label=label))


def test_a_pass_is_good_for_its_own_campaign_only(passes: list[Pass], cast: Cast) -> None:
    other = ask(cast.organisation, (cast.dara, cast.eli), {"maps again": 12})
    other.fetch_all("maps again")
    for label in ("maps", "maps again"):
        with pytest.raises(NotValid):
            other.cast(dataclasses.replace(passes[0], label=label))


@pytest.mark.parametrize("size", [0, 1, SEALED_SIZE - 1, SEALED_SIZE + 1, 10 * SEALED_SIZE])
def test_a_ballot_of_another_size_is_refused_and_the_pass_stays_good(
    asked: Asked, passes: list[Pass], size: int
) -> None:
    with pytest.raises(NotUnderstood, match="reload"):
        asked.cast_sealed(passes[0], bytes(size))
    asked.cast(passes[0])


def test_a_token_of_another_size_is_refused(asked: Asked, passes: list[Pass]) -> None:
    with pytest.raises(NotUnderstood):
        asked.cast(dataclasses.replace(passes[0], prepared=passes[0].prepared + b"\0"))


def test_the_database_itself_holds_ballots_of_one_size_only(asked: Asked) -> None:
    group = asked.campaign.groups.get(label="maps")
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(campaign=asked.campaign, group=group, token_hash=bytes(32), sealed=bytes(100))


@pytest.mark.parametrize(
    ("now", "is_time"),
    [(SPEND_FROM - A_MOMENT, False), (SPEND_FROM, True), (SPEND_UNTIL - A_MOMENT, True), (SPEND_UNTIL, False)],
    ids=["before", "first moment", "last moment", "after"],
)
def test_ballots_are_taken_in_their_time_only(
    asked: Asked, passes: list[Pass], now: dt.datetime, is_time: bool
) -> None:
    if is_time:
        asked.cast(passes[0], now=now)
    else:
        with pytest.raises(NotNow, match="not taken"):
            asked.cast(passes[0], now=now)
    assert Ballot.objects.count() == is_time


@pytest.mark.parametrize("issued", [11, 12])
def test_no_pass_is_spent_where_fewer_than_twelve_of_the_group_are_out(asked: Asked, issued: int) -> None:
    passes = [asked.fetch(person) for person in asked.members["routes"][:issued]]
    asked.fetch_all("maps")
    if issued < 12:
        with pytest.raises(TooFewPasses, match="Fewer than 12"):
            asked.cast(passes[0])
        assert not Ballot.objects.exists()
    else:
        asked.cast(passes[0])


def test_a_ballot_row_holds_no_time_no_person_and_no_pass(asked: Asked, passes: list[Pass]) -> None:
    asked.cast(passes[0])
    columns = {field.column: type(field).__name__ for field in Ballot._meta.concrete_fields}
    assert columns == {
        "id": "UUIDField",
        "campaign_id": "ForeignKey",
        "group_id": "ForeignKey",
        "token_hash": "BinaryField",
        "sealed": "BinaryField",
    }
    row = Ballot.objects.get()
    assert row.id.version == 4
    assert passes[0].prepared[32:] not in bytes(row.token_hash) + bytes(row.sealed)


def test_a_disk_that_is_full_is_told_and_the_pass_stays_good(
    asked: Asked, passes: list[Pass], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(Ballot.objects, "create", full)
        with pytest.raises(NotKept, match="still good"):
            asked.cast(passes[0])
    asked.cast(passes[0])


def test_a_code_takes_the_place_of_a_pass(asked: Asked, passes: list[Pass]) -> None:
    person = asked.members["routes"][0]
    code = services.give_code(campaign=asked.campaign, person=person, now=ISSUING)
    for other in asked.members["routes"][1:]:
        asked.fetch(other)
    typed = f" {code.lower().replace('-', ' ')} "
    services.spend_code(campaign=asked.campaign, code=typed, plain=b'"by code"', now=SPENDING)
    with pytest.raises(AlreadySpent):
        services.spend_code(campaign=asked.campaign, code=code, plain=b'"again"', now=SPENDING)
    asked.cast(passes[0], "by pass")
    assert {len(bytes(row.sealed)) for row in Ballot.objects.all()} == {SEALED_SIZE}
    opened = asked.close()
    assert {(one.label, one.body) for one in opened} == {("routes", b'"by code"'), ("maps", b'"by pass"')}


def test_nothing_is_written_down_of_a_code_when_it_is_given_out(asked: Asked) -> None:
    person = asked.members["maps"][0]
    code = services.give_code(campaign=asked.campaign, person=person, now=ISSUING)
    assert len(code.replace("-", "")) * 5 >= 80
    seat = Seat.objects.get(campaign=asked.campaign, person=person)
    again = services.give_code(campaign=asked.campaign, person=asked.members["maps"][1], now=ISSUING)
    assert code != again
    assert code.replace("-", "").encode() not in bytes(seat.request_digest)
    assert not Ballot.objects.exists()


def test_what_is_no_code_of_this_campaign_is_refused(asked: Asked, cast: Cast) -> None:
    other = ask(cast.organisation, (cast.dara, cast.eli), {"elsewhere": 12})
    foreign = services.give_code(campaign=other.campaign, person=other.members["elsewhere"][0], now=ISSUING)
    mine = services.give_code(campaign=asked.campaign, person=asked.members["maps"][0], now=ISSUING)
    slip = ("A" if mine[0] != "A" else "B") + mine[1:]
    for code in ("", "hello", "A" * 32, foreign, slip, mine[:-1], mine + "AAAA", "é" * 32):
        with pytest.raises(NotValid, match="not one of the codes"):
            services.spend_code(campaign=asked.campaign, code=code, plain=b"", now=SPENDING)
    assert not Ballot.objects.exists()


@pytest.mark.parametrize(("size", "fits"), [(8188, True), (8189, False)])
def test_answers_by_code_may_be_as_long_as_a_ballot_is(asked: Asked, size: int, fits: bool) -> None:
    code = services.give_code(campaign=asked.campaign, person=asked.members["maps"][0], now=ISSUING)
    for person in asked.members["maps"][1:]:
        asked.fetch(person)
    if fits:
        services.spend_code(campaign=asked.campaign, code=code, plain=b"x" * size, now=SPENDING)
        assert asked.close()[0].body == b"x" * size
    else:
        with pytest.raises(NotUnderstood, match="too long"):
            services.spend_code(campaign=asked.campaign, code=code, plain=b"x" * size, now=SPENDING)


def test_a_code_waits_for_its_time_and_for_its_group_as_a_pass_does(asked: Asked) -> None:
    code = services.give_code(campaign=asked.campaign, person=asked.members["maps"][0], now=ISSUING)
    with pytest.raises(NotNow):
        services.spend_code(campaign=asked.campaign, code=code, plain=b"", now=ISSUING)
    with pytest.raises(TooFewPasses):
        services.spend_code(campaign=asked.campaign, code=code, plain=b"", now=SPENDING)
