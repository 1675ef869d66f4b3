"""Closing: two trustees, once, all of it or nothing, in an order drawn by chance."""

import datetime as dt
import json
from functools import partial
from secrets import SystemRandom

import pytest
from django.db import OperationalError
from nacl.public import PrivateKey, PublicKey, SealedBox

from alongside.ballots import boxes, services
from alongside.ballots.closing import Opened, destroy_what_is_over
from alongside.ballots.models import Ballot, Campaign, Group, Seat
from alongside.ballots.refusals import NotASeat, NotKept, NotNow, WrongKey
from casting import CLOSING, SPEND_UNTIL, SPENDING, Asked, ask, bodies
from organisation import Cast

pytestmark = pytest.mark.usefixtures("quick_keys")


def _keeps_nothing(_campaign: Campaign, _opened: list[Opened]) -> None:
    """A consumer for tests that end before it is asked."""


@pytest.fixture
def asked(cast: Cast) -> Asked:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    for number, one in enumerate(asked.fetch_all("maps")):
        asked.cast(one, number)
    return asked


def test_after_closing_nothing_is_left_but_that_there_was_a_campaign(asked: Asked) -> None:
    assert len(asked.close()) == 12
    asked.campaign.refresh_from_db()
    assert asked.campaign.closed_at == CLOSING
    assert not asked.campaign.locked_secret
    assert not Ballot.objects.exists()
    assert not Seat.objects.exists()
    assert not Group.objects.exclude(sealed_private_key=b"").exists()


def test_the_order_is_drawn_by_the_machines_own_source_of_chance(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    shuffled: list[int] = []

    def reverse(_self: SystemRandom, opened: list[Opened]) -> None:
        shuffled.append(len(opened))
        opened.sort(key=lambda one: -json.loads(one.body))

    monkeypatch.setattr(SystemRandom, "shuffle", reverse)
    assert bodies(asked.close()) == list(range(11, -1, -1))
    assert shuffled == [12]


@pytest.mark.parametrize("turn", ["first", "second"])
def test_nothing_opens_before_the_last_day(asked: Asked, turn: str) -> None:
    early = SPEND_UNTIL - dt.timedelta(seconds=1)
    attempt = partial(asked.open_first_lock) if turn == "first" else partial(asked.hand_in, bytes(32))
    with pytest.raises(NotNow, match="still taken"):
        attempt(now=early)
    assert Ballot.objects.count() == 12


def test_a_wrong_file_of_the_first_trustee_takes_nothing_away(asked: Asked) -> None:
    for wrong in (b"", bytes(80), bytes(asked.campaign.locked_secret)):
        with pytest.raises(WrongKey, match="Nothing is lost"):
            services.open_layer(campaign=asked.campaign, person=asked.trustees[0], opened=wrong, now=CLOSING)
    assert len(asked.close()) == 12


def test_a_wrong_file_of_the_second_trustee_takes_nothing_away(asked: Asked) -> None:
    secret = asked.open_first_lock()
    for wrong in (b"", bytes(31), bytes(32), bytes(PrivateKey.generate())):
        with pytest.raises(WrongKey, match="Nothing is lost"):
            asked.hand_in(wrong)
    assert Ballot.objects.count() == 12
    asked.hand_in(secret)


def test_one_trustee_alone_opens_nothing(asked: Asked, cast: Cast) -> None:
    for other in (cast.eli, cast.ben):
        with pytest.raises(NotASeat, match="not the first trustee"):
            services.open_layer(campaign=asked.campaign, person=other, opened=b"", now=CLOSING)
    secret = asked.open_first_lock()
    for other in (cast.dara, cast.ben):
        with pytest.raises(NotASeat, match="not the second trustee"):
            services.close(campaign=asked.campaign, secret=secret, keep=_keeps_nothing, by=other, now=CLOSING)
    # What the first trustee's box held is still a box, which their own key does not open.
    asked.campaign.refresh_from_db()
    with pytest.raises(Exception, match="decrypt"):
        SealedBox(asked.files[0]).decrypt(bytes(asked.campaign.locked_secret))


def test_the_second_trustee_waits_for_the_first(asked: Asked) -> None:
    within = SealedBox(asked.files[0]).decrypt(bytes(asked.campaign.locked_secret))
    secret = bytes(SealedBox(asked.files[1]).decrypt(within))
    with pytest.raises(NotNow, match="ask them to go first"):
        asked.hand_in(secret)


def test_a_campaign_is_closed_once(asked: Asked) -> None:
    secret = asked.open_first_lock()
    assert len(asked.hand_in(secret)) == 12
    with pytest.raises(NotNow, match="opened before"):
        asked.hand_in(secret)


def test_whoever_writes_the_answers_may_fail_and_nothing_is_lost(asked: Asked) -> None:
    secret = asked.open_first_lock()

    def fail(_campaign: Campaign, _opened: list[Opened]) -> None:
        raise OperationalError("database or disk is full")

    with pytest.raises(NotKept, match="Nothing is lost"):
        asked.hand_in(secret, fail)
    assert Ballot.objects.count() == 12
    assert Seat.objects.count() == 12
    assert len(asked.hand_in(secret)) == 12


def test_a_ballot_that_cannot_be_read_is_left_out_and_the_others_count(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    passes = asked.fetch_all("maps")
    key = bytes(asked.campaign.box_public_key)
    to_nobody = boxes.seal(bytes(PrivateKey.generate().public_key), b'"lost"')
    changed = bytearray(boxes.seal(key, b'"changed"'))
    changed[100] ^= 1
    too_long = bytes(SealedBox(PublicKey(key)).encrypt((9000).to_bytes(4) + bytes(8188)))
    with_a_tail = bytes(SealedBox(PublicKey(key)).encrypt((1).to_bytes(4) + b"1" + bytes(8186) + b"x"))
    for one, sealed in zip(passes, (to_nobody, bytes(changed), too_long, with_a_tail), strict=False):
        asked.cast_sealed(one, sealed)
    asked.cast(passes[-1], "read")
    assert bodies(asked.close()) == ["read"]


def test_a_campaign_without_a_ballot_is_closed_like_any_other(cast: Cast) -> None:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    assert asked.close() == []
    asked.campaign.refresh_from_db()
    assert asked.campaign.closed_at == CLOSING


def test_no_ballot_is_taken_for_what_is_closed(asked: Asked) -> None:
    asked.close()
    asked.campaign.refresh_from_db()
    assert not asked.campaign.takes_ballots(SPENDING)


def test_a_ballot_that_was_on_its_way_while_its_campaign_was_closed_is_not_kept(asked: Asked) -> None:
    late = Ballot.objects.all()[0]
    asked.close()
    late.save(force_insert=True)
    destroy_what_is_over(now=CLOSING)
    assert not Ballot.objects.exists()
