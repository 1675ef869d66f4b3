"""The keys of new campaigns, the trustees who are waited for, and the end of old campaigns."""

from django.utils import timezone
from django_tasks import task

from alongside.ballots import calling, closing, services


@task()
def tend_campaigns() -> None:
    """Call trustees, make the keys that are missing, and destroy what is over. It takes nothing, and may run twice."""
    now = timezone.now()
    calling.call_trustees(now=now)
    services.make_keys()
    closing.destroy_what_is_over(now=now)
