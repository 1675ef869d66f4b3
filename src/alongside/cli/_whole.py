"""A file that is there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_NOBODY_ELSE = 0o600


@contextmanager
def whole(path: Path, *, mode: int = _NOBODY_ELSE) -> Iterator[IO[bytes]]:
    """Write beside the target and move into its place at the end, unless nothing was written.

    Args:
        path: the target; where it is a link, what it points to.
        mode: who may read the new file; only its owner, if not said otherwise.

    Raises:
        OSError: it could not be written; what was there is as it was.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, _NOBODY_ELSE)) as stream:
            yield stream
        if mode != _NOBODY_ELSE:
            beside.chmod(mode)
        if beside.stat().st_size:
            beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
