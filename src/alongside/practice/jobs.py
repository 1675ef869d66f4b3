"""Practice that is forgotten in time."""

from django.utils import timezone
from django_tasks import task

from alongside.practice import reminding, services


@task()
def forget_what_is_old() -> None:
    services.forget_what_is_old(now=timezone.now())


@task()
def queue_reminders() -> None:
    reminding.queue_what_is_due(now=timezone.now())
