"""The queue's own housekeeping."""

from django.core.management import call_command
from django.utils import timezone
from django_tasks import task

from alongside.jobs.upkeep import forget_finished


@task()
def forget_finished_jobs() -> None:
    forget_finished(now=timezone.now())


@task()
def forget_ended_sessions() -> None:
    call_command("clearsessions")
