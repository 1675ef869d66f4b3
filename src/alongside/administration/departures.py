"""Those whom an import has marked as gone: they cannot sign in, and are forgotten once a mistake would have shown."""

import datetime as dt

from alongside.administration.models import Departure
from alongside.people.services import leave

# Long enough to put right a list that was sent without half of the people; private data is gone within 30 days (X5).
GRACE = dt.timedelta(days=14)


def forget_those_who_left(*, now: dt.datetime) -> int:
    """Forget those who left before the days of grace began, and say how many."""
    due = Departure.objects.filter(at__lt=now - GRACE, person__is_active=False).select_related("person__organisation")
    people = [departure.person for departure in due]
    for person in people:
        leave(person=person, by=None, now=now)
    return len(people)
