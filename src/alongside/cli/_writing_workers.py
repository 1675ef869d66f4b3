"""Several processes at work on many files."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import active_children, get_context

from alongside.cli._writing_task import Task, done, mistake
from alongside.writing.checked import Checked

_AT_ONCE = 16
"""Files that a worker is sent together: most are small, and to send them takes longer than to check them."""


def side_by_side(tasks: Iterator[Task], jobs: int) -> Iterator[Checked]:
    """Keep every worker busy, in the order of the files, with few findings in memory at once."""
    waiting: deque[tuple[list[Task], Future[list[Checked]]]] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        try:
            while some := list(islice(tasks, _AT_ONCE)):
                waiting.append((some, pool.submit(_all_done, some)))
                if len(waiting) == 2 * jobs:
                    yield from _awaited(*waiting.popleft())
            while waiting:
                yield from _awaited(*waiting.popleft())
        except BaseException:
            for worker in active_children():
                worker.terminate()
            raise


def _all_done(tasks: list[Task]) -> list[Checked]:
    return [done(task) for task in tasks]


def _awaited(tasks: list[Task], future: Future[list[Checked]]) -> list[Checked]:
    fault = future.exception()
    return [mistake(task.name, fault) for task in tasks] if fault else future.result()
