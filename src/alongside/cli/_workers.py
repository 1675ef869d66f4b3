"""Several processes at work on an archive."""

import signal
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context

from alongside.cli._archive import Given, Report, Wanted, mistake, report


def side_by_side(meetings: Sequence[Given], wanted: Wanted, jobs: int) -> Iterator[Report]:
    """Keep every worker busy, with no more reports in memory than twice their number."""
    waiting: deque[tuple[Given, Future[Report]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            for given in meetings:
                with _ctrl_c_is_for_us():
                    waiting.append((given, pool.submit(report, given, wanted)))
                if len(waiting) == 2 * jobs:
                    yield _awaited(*waiting.popleft())
            while waiting:
                yield _awaited(*waiting.popleft())
        except BaseException:
            for worker in active_children():
                worker.terminate()
            raise


def _awaited(given: Given, future: Future[Report]) -> Report:
    fault = future.exception()
    return mistake(given, fault) if fault else future.result()


@contextmanager
def _ctrl_c_is_for_us() -> Iterator[None]:
    """Start workers deaf to Ctrl-C, which a terminal sends to all: only the first process is to answer it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
