"""Closing on each database, killed at each of its steps, on a full disk, and many spenders of one pass at once."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest
from ahocorasick_rs import BytesAhoCorasick

from database_places import Place

_START = """
import json, pathlib, shutil
import django; django.setup()
import ballots_at_work as work
from alongside.ballots import closing, resting
from alongside.ballots.refusals import AlreadySpent, NotKept, NotNow
home, copies = pathlib.Path({home!r}), pathlib.Path({copies!r})
"""
_KILLED_AT_EACH_STEP = """
asked, told = work.wait_for_the_second()
close = lambda: asked.hand_in(bytes.fromhex(told["secret"]), work.keep)
steps = {
    "the ballots are open in memory": (closing.SystemRandom, "shuffle", work.and_die(closing.SystemRandom.shuffle)),
    "some answers are written": (resting, "seal", work.and_die(resting.seal)),
    "all answers are written": (work, "keep", work.and_die(work.keep)),
    "the ballots are deleted": (closing, "_destroy", work.and_die(closing._destroy)),
    "all is done but the commit": (closing, "audit", work.and_die(closing.audit)),
    "all is committed": (closing, "forget_deleted_rows", work.die),
}
ends = {}
for step, given in steps.items():
    ends[step] = work.killed_at(*given, close)
    work.leave_the_database()
    shutil.copytree(home, copies / step)
try:
    close()
except NotNow as refusal:
    ends["after all"] = str(refusal)
print(json.dumps({"ends": ends, "told": told, "choices": work.kept_choices()}))
"""
_NEXT_ATTEMPT = """
asked, told = work.wait_for_the_second()
close = lambda: asked.hand_in(bytes.fromhex(told["secret"]), work.keep)
work.killed_at(closing, "audit", work.and_die(closing.audit), close)
close()
print(json.dumps([work.kept_choices(), sorted(done["choice"] for done in told["done"])]))
"""
_FULL = """
from django.db import connection
def pragma(words):
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA " + words).fetchone()[0]
def fill(campaign, opened):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE much (much blob)")
        cursor.execute("INSERT INTO much VALUES (zeroblob(10000000))")
asked, told = work.wait_for_the_second()
pragma(f"max_page_count={pragma('page_count')}")
said = []
try:
    asked.hand_in(bytes.fromhex(told["secret"]), fill)
except NotKept as refusal:
    said = [str(refusal), work.Ballot.objects.count()]
pragma("max_page_count=1000000000")
asked.hand_in(bytes.fromhex(told["secret"]), work.keep)
print(json.dumps([*said, len(work.kept_choices())]))
"""
_FULL_WHILE_SPENDING = """
from django.db import connection
def pragma(words):
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA " + words).fetchone()[0]
asked, one = work.pass_to_spend()
box = asked.sealed("once")
pragma(f"max_page_count={pragma('page_count')}")
said = []
try:
    asked.cast_sealed(one, box)
except NotKept as refusal:
    said = [str(refusal), work.Ballot.objects.count()]
pragma("max_page_count=1000000000")
asked.cast_sealed(one, box)
print(json.dumps([*said, work.Ballot.objects.count()]))
"""
_SPEND_AT_ONCE = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from django.db import connections
asked, one = work.pass_to_spend()
boxes = [asked.sealed(number) for number in range(100)]
start = Barrier(100)
def spend(box):
    start.wait()
    try:
        asked.cast_sealed(one, box)
        return "cast"
    except AlreadySpent:
        return "refused"
    finally:
        connections.close_all()
with ThreadPoolExecutor(100) as pool:
    print(json.dumps([*sorted(pool.map(spend, boxes)), work.Ballot.objects.count()]))
"""


def _told_by(place: Place, copies: Path, program: str) -> Any:
    start = _START.format(home=str(place.site.home), copies=str(copies))
    return json.loads(place.site.python(start + program).splitlines()[-1])


def test_whoever_is_killed_while_closing_leaves_sealed_ballots_or_a_closed_campaign(
    place: Place, tmp_path: Path
) -> None:
    said = _told_by(place, tmp_path / "copies", _KILLED_AT_EACH_STEP)
    *earlier, last = ((step, end) for step, end in said["ends"].items() if step != "after all")
    assert len(earlier) == 5
    for step, end in earlier:
        assert end == {"signal": signal.SIGKILL, "ballots": 12, "kept": 0}, step
    assert last == ("all is committed", {"signal": signal.SIGKILL, "ballots": 0, "kept": 12})
    assert "opened before" in said["ends"]["after all"]
    assert len(said["choices"]) == 12
    # Neither an answer in plain letters nor what opens them stands in any file, log or dump, after any step.
    hidden = [secret for done in said["told"]["done"] for secret in done["secrets"]] + [said["told"]["secret"]]
    search = BytesAhoCorasick([form for secret in hidden for form in (bytes.fromhex(secret), secret.encode())])
    copied = {str(path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert [name for name in copied if "all answers are written" in name]
    found = {name for name, content in (copied | place.files()).items() if search.find_matches_as_indexes(content)}
    assert found == set()


def test_a_campaign_whose_closing_was_killed_is_closed_by_the_next_attempt(place: Place, tmp_path: Path) -> None:
    kept, cast = _told_by(place, tmp_path, _NEXT_ATTEMPT)
    assert kept == cast
    assert len(kept) == 12


@pytest.mark.parametrize(
    ("program", "words", "left"),
    [(_FULL, "could not be opened just now", 12), (_FULL_WHILE_SPENDING, "could not be kept just now", 0)],
    ids=["closing", "spending"],
)
@pytest.mark.parametrize("place", ["sqlite"], indirect=True)
def test_a_disk_that_is_full_is_told_and_takes_nothing_away(
    place: Place, tmp_path: Path, program: str, words: str, left: int
) -> None:
    # With PostgreSQL nobody can fill the disk without being root; test_closing.py and test_casting.py let it fail.
    said, ballots, at_the_second_attempt = _told_by(place, tmp_path, program)
    assert words in str(said)
    assert ballots == left
    assert at_the_second_attempt == max(left, 1)


def test_of_a_hundred_who_spend_one_pass_at_once_one_is_taken(place: Place, tmp_path: Path) -> None:
    assert _told_by(place, tmp_path, _SPEND_AT_ONCE) == ["cast", *["refused"] * 99, 1]
