"""The mails about a look-back: what, why, until when, and how to object. A subject line tells nothing."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.meetings.models import Attendee, MeetingLookBack
from alongside.people.models import Person

_KEPT_FOR = dt.timedelta(hours=24)


def mail_to_attendee(attendee: Attendee, look_back: MeetingLookBack, *, told: int) -> dict[str, str]:
    """The mail by which somebody learns of a look-back. Reads the person and the host, which the caller has fetched."""
    with _as_they_read(attendee.person):
        context = {
            "name": attendee.person.name if attendee.person else "",
            "host": look_back.host.name,
            "organisation": look_back.host.organisation.name,
            "title": look_back.title,
            "meeting_date": date_format(look_back.meeting_date, "l j F"),
            "opens": _time(look_back.opens_at),
            "gone": _time(look_back.deletes_at + _KEPT_FOR),
            "told": told,
            "link": settings.SITE_URL + reverse("meeting_object", args=[look_back.link]),
        }
        text = render_to_string("meetings/mail/attendee.txt", context)
        return {"to": attendee.email, "subject": _("A colleague would like to look back on a meeting"), "text": text}


def mail_to_host(look_back: MeetingLookBack, *, is_open: bool) -> dict[str, str]:
    """The mail at the end of the notice. One text for each outcome, whatever led to it."""
    with _as_they_read(look_back.host):
        context = {
            "name": look_back.host.name,
            "title": look_back.title,
            "gone": _time(look_back.deletes_at),
            "handed_in": look_back.handed_in_at is not None,
            "link": settings.SITE_URL + reverse("meeting", args=[look_back.uuid]),
            "memory_link": settings.SITE_URL + reverse("meeting_from_memory"),
        }
        text = render_to_string(f"meetings/mail/{'open' if is_open else 'closed'}.txt", context)
        return {"to": look_back.host.email, "subject": _("About your look-back"), "text": text}


@contextmanager
def _as_they_read(person: Person | None) -> Iterator[None]:
    """In the language and the time zone of a person, or of the organisation for a guest (None)."""
    zone = person.zone if person else ZoneInfo(settings.TIME_ZONE)
    with translation.override((person and person.language) or settings.LANGUAGE_CODE), timezone.override(zone):
        yield


def _time(at: dt.datetime | None) -> str:
    """Write a time with its zone: whoever reads it may be anywhere."""
    if at is None:
        return ""
    local = timezone.localtime(at)
    return f"{date_format(local, 'l j F, H:i')} ({timezone.get_current_timezone_name()})"
