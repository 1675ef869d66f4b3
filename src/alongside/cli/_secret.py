"""The secret that signs sessions and links: made once, and readable for the owner only."""

import contextlib
import os
import secrets
from pathlib import Path


def new_secret() -> str:
    return secrets.token_urlsafe(64)


def kept_secret(file: Path) -> str:
    """The secret in `file`, which is made if it is not there."""
    with contextlib.suppress(FileExistsError):
        write_for_the_owner(file, new_secret() + "\n")
    return file.read_text(encoding="ascii").strip()


def write_for_the_owner(file: Path, text: str) -> None:
    """Write a new file that nobody else may read.

    Raises:
        FileExistsError: there is one of that name.
    """
    with open(file, "x", encoding="utf-8", opener=_owner_only) as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
