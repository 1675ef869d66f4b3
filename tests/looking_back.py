"""A look-back on the web to test with: Asha is its host; Ben, Carmen and Dara are told, and a guest."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from alongside.meetings import services
from alongside.meetings.models import MeetingLookBack
from organisation import NOW, Cast

SAMPLE = Path(__file__).resolve().parents[1] / "src/alongside/samples/planning-meeting.vtt"
CANARY = "quokkaweasel"
GUEST = "gita@elsewhere.example"
HOUR = dt.timedelta(hours=1)
# Told at 9 on a Monday: half an hour for the mails, and four working hours.
OPENS = NOW + 4.5 * HOUR
Clock = Callable[[dt.datetime], None]


def transcript(words: str = CANARY) -> bytes:
    """The sample meeting, with a word in it that is nowhere else."""
    return SAMPLE.read_bytes().replace(b"text message", f"{words} message".encode())


def start(cast: Cast, *, now: dt.datetime = NOW, guests: tuple[str, ...] = (GUEST,)) -> MeetingLookBack:
    return services.start_look_back(
        by=cast.asha,
        title="Planning the summer fair",
        meeting_date=now.date(),
        notice_hours=4,
        colleagues=[cast.ben, cast.carmen, cast.dara],
        guests=guests,
        now=now,
    )


def tended(look_back: MeetingLookBack, now: dt.datetime) -> MeetingLookBack:
    services.tend(now=now)
    look_back.refresh_from_db()
    return look_back


def told(cast: Cast) -> MeetingLookBack:
    return tended(start(cast), NOW)


def handed_in(cast: Cast, text: bytes | None = None) -> MeetingLookBack:
    look_back = told(cast)
    services.hand_in(look_back=look_back, text=text or transcript(), by=cast.asha, now=NOW + HOUR)
    look_back.refresh_from_db()
    return look_back


def opened(cast: Cast) -> MeetingLookBack:
    return tended(handed_in(cast), OPENS)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Set the clock that the pages read."""

    def put(now: dt.datetime) -> None:
        monkeypatch.setattr("alongside.meetings.views.timezone.now", lambda: now)

    put(NOW)
    return put
