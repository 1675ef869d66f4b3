"""What was done in the name of the organisation."""

import uuid

from django.db import models


class Count(models.Model):
    """Something that is remembered for a short while, such as how often somebody has tried to sign in.

    The key is a keyed hash: nobody can read from it whose attempts these were.
    """

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.key


class AuditEvent(models.Model):
    """One administrative act: who did what to what, and when.

    It has no foreign keys, so that it neither keeps anything alive nor blocks its deletion. What people do for
    themselves is private and never written here.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    organisation = models.UUIDField(db_index=True)
    actor = models.UUIDField(null=True)
    act = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = (models.Index(fields=["organisation", "-at"], name="audit_latest"),)

    def __str__(self) -> str:
        return f"{self.act} {self.subject}"
