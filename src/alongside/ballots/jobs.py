"""The keys of new campaigns, and the end of old ones."""

from django.utils import timezone
from django_tasks import task

from alongside.ballots import closing, services


@task()
def tend_campaigns() -> None:
    """Make the keys that are missing, and destroy those that are over. It takes no arguments, and may run twice."""
    services.make_keys()
    closing.destroy_what_is_over(now=timezone.now())
