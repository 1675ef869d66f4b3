"""Whoever is waited for hears of it: the two trustees, each at their turn, by mail."""

import datetime as dt

import pytest
from django.core import mail
from django.core.mail.message import EmailMessage

from alongside.ballots.calling import call_trustees
from alongside.ballots.models import LOST_AFTER
from alongside.notify import services as notify
from casting import CLOSING, OPENING, SPENDING, Asked, ask
from organisation import Cast

pytestmark = pytest.mark.usefixtures("quick_keys")


@pytest.fixture
def asked(cast: Cast) -> Asked:
    asked = ask(cast.organisation, (cast.dara, cast.eli))
    for one in asked.fetch_all("maps"):
        asked.cast(one)
    return asked


def called(now: dt.datetime) -> list[EmailMessage]:
    """The mails that go out when trustees are called now, twice, and mails are handed over."""
    before = len(mail.outbox)
    call_trustees(now=now)
    call_trustees(now=now + dt.timedelta(minutes=2))
    notify.deliver(now=lambda: now + dt.timedelta(minutes=3))
    return mail.outbox[before:]


def receivers(now: dt.datetime) -> list[str]:
    return [address for one in called(now) for address in one.to]


def test_both_are_asked_for_their_keys_once_and_told_where(cast: Cast) -> None:
    campaign = ask(cast.organisation, (cast.dara, cast.eli), is_ready=False).campaign
    mails = called(OPENING)
    assert sorted(one.to[0] for one in mails) == sorted([cast.dara.email, cast.eli.email])
    assert all(f"/voice/trusted/{campaign.uuid}/" in str(one.body) for one in mails)
    assert receivers(OPENING + dt.timedelta(hours=1)) == []


@pytest.mark.usefixtures("asked")
def test_whoever_has_given_a_key_is_left_in_peace() -> None:
    assert receivers(OPENING) == receivers(SPENDING) == []


def test_the_first_is_called_when_it_is_over_and_the_second_once_the_first_has_opened(asked: Asked) -> None:
    assert receivers(CLOSING) == [asked.trustees[0].email]
    secret = asked.open_first_lock()
    assert receivers(CLOSING) == [asked.trustees[1].email]
    asked.hand_in(secret)
    assert receivers(CLOSING + dt.timedelta(days=30)) == []


def test_whoever_forgets_is_called_again_after_a_week_and_never_when_it_is_lost(asked: Asked) -> None:
    assert receivers(CLOSING) == [asked.trustees[0].email]
    for days, again in ((1, []), (6, []), (8, [asked.trustees[0].email])):
        notify.drop_what_is_over(now=CLOSING + dt.timedelta(days=days))
        assert receivers(CLOSING + dt.timedelta(days=days)) == again
    notify.drop_what_is_over(now=CLOSING + LOST_AFTER)
    assert receivers(CLOSING + LOST_AFTER) == []
