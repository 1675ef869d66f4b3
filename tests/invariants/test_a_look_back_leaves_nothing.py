"""After a day nothing is left of a look-back on the web, and until then nobody can read it from a copy of the disk.

Read here as whoever has the disk reads it: the bytes of the database, of the log beside it, and of all other files.
"""

import datetime as dt
from inspect import signature

import pytest

from alongside.meetings.jobs import tend_look_backs
from looking_back import CANARY, GUEST, HOUR, OPENS
from organisation import NOW
from running import Running, until

TITLE = "Narwhal budget round"

_SET_UP = """
import django; django.setup()
import datetime as dt, time
from alongside.meetings import services
from alongside.meetings.models import MeetingLookBack
from alongside.people.models import Person
from looking_back import *
from organisation import NOW, join
def at(text): return dt.datetime.fromisoformat(text)
"""
_HAND_IN = """
ben = Person.objects.get(full_name="Ben Okafor")
others = [join(ben.organisation, name) for name in ("Carmen Ruiz", "Dara Lim", "Eli Novak")]
look_back = services.start_look_back(by=ben, title={title!r}, meeting_date=NOW.date(), notice_hours=4,
                                     colleagues=others, guests=[GUEST], now=NOW)
services.tend(now=NOW)
look_back.refresh_from_db()
services.hand_in(look_back=look_back, text=transcript(), by=ben, now=NOW + HOUR)
"""


def tend(site: Running, now: dt.datetime) -> None:
    site.python(f"{_SET_UP}services.tend(now=at({now.isoformat()!r}))")


def hand_in(site: Running) -> None:
    site.python(_SET_UP + _HAND_IN.format(title=TITLE))


def files_with(site: Running, word: str) -> set[str]:
    """Where a word stands, in any of the encodings that a database or a file may have it in."""
    forms = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")]
    there = (path for path in site.home.rglob("*") if path.is_file())
    return {path.relative_to(site.home).parts[0] for path in there if any(form in path.read_bytes() for form in forms)}


def holds(site: Running) -> list[tuple[object, ...]]:
    return site.ask("SELECT holds FROM meetings_meetinglookback")


def test_the_words_of_the_meeting_are_nowhere_on_the_disk_and_in_the_end_nothing_is(running: Running) -> None:
    hand_in(running)
    assert files_with(running, TITLE) - {"mail"}, "the search finds what is there"
    assert len(list((running.home / "kept/sealed").iterdir())) == 1
    assert not files_with(running, CANARY)

    tend(running, OPENS)
    assert holds(running) == [("result",)]
    assert len(list((running.home / "kept/sealed").iterdir())) == 1
    assert not files_with(running, CANARY)
    ((key,),) = running.ask("SELECT sealed_key FROM meetings_meetinglookback")
    assert files_with(running, str(key)) <= {"alongside.sqlite3", "alongside.sqlite3-wal"}

    tend(running, NOW + 25 * HOUR + dt.timedelta(minutes=1))
    assert not holds(running)
    assert not list((running.home / "kept/sealed").iterdir())
    # What was told by mail is with those who got it.
    for left in (CANARY, TITLE, GUEST, str(key)):
        assert files_with(running, left) <= {"mail"}
    assert not files_with(running, CANARY)


def test_stopping_leaves_nothing_either(running: Running) -> None:
    hand_in(running)
    running.python(
        _SET_UP + "look_back = MeetingLookBack.objects.get(); services.stop(look_back=look_back, by=look_back.host)"
    )
    assert files_with(running, TITLE) <= {"mail"}
    assert not list((running.home / "kept/sealed").iterdir())


def test_the_queue_remembers_no_meeting() -> None:
    assert not signature(tend_look_backs.func).parameters


_SLOW_READER = """
def slowly(*given):
    open({note!r}, "w").close(); time.sleep(60)
services.read_apart = slowly
"""
_SLOW_SEAL = """
seal = services.sealing.seal
def slowly(text):
    sealed = seal(text); open({note!r}, "w").close(); time.sleep(60); return sealed
services.sealing.seal = slowly
"""


@pytest.mark.parametrize("how", [_SLOW_READER, _SLOW_SEAL], ids=["reading", "sealing"])
def test_a_worker_killed_at_work_leaves_the_text_and_the_next_one_takes_it_up(running: Running, how: str) -> None:
    hand_in(running)
    note = running.home / "note"
    slow = _SET_UP + how.format(note=str(note))
    at_work = running.start_python(f"{slow}services.tend(now=at({OPENS.isoformat()!r}))")
    until(note.exists)
    at_work.kill()
    at_work.wait()

    assert holds(running) == [("text",)]
    tend(running, OPENS + HOUR / 60)
    assert holds(running) == [("text",)], "the claim of the one that was killed still runs"
    tend(running, OPENS + HOUR / 10)
    assert holds(running) == [("result",)]
    assert not files_with(running, CANARY)
    tend(running, NOW + 26 * HOUR)
    assert not list((running.home / "kept/sealed").iterdir())
