"""The processes of a running site: the web server, and a worker for each queue. One process watches over them."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess
from types import FrameType

_SIGNALS = (signal.SIGTERM, signal.SIGINT)
_PATIENCE = 10.0  # seconds for a process to finish what it is at
_RESTART_AFTER = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """What one process runs. `run` takes `arguments`, returns when it gets SIGTERM, and can be imported by its name."""

    name: str
    run: Callable[..., None]
    arguments: tuple[object, ...] = ()
    # Whether the site ends with it. Else it is started again.
    is_vital: bool = False


@dataclass(slots=True)
class Watch:
    """Runs parts until a signal comes or a vital one ends."""

    parts: list[Part]
    running: dict[str, BaseProcess] = field(default_factory=dict)
    restart_at: dict[str, float] = field(default_factory=dict)
    stopping: bool = False

    def run(self, *, is_open: Callable[[], bool], when_open: Callable[[], None]) -> bool:
        """Start the parts, stay until the end, and say whether it was a signal that ended it.

        Args:
            is_open: whether the parts are ready for people; asked until they are.
            when_open: called once they are.
        """
        with _signals_wait():
            for part in self.parts:
                self._start(part)
            for number in _SIGNALS:
                signal.signal(number, self._stop)
        was_open = False
        try:
            while not self.stopping and self._look_after():
                wait([process.sentinel for process in self.running.values()], timeout=0.2 if was_open else 0.05)
                if not was_open and is_open():
                    was_open = True
                    when_open()
        finally:
            _end(list(self.running.values()))
        return self.stopping

    def _start(self, part: Part) -> None:
        process = multiprocessing.Process(target=_be, args=(part.run, part.arguments), name=part.name)
        process.start()
        self.running[part.name] = process

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True

    def _look_after(self) -> bool:
        """Start again what ended; False when a vital part ended."""
        now = time.monotonic()
        for part in self.parts:
            if part.name in self.running and self.running[part.name].is_alive():
                continue
            if part.is_vital:
                return False
            if self.running.pop(part.name, None):
                self.restart_at[part.name] = now + _RESTART_AFTER
            elif now >= self.restart_at[part.name]:
                with _signals_wait():
                    self._start(part)
        return True


def _end(processes: list[BaseProcess]) -> None:
    """Ask all to stop, wait, and kill what is left, with whatever it has started."""
    for process in processes:
        process.terminate()
    until = time.monotonic() + _PATIENCE
    for process in processes:
        process.join(max(0.0, until - time.monotonic()))
        # The group outlives its first process when that was killed from outside.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid or 0, signal.SIGKILL)
        process.join()


def _be(run: Callable[..., None], arguments: tuple[object, ...]) -> None:
    """The start of each process: a group of its own, so that Ctrl-C reaches only the one that watches."""
    os.setpgrp()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    run(*arguments)


def _end_with_parent() -> None:
    """A process whose watcher was killed would go on unseen, and hold the port."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


@contextmanager
def _signals_wait() -> Iterator[None]:
    """Hold back signals: one that came while a process is being started would be lost in the new one."""
    signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
