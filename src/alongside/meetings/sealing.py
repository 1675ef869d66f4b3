"""Files that can be read only with a key that is kept elsewhere: the file in the storage, the key in the database.

A copy of either alone shows nothing. Deleting both is final.
"""

import datetime as dt
import uuid
from collections.abc import Container

from cryptography.fernet import Fernet
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

_FOLDER = "sealed"
# A file is written before its row: one without a row, and older than this, belongs to a process that was killed.
_ORPHAN_AFTER = dt.timedelta(hours=1)


def seal(text: bytes) -> tuple[str, str]:
    """Write `text` so that nobody can read it without the key. Returns the name of the file, and the key."""
    key = Fernet.generate_key()
    name = default_storage.save(f"{_FOLDER}/{uuid.uuid4().hex}", ContentFile(Fernet(key).encrypt(text)))
    return name, key.decode()


def unseal(name: str, key: str) -> bytes:
    with default_storage.open(name) as file:
        return Fernet(key.encode()).decrypt(file.read())


def destroy(name: str) -> None:
    """Delete a sealed file, if there is one."""
    if name:
        default_storage.delete(name)


def destroy_orphans(known: Container[str], *, now: dt.datetime) -> None:
    """Delete files that no row knows, which a killed process left behind. Nobody has their keys."""
    if not default_storage.exists(_FOLDER):
        return
    for file in default_storage.listdir(_FOLDER)[1]:
        name = f"{_FOLDER}/{file}"
        if name not in known and default_storage.get_modified_time(name) < now - _ORPHAN_AFTER:
            destroy(name)
