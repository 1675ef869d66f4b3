"""The gate's own housekeeping."""

from django.utils import timezone
from django_tasks import task

from alongside.access.models import Count


@task()
def forget_old_counts() -> None:
    Count.objects.filter(expires_at__lte=timezone.now()).delete()
