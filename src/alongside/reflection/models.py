"""Private notes. What stands here was encrypted in the author's browser; the key never leaves it.

How: a random key of 256 bits encrypts the notes by AES-GCM. The key itself is kept twice, each time encrypted by
another key: one that comes of the passphrase, one that comes of the recovery code (PBKDF2 with SHA-256, 600,000 rounds,
as the OWASP Password Storage Cheat Sheet asks). Without one of the two nobody can read the notes, whoever runs the
server.
"""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from alongside.people.models import Person

MOST_NOTES = 500
LONGEST = 24_000
"""Of one note as it is kept: encrypted, padded to steps of 512 bytes, in base64."""


class Notebook(models.Model):
    """The wrapped key of a person's notes. Its fields are base64, made by the browser."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="notebook")
    by_passphrase = models.CharField(max_length=300)
    by_recovery_code = models.CharField(max_length=300)

    def __str__(self) -> str:
        return "notebook"


class NoteQuerySet(models.QuerySet["Note"]):
    def visible_to(self, person: Person) -> Self:
        """Their own, and unreadable without their passphrase even to them."""
        return self.filter(person=person)


class Note(models.Model):
    """One note, encrypted. The day on which it was written is inside."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notes")
    sealed = models.TextField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        constraints = (models.CheckConstraint(condition=~Q(sealed=""), name="note_is_not_empty"),)

    def __str__(self) -> str:
        return str(self.uuid)
