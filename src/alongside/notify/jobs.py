"""Handing over beside the pages."""

from django.utils import timezone
from django_tasks import task

from alongside.notify import services


@task()
def deliver_what_is_due() -> None:
    services.drop_what_is_over(now=timezone.now())
    services.deliver(now=timezone.now)
