"""`alongside worker`, as a process that is started, stopped and killed."""

import signal
from typing import TYPE_CHECKING

from alongside.jobs.schedule import SCHEDULE
from running import Running, until

if TYPE_CHECKING:
    from subprocess import Popen

_PUT = "import django; django.setup()\nimport slow_jobs\n"


def _notes(site: Running) -> list[str]:
    path = site.home / "notes"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _statuses(site: Running, task: str) -> list[object]:
    asked = site.ask(f"SELECT status FROM django_tasks_database_dbtaskresult WHERE task_path LIKE '%{task}'")  # noqa: S608
    return [status for (status,) in asked]


def _stop(process: "Popen[str]") -> int:
    process.send_signal(signal.SIGTERM)
    return process.wait(timeout=15)


def test_a_worker_does_what_is_on_the_queue_and_stops_when_told(running: Running) -> None:
    running.python(_PUT + "slow_jobs.note.enqueue('hello')")
    worker = running.start("worker")
    until(lambda: _notes(running) == ["hello"])
    assert _stop(worker) == 0
    assert _statuses(running, "note") == ["SUCCESSFUL"]


def test_a_worker_of_one_queue_leaves_the_others_alone(running: Running) -> None:
    running.python(_PUT + "slow_jobs.note.enqueue('hello'); slow_jobs.note_about_a_transcript.enqueue()")
    worker = running.start("worker", "--queue", "transcripts")
    until(lambda: _notes(running))
    assert _stop(worker) == 0
    assert _notes(running) == ["transcript"]


def test_a_queue_that_is_not_there_is_refused_with_the_names_of_those_that_are(running: Running) -> None:
    code, said = running.run("worker", "--queue", "fast")
    assert code == 2
    assert '"fast"' in said
    assert "default, transcripts" in said


def test_what_a_killed_worker_was_at_is_taken_up_by_the_next(running: Running) -> None:
    running.python(_PUT + "slow_jobs.dawdle_once.enqueue()")
    worker = running.start("worker", "--queue", "default")
    until(lambda: _notes(running) == ["began"])
    worker.kill()
    worker.wait(timeout=5)
    assert _statuses(running, "dawdle_once") == ["RUNNING"]
    successor = running.start("worker", "--queue", "default")
    until(lambda: _notes(running) == ["began", "began", "ended"])
    assert _stop(successor) == 0
    assert _statuses(running, "dawdle_once") == ["SUCCESSFUL"]


def test_nothing_that_was_said_stays_in_the_record_of_a_failure(running: Running) -> None:
    running.python(_PUT + "slow_jobs.quote_and_fail.enqueue()")
    worker = running.start("worker")
    until(lambda: _statuses(running, "quote_and_fail") == ["FAILED"])
    worker.send_signal(signal.SIGTERM)
    said, _ = worker.communicate(timeout=15)
    [(kind, trace)] = running.ask(
        "SELECT exception_class_path, traceback FROM django_tasks_database_dbtaskresult WHERE status = 'FAILED'"
    )
    assert kind == "builtins.ValueError"
    assert "slow_jobs.py" in str(trace)
    assert "ValueError" in said
    assert "canary" not in said
    assert not [path for path in running.home.glob("alongside.sqlite3*") if b"canary" in path.read_bytes()]


def test_three_workers_start_each_period_once(running: Running) -> None:
    workers = [running.start("worker") for _ in range(3)]
    until(lambda: running.ask("SELECT count(DISTINCT name) FROM jobs_firing")[0][0] == len(SCHEDULE))
    until(lambda: set(_statuses(running, "forget_finished_jobs")) == {"SUCCESSFUL"})
    assert [_stop(worker) for worker in workers] == [0, 0, 0]
    assert len(_statuses(running, "forget_finished_jobs")) == 1
    assert len(_statuses(running, "forget_ended_sessions")) == 1


_WAITING_IMPORT = """
import io
import django; django.setup()
from django.utils import timezone
from alongside.administration.imports import services
from alongside.administration.jobs import apply_import
from alongside.people.models import Person
ben = Person.objects.get()
lines = ["email,name,unit", *(f"p{n}@x.example,Kim {n},t{n % 9}" for n in range(40)), ""]
row = services.take_file(file=io.BytesIO("\\n".join(lines).encode()), name="people.csv", separator=",",
                         encoding="utf-8", is_complete=False, by=ben, now=timezone.now())
services.check(row, now=timezone.now())
services.approve(people_import=row, digest=row.digest)
apply_import.enqueue(row.pk)
"""
_WORKER_THAT_HALTS_HALF_WAY = """
import sys, time
import django; django.setup()
from alongside.administration.imports import writing
def halt(*given):
    open({note!r}, "w").close(); time.sleep(60)
writing._note_departures = halt
sys.argv = ["alongside", "worker", "--queue", "default"]
from alongside.cli import main; main()
"""


def test_an_import_whose_worker_is_killed_half_way_changes_nothing_until_the_next_one_completes_it(
    running: Running,
) -> None:
    running.python(_WAITING_IMPORT)
    note = running.home / "half way"
    at_work = running.start_python(_WORKER_THAT_HALTS_HALF_WAY.format(note=str(note)))
    until(note.exists)
    at_work.kill()
    at_work.wait()
    people = "SELECT count(*) FROM people_person WHERE email LIKE 'p%'"
    assert running.ask(people) == [(0,)]
    assert running.ask("SELECT state FROM administration_peopleimport") == [("applying",)]
    successor = running.start("worker", "--queue", "default")
    until(lambda: running.ask("SELECT state FROM administration_peopleimport") == [("done",)])
    assert _stop(successor) == 0
    assert running.ask(people) == [(40,)]
    assert running.ask("SELECT count(*) FROM access_auditevent WHERE act = 'people.imported'") == [(1,)]
