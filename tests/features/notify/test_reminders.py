"""Reminders, from the form to the mailbox, the chat and the calendar."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from alongside.notify import outside, services
from alongside.notify.models import Delivery, Stage
from alongside.people.models import Person
from alongside.people.services import say_about_self
from alongside.practice import reminding
from alongside.practice.models import Reminder
from alongside.practice.services import offer_today
from organisation import NOW, Cast, join

Browse = Callable[[Person | None], Client]
BY_MAIL = {"hour": 9, "by_mail": True, "chat": "", "chat_address": ""}
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
TUESDAY = dt.datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/London")).astimezone(dt.UTC)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


def run(now: dt.datetime) -> None:
    reminding.queue_what_is_due(now=now)
    services.drop_what_is_over(now=now)
    services.deliver(now=lambda: now)


def test_a_reminder_comes_once_at_its_hour(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    for minute in range(-30, 200, 5):
        run(TUESDAY + dt.timedelta(minutes=minute))
        assert len(mail.outbox) == (minute >= 0)
    [letter] = mail.outbox
    assert letter.to == [cast.ben.email]
    assert letter.subject == "Your few minutes today"
    assert "One thing for today: " in letter.body
    assert "/today/" in letter.body
    assert "/today/reminders/" in letter.body


@pytest.mark.usefixtures("cast")
def test_whoever_asked_for_nothing_gets_nothing() -> None:
    run(TUESDAY)
    assert not mail.outbox
    assert not Delivery.objects.exists()


def test_whoever_has_looked_already_needs_no_reminder(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    offer_today(by=cast.ben, now=TUESDAY - HOUR)
    run(TUESDAY)
    assert not mail.outbox


def test_a_silence_is_answered_with_silence_and_one_question_a_month(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    for day in range(100):
        run(TUESDAY + day * DAY)
    acts = [letter for letter in mail.outbox if "One thing for today" in letter.body]
    questions = [letter for letter in mail.outbox if "Pick up where you are?" in letter.body]
    assert len(acts) == 10
    assert len(questions) == 3
    assert not any(word in letter.body.lower() for letter in mail.outbox for word in ("miss", "late", "should", "!"))


def test_a_day_off_brings_nothing(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    for day in (4, 5):
        run(TUESDAY + day * DAY)
    assert not mail.outbox


def test_whoever_travels_is_reminded_at_the_hour_of_the_new_place_and_once_a_day(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    run(TUESDAY)
    say_about_self(by=cast.ben, said={"time_zone": "America/Los_Angeles"})
    sent = []
    for hour in range(1, 48):
        before = len(mail.outbox)
        run(TUESDAY + hour * HOUR)
        sent += [TUESDAY + hour * HOUR] * (len(mail.outbox) - before)
    assert [at.astimezone(ZoneInfo("America/Los_Angeles")).strftime("%a %H") for at in sent] == ["Wed 09"]


def test_what_could_not_be_handed_over_in_time_is_dropped_with_its_words(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object, **_named: object) -> None:
        raise ConnectionRefusedError

    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    tried = []
    for minute in range(0, 300, 5):
        run(TUESDAY + dt.timedelta(minutes=minute))
        tried.append(Delivery.objects.get().attempts)
    assert sorted(set(tried)) == [1, 2, 3, 4, 5]
    row = Delivery.objects.get()
    assert (row.stage, row.text, row.subject) == (Stage.DROPPED, "", "")


def test_a_mail_server_that_comes_back_gets_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    send, failures = services._send, [OSError, OSError]

    def sometimes(*given: object) -> None:
        if failures:
            raise failures.pop()
        send(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(services, "_send", sometimes)
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    for minute in (0, 1, 5, 6):
        run(TUESDAY + dt.timedelta(minutes=minute))
    assert len(mail.outbox) == 1
    assert Delivery.objects.get().stage == Stage.DONE


def test_what_was_in_the_hands_of_a_killed_worker_is_not_sent_a_second_time(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    reminding.queue_what_is_due(now=TUESDAY)
    Delivery.objects.update(stage=Stage.HANDED_OVER, claimed_at=TUESDAY)
    for minute in range(0, 240, 20):
        run(TUESDAY + dt.timedelta(minutes=minute))
    assert not mail.outbox
    assert Delivery.objects.get().text == ""


def test_what_a_killed_worker_had_only_claimed_is_taken_by_another(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    reminding.queue_what_is_due(now=TUESDAY)
    Delivery.objects.update(claimed_at=TUESDAY)
    run(TUESDAY + dt.timedelta(minutes=5))
    assert not mail.outbox
    run(TUESDAY + dt.timedelta(minutes=15))
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("chat", ["slack", "teams"])
def test_a_chat_gets_a_message_of_its_own_shape(cast: Cast, monkeypatch: pytest.MonkeyPatch, chat: str) -> None:
    """Slack: "Sending messages using incoming webhooks"; Teams: "Post to a channel when a webhook is received"."""
    posted = []

    def post(url: str, document: object) -> int:
        posted.append((url, document))
        return 200

    monkeypatch.setattr(outside, "post", post)
    said = {**BY_MAIL, "by_mail": False, "chat": chat, "chat_address": "https://hooks.example/x"}
    reminding.set_reminders(by=cast.ben, said=said, now=NOW)
    run(TUESDAY)
    [(url, document)] = posted
    assert url == "https://hooks.example/x"
    assert isinstance(document, dict)
    if chat == "slack":
        assert set(document) == {"text"}
        assert document["text"].startswith("One thing for today: ")
    else:
        assert document["type"] == "message"
        [attachment] = document["attachments"]
        assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
        assert attachment["content"]["type"] == "AdaptiveCard"
        assert attachment["content"]["body"][0]["type"] == "TextBlock"
    assert Delivery.objects.get().address == ""


def test_a_chat_at_a_private_address_is_never_asked(cast: Cast) -> None:
    said = {**BY_MAIL, "by_mail": False, "chat": "slack", "chat_address": "https://127.0.0.1/x"}
    reminding.set_reminders(by=cast.ben, said=said, now=NOW)
    run(TUESDAY)
    assert Delivery.objects.get().attempts == 1


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"hour": "3"}, "Select a valid choice"),
        ({"hour": "9", "chat": "slack"}, "Paste the address that your chat gave you"),
        ({"hour": "9", "chat": "slack", "chat_address": "http://x.example"}, "begins with https://"),
    ],
)
def test_what_cannot_be_kept_is_said(cast: Cast, as_person: Browse, given: dict[str, str], message: str) -> None:
    answer = as_person(cast.ben).post("/today/reminders/", given)
    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not Reminder.objects.exists()


def test_reminders_are_kept_changed_and_switched_off(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    browser.post("/today/reminders/", {"hour": "8", "by_mail": "on"})
    assert "checked" in browser.get("/today/reminders/").content.decode()
    browser.post("/today/reminders/", {"hour": "8"})
    run(TUESDAY - HOUR)
    assert not mail.outbox


def test_the_database_keeps_no_reminder_at_night(cast: Cast) -> None:
    reminding.set_reminders(by=cast.ben, said=BY_MAIL, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminder.objects.update(hour=3)


def test_a_calendar_reads_neutral_dates_at_a_private_address(cast: Cast, as_person: Browse) -> None:
    browser = as_person(cast.ben)
    page = browser.post("/today/calendar/", follow=True).content.decode()
    address = page.split('id="address" value="')[1].split('"')[0].removeprefix("http://127.0.0.1:8000")
    answer = as_person(None).get(address)
    assert answer.headers["Content-Type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert len(events) == 25
    assert {str(event["summary"]) for event in events} == {"A few minutes"}
    assert events[0].decoded("dtstart") == TUESDAY
    assert len({str(event["uid"]) for event in events}) == 25
    browser.post("/today/calendar/", {"close": "1"})
    assert as_person(None).get(address).status_code == 404


def test_a_calendar_of_somebody_who_left_is_not_there(cast: Cast, as_person: Browse) -> None:
    reminding.open_calendar(by=cast.ben, now=NOW)
    token = Reminder.objects.get().calendar
    Person.objects.filter(pk=cast.ben.pk).update(is_active=False)
    assert as_person(None).get(f"/calendar/{token}.ics").status_code == 404


def test_many_reminders_are_put_out_in_few_queries(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        person = join(cast.organisation, f"P{number} Holm")
        reminding.set_reminders(by=person, said=BY_MAIL, now=NOW)
    with django_assert_max_num_queries(24):
        assert reminding.queue_what_is_due(now=TUESDAY) == 30
    assert Delivery.objects.count() == 30
    assert reminding.queue_what_is_due(now=TUESDAY) == 0
