"""The channel that many read: what goes there, when, once, and that it is about nobody (N1, X2)."""

import datetime as dt
import socket
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from alongside.access.models import AuditEvent
from alongside.engines import practice
from alongside.learning import channel
from alongside.learning.models import KEEPERS, SharedChannel
from alongside.learning.services import remember
from alongside.notify import outside
from alongside.people.models import Person
from alongside.practice import reminding
from alongside.practice.services import offer_today
from organisation import NOW, Cast, join

Browse = Callable[[Person | None], Client]
Posted = list[tuple[str, object]]
ADDRESS = "https://hooks.example/services/T0/B0/secret"
PAGE = "/learn/channel/"
DAY, MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
TUESDAY = dt.datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/London")).astimezone(dt.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> Posted:
    found: Posted = []

    def post(url: str, document: object) -> int:
        found.append((url, document))
        return 200

    monkeypatch.setattr(outside, "post", post)
    return found


def name(cast: Cast, chat: str = "slack") -> None:
    channel.share(by=cast.eli, chat=chat, address=ADDRESS, now=NOW)


def run(now: dt.datetime) -> None:
    for key in channel.due(now=now):
        channel.post_item(key=key, now=now)


def words(document: object) -> str:
    assert isinstance(document, dict)
    return str(document["text"])


def test_it_comes_once_each_working_day_at_nine(cast: Cast, posted: Posted) -> None:
    name(cast)
    came = []
    for minute in range(0, 7 * 24 * 60, 30):
        before, now = len(posted), TUESDAY - DAY / 2 + minute * MINUTE
        run(now)
        came += [now.astimezone(ZoneInfo("Europe/London")).strftime("%a %H:%M")] * (len(posted) - before)
    assert came == ["Tue 09:00", "Wed 09:00", "Thu 09:00", "Fri 09:00", "Mon 09:00"]
    assert len({words(document).splitlines()[0] for _url, document in posted}) == 5


@pytest.mark.parametrize("chat", ["slack", "teams"])
def test_x2_it_says_the_same_whatever_anybody_did_and_names_nobody(cast: Cast, posted: Posted, chat: str) -> None:
    name(cast, chat)
    run(TUESDAY)
    said = {"hour": 9, "by_mail": True, "chat": chat, "chat_address": ADDRESS}
    for person in (cast.asha, cast.ben, join(cast.organisation, "Hana Sato")):
        reminding.set_reminders(by=person, said=said, now=NOW)
        offer_today(by=person, now=NOW)
        remember(by=person, item=practice.our_library().items[0], recall="yes", now=NOW)
    SharedChannel.objects.update(next_at=TUESDAY)
    run(TUESDAY)
    assert posted[0] == posted[1]
    assert not any(word in repr(posted[0][1]) for person in Person.objects.all() for word in person.name.split())


def test_x2_no_reminder_of_anybody_goes_there(cast: Cast, posted: Posted) -> None:
    name(cast)
    reminding.set_reminders(by=cast.ben, said={"hour": 9, "by_mail": True, "chat": "", "chat_address": ""}, now=NOW)
    reminding.queue_what_is_due(now=TUESDAY)
    assert not posted
    assert not cast.ben.deliveries.exclude(channel="mail")


def test_what_the_chat_does_not_take_is_tried_until_its_moment_is_over(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    def refuse(_url: str, _document: object) -> int:
        tried.append(True)
        return 503

    monkeypatch.setattr(outside, "post", refuse)
    name(cast)
    for minute in range(0, 600, 15):
        run(TUESDAY + minute * MINUTE)
    assert len(tried) == 12, "each quarter of an hour for three hours"
    assert SharedChannel.objects.get().next_at == TUESDAY + DAY


def test_what_a_killed_worker_had_in_its_hands_is_not_posted_twice(
    cast: Cast, posted: Posted, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_url: str, _document: object) -> int:
        raise KeyboardInterrupt

    name(cast)
    with monkeypatch.context() as patched:
        patched.setattr(outside, "post", killed)
        with pytest.raises(KeyboardInterrupt):
            run(TUESDAY)
    run(TUESDAY + 30 * MINUTE)
    assert not posted


def test_two_workers_post_once(cast: Cast, posted: Posted, monkeypatch: pytest.MonkeyPatch) -> None:
    name(cast)
    [key], following = channel.due(now=TUESDAY), channel._next

    def another_is_quicker(now: dt.datetime) -> dt.datetime:
        monkeypatch.setattr(channel, "_next", following)
        channel.post_item(key=key, now=now)
        return following(now)

    monkeypatch.setattr(channel, "_next", another_is_quicker)
    channel.post_item(key=key, now=TUESDAY)
    assert len(posted) == 1


def test_a_private_address_is_never_asked(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *_a, **_n: [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 443))]
    )
    name(cast)
    run(TUESDAY)
    assert SharedChannel.objects.get().next_at == TUESDAY, "it was refused before a connection, and waits"


def test_a_title_cannot_call_everyone_in_slack(posted: Posted) -> None:
    from alongside.notify import chat  # noqa: PLC0415 - for this one

    chat.post(chat="slack", address=ADDRESS, text="Two minutes: <!channel> A & B")
    assert posted[0][1] == {"text": "Two minutes: &lt;!channel&gt; A &amp; B"}


def test_a_keeper_names_it_sees_where_it_goes_but_not_the_secret_and_ends_it(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.eli)
    page = browser.post(PAGE, {"chat": "teams", "address": ADDRESS}, follow=True).content.decode()
    assert "Teams, by an address at hooks.example" in page
    assert "secret" not in page
    assert "Tuesday 24 November, 09:00" in page
    assert 'href="/learn/channel/"' in browser.get("/learn/library/").content.decode()
    assert "Nothing is posted any more." in browser.post(f"{PAGE}remove/", follow=True).content.decode()
    assert not SharedChannel.objects.exists()
    acts = AuditEvent.objects.values_list("act", "subject", "detail")
    assert sorted(acts) == [("learning.channel_named", "teams", {}), ("learning.channel_removed", "", {})]


def test_it_is_kept_by_its_keepers_alone(cast: Cast, as_person: Browse) -> None:
    name(cast)
    for who, person in cast.by_role().items():
        may = person is not None and not person.roles.isdisjoint(KEEPERS) and who != "other organisation"
        seen = person is not None and "hooks.example" in as_person(person).get(PAGE).content.decode()
        assert seen == may, who


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"chat": "slack"}, "This field is required."),
        ({"chat": "slack", "address": "http://hooks.example/x"}, "begins with https://"),
        ({"chat": "fax", "address": ADDRESS}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_kept_is_said(cast: Cast, as_person: Browse, given: dict[str, str], message: str) -> None:
    answer = as_person(cast.eli).post(PAGE, given)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not SharedChannel.objects.exists()


def test_the_database_keeps_no_address_that_is_read_by_others_on_the_way(cast: Cast) -> None:
    name(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        SharedChannel.objects.update(address="http://hooks.example/x")


def test_the_page_costs_few_queries(
    cast: Cast, as_person: Browse, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    name(cast)
    browser = as_person(cast.eli)
    with django_assert_num_queries(4):  # session, person, roles, and the channel
        browser.get(PAGE)
