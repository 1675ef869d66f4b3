"""Reminders: when and by what a person wants to be reminded, and what is put out for them. Theirs alone (X2)."""

import datetime as dt
import secrets
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from alongside.engines import practice
from alongside.notify.models import Delivery
from alongside.people.models import Person
from alongside.practice import services
from alongside.practice.models import Reminder
from alongside.practice.wording import is_translated

_BATCH = 1_000
KIND = "reminder"
_NOTHING = {"hour": 9, "by_mail": False, "chat": "", "chat_address": ""}


def set_reminders(*, by: Person, said: Mapping[str, Any], now: dt.datetime) -> Reminder:
    """Keep when and how somebody wants to be reminded, in place of what they said before."""
    wanted = {name: said[name] for name in ("hour", "by_mail", "chat", "chat_address")}
    row, _new = Reminder.objects.update_or_create(
        person=by, defaults=wanted, create_defaults={**wanted, "since_date": by.local_date(now), "next_at": now}
    )
    _schedule([row], now)
    return row


def open_calendar(*, by: Person, now: dt.datetime) -> None:
    """Give the person a private address for their calendar, or a new one in place of one that others have seen."""
    row = Reminder.objects.filter(person=by).first() or set_reminders(by=by, said=_NOTHING, now=now)
    row.calendar = secrets.token_urlsafe(24)
    row.save(update_fields=["calendar"])


def close_calendar(*, by: Person) -> None:
    Reminder.objects.filter(person=by).update(calendar=None)


def queue_what_is_due(*, now: dt.datetime) -> int:
    """Put out the reminders whose moment has come, and return how many. A second worker finds nothing to do."""
    _follow_those_who_moved(now)
    put_out = 0
    while batch := _queue_batch(now):
        put_out += batch
    return put_out


def _follow_those_who_moved(now: dt.datetime) -> None:
    """Whoever changed their zone or their days is reminded by the new ones from now on."""
    moved = Reminder.objects.active().exclude(for_zone=F("person__time_zone"), for_days=F("person__working_days"))
    while rows := list(moved.select_related("person").order_by("pk")[:_BATCH]):
        _schedule(rows, now)


@transaction.atomic
def _queue_batch(now: dt.datetime) -> int:
    due = Reminder.objects.active().filter(next_at__lte=now).select_related("person").prefetch_related("person__grants")
    rows = list(due.order_by("next_at").select_for_update(skip_locked=True, of=("self",))[:_BATCH])
    fresh = [row for row in rows if now < row.next_at + practice.STALE_AFTER]
    people = [row.person for row in fresh]
    past = services.past_offers(people, now=now)
    seen = {key: offers[-1].on for key, offers in past.items()}
    chosen = services.choices_for(people, past, now=now)
    deliveries = [made for row in fresh for made in _deliveries(row, seen.get(row.person_id), chosen[row.person_id])]
    Delivery.objects.bulk_create(deliveries, ignore_conflicts=True)
    _schedule(rows, now)
    return len(rows)


def _deliveries(row: Reminder, seen: dt.date | None, choice: practice.Choice) -> Iterable[Delivery]:
    on, last_seen = choice.on, max(seen or row.since_date, row.since_date)
    kind = practice.reminder_kind(on, last_seen=last_seen, last_pick_up=row.pick_up_date)
    if kind is None or choice.act is None or seen == on:  # whoever has looked already needs no reminder
        return
    if kind == "pick_up":
        row.pick_up_date = on
    subject, text = _words(row.person.language, choice.act, kind)
    for channel, address in row.ways():
        yield Delivery(
            person=row.person,
            kind=KIND,
            on_date=on,
            channel=channel,
            subject=subject,
            text=text,
            address=address,
            try_at=row.next_at,
            expires_at=row.next_at + practice.STALE_AFTER,
        )


@lru_cache(maxsize=2_000)  # many people have the same act on a day
def _words(language: str, act: practice.Act, kind: practice.ReminderKind) -> tuple[str, str]:
    """The subject tells nothing. The text names the act, and never why it was chosen."""
    link = settings.SITE_URL + reverse("today")
    off = settings.SITE_URL + reverse("reminders")
    with translation.override(language or settings.LANGUAGE_CODE):
        if kind == "pick_up":
            begin = _("Pick up where you are? There is one small thing for today whenever you like.")
        else:
            title = _(act.title) if is_translated(act) else act.title
            begin = _("One thing for today: %(title)s.") % {"title": title}
        text = f"{begin}\n{link}\n\n" + _("When and how you are reminded: %(link)s") % {"link": off} + "\n"
        return _("Your few minutes today"), text


def _schedule(rows: Iterable[Reminder], now: dt.datetime) -> None:
    """Work out the next moment of each. Many have the same, so one statement serves all of those."""
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    nexts: dict[tuple[int, str, str], dt.datetime] = {}
    for row in rows:
        person = row.person
        key = row.hour, person.time_zone, person.working_days
        if key not in nexts:
            nexts[key] = practice.next_reminder(now, hour=row.hour, zone=person.zone, weekdays=person.weekdays)
        alike[nexts[key], person.time_zone, person.working_days, row.pick_up_date].append(row.pk)
    for (next_at, zone, days, asked), keys in alike.items():
        Reminder.objects.filter(pk__in=keys).update(next_at=next_at, for_zone=zone, for_days=days, pick_up_date=asked)


def calendar_of(token: str) -> Reminder | None:
    """Whose calendar has this address; nobody's if the address was taken back or they left."""
    wanted = Q(calendar=token, person__is_active=True)
    return Reminder.objects.filter(wanted).select_related("person__organisation").first()
