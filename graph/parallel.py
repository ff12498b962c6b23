"""Work done by several processes, with the results in order."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

MANY = 20
"""Up to so many tasks it is not worth the while to start other processes."""
_WORKERS = 8

log = logging.getLogger(__name__)


def in_order(work: Callable[[Task], Result], tasks: Sequence[Task], *, many: int = MANY) -> Iterator[Result | None]:
    """The result of each task, in the order of the tasks; None for one that killed its process.

    `work` must be a function at the top of a module, since other processes import it.
    """
    if len(tasks) <= many:
        yield from map(work, tasks)
        return
    done = 0
    pool = _pool(min(_WORKERS, os.cpu_count() or 1))
    try:
        for result in pool.map(work, tasks):
            yield result
            done += 1
        return
    except BrokenProcessPool:
        log.warning("a process that reads files was killed; going on with one file at a time")
    finally:
        pool.shutdown(cancel_futures=True)
    if _can_start():
        yield from _one_by_one(work, tasks[done:])
    else:
        yield from map(work, tasks[done:])


def _one_by_one(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterator[Result | None]:
    pool = _pool(1)
    try:
        for task in tasks:
            try:
                yield pool.submit(work, task).result()
            except BrokenProcessPool:
                yield None
                pool = _pool(1)
    finally:
        pool.shutdown()


def _can_start() -> bool:
    """Can processes be started at all? Not from a script that does its work outside `if __name__ == "__main__":`."""
    with _pool(1) as pool:
        try:
            pool.submit(os.getpid).result()
        except BrokenProcessPool:
            return False
    return True


def _pool(workers: int) -> ProcessPoolExecutor:
    # "spawn": a forked child would inherit the open store and its lock
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
