"""Work on look-backs beside the pages."""

from django.utils import timezone
from django_tasks import task

from alongside.meetings import services


@task(queue_name="transcripts")
def tend_look_backs() -> None:
    """Tell, open, read and delete whatever is due. It takes no arguments, so that the queue remembers no meeting."""
    services.tend(now=timezone.now())
