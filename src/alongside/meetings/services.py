"""What happens to a look-back on the web: told, handed in, objected to, read, and deleted.

All of these may run twice, or be cut short at any point: each leaves a look-back as it was, or one step further.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings
from django.db import transaction
from django.db.models import Q

from alongside.administration.jurisdiction import Feature, profile_of
from alongside.engines.practice import MOMENT_KINDS
from alongside.jobs.erasing import empty_write_ahead_log
from alongside.meetings import sealing
from alongside.meetings.mails import mail_to_attendee, mail_to_host
from alongside.meetings.models import Attendee, Holds, MeetingLookBack
from alongside.meetings.notice import end_of_notice
from alongside.meetings.reading import read_apart
from alongside.notify import mail
from alongside.people.models import Person

LEAST_COLLEAGUES = 3
"""With fewer, the host could tell who objected. Guests do not count: an address can be the host's own."""

KEPT_FOR = dt.timedelta(hours=24)
_WAITS_FOR_TEXT = dt.timedelta(days=2)
_TELLING = dt.timedelta(minutes=30)
_LONGEST_WAIT = dt.timedelta(days=10)


KEPT_KINDS = frozenset(MOMENT_KINDS)
"""The kinds of moment that *Today* knows an act for."""


class TooFewToldError(Exception):
    """So few people are told that the host could guess who objected."""


class NotNowError(Exception):
    """A text is not awaited: it is too early, one is here already, or the look-back is over."""


@transaction.atomic
def start_look_back(  # noqa: PLR0913 - what the host says about one meeting
    *,
    by: Person,
    title: str,
    meeting_date: dt.date,
    notice_hours: int,
    colleagues: Iterable[Person],
    guests: Iterable[str],
    now: dt.datetime,
) -> MeetingLookBack:
    """Keep who is to be told; a job tells them.

    Raises:
        TooFewToldError: fewer than `LEAST_COLLEAGUES` besides the host.
        SwitchedOffHere: the organisation's jurisdiction profile switches transcripts off.
        ProfileMissing: it has none yet.
    """
    profile_of(by.organisation).require(Feature.TRANSCRIPTS)
    told = {person.pk: person for person in colleagues if person != by}
    if len(told) < LEAST_COLLEAGUES:
        raise TooFewToldError
    addresses = {address.strip().lower() for address in guests} - {person.email for person in (by, *told.values())}
    look_back = MeetingLookBack.objects.create(
        host=by,
        title=title,
        meeting_date=meeting_date,
        notice_hours=notice_hours,
        created_at=now,
        deletes_at=max(now, _end_of(meeting_date)) + _LONGEST_WAIT,
    )
    Attendee.objects.bulk_create(
        [Attendee(look_back=look_back, person=person) for person in told.values()]
        + [Attendee(look_back=look_back, guest_email=address) for address in sorted(addresses)]
    )
    return look_back


def tell_attendees(*, look_back: MeetingLookBack, now: dt.datetime) -> None:
    """Send each attendee the mail that says what, why, until when, and how to object.

    Mails that fail are tried again until `notice_from`; the time to object runs from there, so that nobody has less of
    it than another.
    """
    if not _claim(look_back, now):
        return
    attendees = list(look_back.attendees.select_related("person", "look_back__host__organisation"))
    if look_back.notice_from is None:
        _begin_notice(look_back, attendees, now)
    for attendee in attendees:
        if attendee.told_at is None and mail.send(**mail_to_attendee(attendee, look_back, told=len(attendees))):
            Attendee.objects.filter(pk=attendee.pk).update(told_at=now)
    MeetingLookBack.objects.filter(pk=look_back.pk).update(claimed_at=None)


def _begin_notice(look_back: MeetingLookBack, attendees: Sequence[Attendee], now: dt.datetime) -> None:
    look_back.notice_from = now + _TELLING
    look_back.opens_at = max(_end_of_notice(look_back, person) for person in (None, *(who.person for who in attendees)))
    look_back.deletes_at = max(look_back.opens_at, _end_of(look_back.meeting_date)) + _WAITS_FOR_TEXT
    look_back.save(update_fields=["notice_from", "opens_at", "deletes_at"])


def _end_of_notice(look_back: MeetingLookBack, person: Person | None) -> dt.datetime:
    """The end for a colleague; for a guest (None), by the host's zone and days."""
    who = person or look_back.host
    return end_of_notice(
        look_back.notice_from or look_back.created_at,
        look_back.notice_hours,
        zone=who.zone,
        weekdays=who.weekdays,
    )


def _end_of(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), ZoneInfo(settings.TIME_ZONE))


@transaction.atomic
def object_to(*, link: str, now: dt.datetime) -> None:
    """Close the look-back that has this link, if its time to object is not over. Nothing says who it was.

    There is no answer: whoever called cannot learn whether there is such a look-back, or whether it was closed before.
    """
    look_back = MeetingLookBack.objects.objectable(now).select_for_update().filter(link=link).first()
    if look_back is None:
        return
    sealed = look_back.sealed_name
    MeetingLookBack.objects.filter(pk=look_back.pk).update(
        is_closed=True, holds=Holds.NOTHING, sealed_name="", sealed_key=""
    )
    transaction.on_commit(lambda: sealing.destroy(sealed))


