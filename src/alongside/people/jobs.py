from django.utils import timezone
from django_tasks import task

from alongside.people import services


@task()
def sweep_recordings() -> int:
    """Delete recordings that could not be deleted when their people asked for it. The schedule runs it."""
    return services.sweep_recordings(now=timezone.now())
