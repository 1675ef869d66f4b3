"""A calendar of a person's own dates (RFC 5545), whose titles tell nothing to whoever looks over a shoulder."""

import datetime as dt

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from alongside.engines import practice
from alongside.plans.selectors import dates_to_come
from alongside.practice.models import Reminder

_DAYS_AHEAD = 35
_LENGTH = dt.timedelta(minutes=5)


def calendar_feed(row: Reminder, *, now: dt.datetime) -> bytes:
    """The reminders of the next five weeks, at their hour, and the dates of the plan, as whole days."""
    person = row.person
    feed = Calendar()
    feed.add("prodid", "-//Alongside//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    with translation.override(person.language or settings.LANGUAGE_CODE):
        for at in _moments(row, now):
            feed.add_component(_event(f"{person.uuid}-{at:%Y%m%d}", _("A few minutes"), at, at + _LENGTH, now))
        for code, on in dates_to_come(person, today=person.local_date(now)):
            day = dt.timedelta(days=1)
            feed.add_component(_event(f"{person.uuid}-{code}-{on:%Y%m%d}", _("Look at your plan"), on, on + day, now))
    return bytes(feed.to_ical())


def _moments(row: Reminder, now: dt.datetime) -> list[dt.datetime]:
    person, at, found = row.person, now, []
    while at < now + dt.timedelta(days=_DAYS_AHEAD):
        at = practice.next_reminder(at, hour=row.hour, zone=person.zone, weekdays=person.weekdays)
        found.append(at)
    return found


def _event(uid: str, title: str, start: dt.date, end: dt.date, now: dt.datetime) -> Event:
    event = Event()
    for name, value in (("uid", f"{uid}@alongside"), ("summary", title), ("dtstamp", now), ("dtstart", start)):
        event.add(name, value)
    event.add("dtend", end)
    event.add("url", settings.SITE_URL + reverse("today"))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    return event
