"""What the schedule has already started."""

from django.db import models


class Firing(models.Model):
    """One period of one piece of periodic work, which a worker has put on the queue.

    However many workers there are, the constraint lets only one of them write the row, and so start the work.
    """

    name = models.CharField(max_length=60)
    due_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["name", "due_at"], name="firing_happens_once"),)

    def __str__(self) -> str:
        return f"{self.name} {self.due_at:%Y-%m-%d %H:%M}"
