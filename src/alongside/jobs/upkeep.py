"""What every worker sees to between two jobs: start what is due, take up what a killed worker left, forget the old."""

import datetime as dt
import os
import socket
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from django.db import transaction
from django.db.models import Q
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from alongside.jobs.models import Firing
from alongside.jobs.schedule import SCHEDULE, Periodic

# A job that has run for longer than this has lost its worker. No job may take longer; long work is cut into jobs.
DEADLINE = dt.timedelta(minutes=15)
MOST_STARTS = 4  # the first, and three more
KEEP_DONE = dt.timedelta(hours=24)
KEEP_FAILED = dt.timedelta(days=14)
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def start_what_is_due(*, now: dt.datetime, schedule: Iterable[Periodic] = SCHEDULE) -> None:
    """Put the work of the current period on the queue, unless some worker has done so."""
    due = {(work.name, now - (now - _EPOCH) % work.every): work for work in schedule}
    oldest = min((due_at for _, due_at in due), default=now)
    fired = set(Firing.objects.filter(due_at__gte=oldest).values_list("name", "due_at"))
    for name, due_at in due.keys() - fired:
        with transaction.atomic():
            _, is_first = Firing.objects.get_or_create(name=name, due_at=due_at)
            if is_first:
                import_string(due[name, due_at].task).enqueue()


def take_up_what_was_left(*, now: dt.datetime) -> None:
    """Make jobs ready again whose worker was killed; after the fourth start they count as failed."""
    for job in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if job.started_at and job.started_at > now - DEADLINE and not _has_died(job.worker_ids[-1]):
            continue
        again = len(job.worker_ids) < MOST_STARTS
        # Another worker may be doing the same: the start time makes sure that only one of the two succeeds.
        DBTaskResult.objects.filter(pk=job.pk, status=TaskResultStatus.RUNNING, started_at=job.started_at).update(
            status=TaskResultStatus.READY if again else TaskResultStatus.FAILED,
            started_at=None if again else job.started_at,
            finished_at=None if again else now,
            exception_class_path="" if again else "alongside.jobs.upkeep.WorkerDied",
        )


def forget_finished(*, now: dt.datetime) -> None:
    done = Q(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEEP_DONE)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__lt=now - KEEP_FAILED)
    DBTaskResult.objects.filter(done | failed).delete()
    longest = max((work.every for work in SCHEDULE), default=dt.timedelta())
    Firing.objects.filter(due_at__lt=now - 2 * longest - dt.timedelta(days=2)).delete()


def name_of_this_worker(token: str) -> str:
    """A name by which other workers at the same machine can tell whether this one still lives."""
    return f"{_this_machine()} {os.getpid()} {token}"


def _has_died(worker: str) -> bool:
    """Whether a worker is known to be gone. For one at another machine nobody here can know, and only time tells."""
    machine, _, number = worker.rpartition(" ")[0].rpartition(" ")
    if machine != _this_machine():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    # Whoever asks is between two jobs, so its own number stands for one that had it before.
    return int(number) == os.getpid()


@cache
def _this_machine() -> str:
    """The host, and on Linux the space of process numbers: two containers may share the name of their host."""
    numbers = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()} {numbers.readlink() if numbers.exists() else ''}"