def hand_in(*, look_back: MeetingLookBack, text: bytes, by: Person, now: dt.datetime) -> None:
    """Seal the text of the meeting until it may be read.

    After an objection all is the same for the host, but nothing is kept.

    Raises:
        NotNowError: no text is awaited.
    """
    start = look_back.hand_in_from
    awaited = look_back.handed_in_at is None or look_back.holds == Holds.REFUSAL
    if look_back.host_id != by.pk or start is None or now < start or not awaited:
        raise NotNowError
    name, key = sealing.seal(text)
    # The day runs from the first text: another one, after a refusal, does not make it longer.
    until = look_back.deletes_at if look_back.handed_in_at else now + KEPT_FOR
    before = look_back.sealed_name
    with transaction.atomic():
        ours = MeetingLookBack.objects.filter(pk=look_back.pk)
        ours.update(handed_in_at=now, deletes_at=until)
        kept = ours.filter(is_closed=False, sealed_name=before).update(
            holds=Holds.TEXT, sealed_name=name, sealed_key=key, claimed_at=None
        )
    sealing.destroy(before if kept else name)


def read_transcript(*, look_back: MeetingLookBack, now: dt.datetime) -> None:
    """Look back on the text, put the result in its place, and delete the text. All of this, or nothing."""
    if not _claim(look_back, now):
        return
    text_name = look_back.sealed_name
    answer = _answer_to(look_back)
    name, key = sealing.seal(orjson.dumps(answer))
    holds = Holds.RESULT if "look_back" in answer else Holds.REFUSAL
    kept = MeetingLookBack.objects.filter(pk=look_back.pk, holds=Holds.TEXT, sealed_name=text_name).update(
        holds=holds, sealed_name=name, sealed_key=key, claimed_at=None
    )
    sealing.destroy(text_name if kept else name)


def _answer_to(look_back: MeetingLookBack) -> dict[str, Any]:
    try:
        text = sealing.unseal(look_back.sealed_name, look_back.sealed_key)
    except FileNotFoundError:
        return {"lost": True}
    return read_apart(text, look_back.attendees.count() + 1)


def _claim(look_back: MeetingLookBack, now: dt.datetime) -> bool:
    """Take the work on one look-back, unless another worker has it. A claim that is not given back runs out."""
    return bool(MeetingLookBack.objects.unclaimed(now).filter(pk=look_back.pk).update(claimed_at=now))


def tell_host(*, look_back: MeetingLookBack, now: dt.datetime) -> None:
    """Tell the host, at the end of the notice and never before, how it goes on."""
    is_open = MeetingLookBack.objects.open(now).filter(pk=look_back.pk).exists()
    if mail.send(**mail_to_host(look_back, is_open=is_open)):
        until = look_back.deletes_at if is_open else min(look_back.deletes_at, now + KEPT_FOR)
        MeetingLookBack.objects.filter(pk=look_back.pk).update(host_told_at=now, deletes_at=until)


def delete_look_backs(*, which: Q) -> int:
    """Delete rows, keys and files of look-backs, and say how many. Nothing of them remains."""
    with transaction.atomic():
        rows = MeetingLookBack.objects.select_for_update().filter(which).values_list("pk", "sealed_name")
        gone = dict(rows)
        MeetingLookBack.objects.filter(pk__in=gone).delete()
    for name in gone.values():
        sealing.destroy(name)
    if gone:
        empty_write_ahead_log()
    return len(gone)


def stop(*, look_back: MeetingLookBack, by: Person) -> None:
    """Delete it all now."""
    delete_look_backs(which=Q(pk=look_back.pk, host=by))


def delete_overdue(*, now: dt.datetime) -> int:
    return delete_look_backs(which=Q(deletes_at__lte=now))


def tend(*, now: dt.datetime) -> None:
    """Do all that is due: delete, tell, read. For a job every few minutes, in as many workers as there are."""
    delete_overdue(now=now)
    sealing.destroy_orphans(_sealed_names(), now=now)
    kept = MeetingLookBack.objects.kept(now).unclaimed(now).select_related("host__organisation")
    for look_back in kept.filter(Q(notice_from=None) | Q(notice_from__gt=now, attendees__told_at=None)).distinct():
        tell_attendees(look_back=look_back, now=now)
    for look_back in MeetingLookBack.objects.open(now).unclaimed(now).filter(holds=Holds.TEXT):
        read_transcript(look_back=look_back, now=now)
    for look_back in kept.filter(opens_at__lte=now, host_told_at=None):
        tell_host(look_back=look_back, now=now)
    empty_write_ahead_log()


def _sealed_names() -> frozenset[str]:
    return frozenset(MeetingLookBack.objects.exclude(sealed_name="").values_list("sealed_name", flat=True))
