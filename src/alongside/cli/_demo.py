"""The part of `alongside demo` that needs the site."""

import datetime as dt
from pathlib import Path

from django.utils import timezone

from alongside.administration.sample import load_sample
from alongside.cli._prepare import leave_no_connection_open, update_tables
from alongside.meetings import services
from alongside.meetings.models import MeetingLookBack
from alongside.people.models import Organisation, Person
from alongside.recognition.sample import hold_sample_quarter
from alongside.voice.sample import hold_sample_rounds

_TRANSCRIPT = Path(__file__).resolve().parents[1] / "samples" / "planning-meeting.vtt"
_HOST = "Ingrid Solberg"
_COLLEAGUES = ("Callum Reid", "Deepak Rao", "Linh Tran", "Maya Okafor")
# Told so long ago, everybody's hours to object are over today.
_TOLD = dt.timedelta(days=8)


def prepare() -> None:
    """Bring the tables up to date, and the sample organisation into them, with something of all that takes weeks."""
    update_tables()
    now = timezone.now()
    organisation = load_sample(now)
    if not MeetingLookBack.objects.filter(host__organisation=organisation).exists():
        _look_back_on_the_sample_meeting(organisation, now)
    hold_sample_rounds(organisation, now=now)
    hold_sample_quarter(organisation, now=now)
    leave_no_connection_open()


def _look_back_on_the_sample_meeting(organisation: Organisation, now: dt.datetime) -> None:
    """Nobody who looks around waits for hours to see one: the others were told last week, and none of them objected."""
    people = {person.full_name: person for person in Person.objects.filter(organisation=organisation)}
    host = people[_HOST]
    look_back = services.start_look_back(
        by=host,
        title="Planning Toolshed",
        meeting_date=now.date(),
        notice_hours=4,
        colleagues=[people[name] for name in _COLLEAGUES],
        guests=(),
        now=now - _TOLD,
    )
    services.tell_attendees(look_back=look_back, now=now - _TOLD)
    look_back.refresh_from_db()
    services.hand_in(look_back=look_back, text=_TRANSCRIPT.read_bytes(), by=host, now=now)
    look_back.refresh_from_db()
    services.read_transcript(look_back=look_back, now=now)
