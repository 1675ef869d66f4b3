"""The worker: takes jobs off the queue one by one, and sees to the schedule in between."""

import logging
import secrets
import time
import traceback
from collections.abc import Sequence
from functools import partial

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from alongside.jobs.upkeep import name_of_this_worker, start_what_is_due, take_up_what_was_left

_log = logging.getLogger(__name__)
_PAUSE = 0.5
_UPKEEP_EVERY = 10.0


class OneByOne(Worker):
    """The queue's worker, which keeps of a failure where it happened, and not what was said."""

    def run_task(self, db_task_result: DBTaskResult[..., None]) -> None:
        # The message of an error may quote what somebody wrote. The lines of our own source never do.
        db_task_result.set_failed = partial(_set_failed, db_task_result)
        super().run_task(db_task_result)


def work(queues: Sequence[str] = ()) -> None:
    """Work off `queues`, or all of them, until a signal says stop. The job in hand is finished first."""
    queues = queues or sorted(settings.TASKS["default"]["QUEUES"])
    worker = OneByOne(
        queue_names=list(queues),
        excluded_queue_names=[],
        interval=0,
        batch=True,  # together with max_tasks: each run takes at most one job and comes back
        max_tasks=1,
        backend_name="default",
        startup_delay=False,
        worker_id=name_of_this_worker(secrets.token_hex(4)),
    )
    worker.configure_signals()
    upkeep_at = 0.0
    while worker.running:
        if time.monotonic() >= upkeep_at:
            close_old_connections()
            start_what_is_due(now=timezone.now())
            take_up_what_was_left(now=timezone.now())
            upkeep_at = time.monotonic() + _UPKEEP_EVERY
        # Looking is free for others; taking locks the whole of an SQLite database for a moment.
        if DBTaskResult.objects.ready().filter(backend_name="default", queue_name__in=queues).exists():
            worker.run()
        else:
            time.sleep(_PAUSE)


def _set_failed(job: DBTaskResult[..., None], fault: BaseException) -> None:
    kind = f"{type(fault).__module__}.{type(fault).__qualname__}"
    _log.error("The job %s (%s) failed with %s.", job.task_path, job.pk, kind)
    job.status = TaskResultStatus.FAILED
    job.finished_at = timezone.now()
    job.exception_class_path = kind
    job.traceback = "".join(traceback.format_tb(fault.__traceback__))
    job.save(update_fields=["status", "finished_at", "exception_class_path", "traceback"])
