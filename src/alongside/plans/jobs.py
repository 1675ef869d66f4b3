"""Plans that nobody looked at go on without a word."""

from django.utils import timezone
from django_tasks import task

from alongside.plans import services


@task()
def carry_plans_on() -> None:
    services.carry_all_on(now=timezone.now())
