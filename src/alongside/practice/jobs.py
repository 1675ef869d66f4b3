"""Practice that is forgotten in time."""

from django.utils import timezone
from django_tasks import task

from alongside.practice import services


@task()
def forget_what_is_old() -> None:
    services.forget_what_is_old(now=timezone.now())
