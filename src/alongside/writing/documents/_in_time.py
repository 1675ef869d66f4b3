"""A limit in seconds on work that a damaged or hostile file could make endless."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from alongside.writing.documents._piece import UnreadableFile


@contextmanager
def in_time(seconds: int) -> Iterator[None]:
    """Stop what is inside after so many seconds, on a system and in a thread that has an alarm clock.

    Raises:
        UnreadableFile: it took longer.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the signature of a signal's handler
        raise UnreadableFile(f"it took longer than {seconds} seconds to get its text. Save its text as a .txt file.")

    before = signal.signal(signal.SIGALRM, ring)
    # It rings every second from then on: a library may catch the first.
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
