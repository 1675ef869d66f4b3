"""What a person's learning writes. All of it is private to them: nothing here leaves an audit event."""

import datetime as dt

from django.db import transaction

from alongside.engines import practice
from alongside.learning.models import Reading
from alongside.people.models import Person


@transaction.atomic
def remember(*, by: Person, item: practice.Item, recall: practice.Recall, now: dt.datetime) -> None:
    """Keep how well an item is remembered. Said twice on one day, the first counts."""
    today = by.local_date(now)
    row = Reading.objects.select_for_update().filter(person=by, item=item.code).first()
    if row is not None and row.seen_date >= today:
        return
    memory = practice.remembered(row.as_remembered() if row else None, recall, today)
    Reading.objects.update_or_create(
        person=by,
        item=item.code,
        defaults={
            "stability": memory.stability,
            "difficulty": memory.difficulty,
            "seen_date": memory.seen_on,
            "due_date": memory.due_on,
        },
    )
