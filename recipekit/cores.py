"""Does the same piece of work for many files, on every core where there are enough of them."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")
ENOUGH = 200
"""So many files are worth starting processes for: one takes about 5 ms, starting the processes 100 ms."""

Watch = Callable[[Sequence[T]], Iterable[T]]
"""Yields the items as they are, and may show how far they are."""


def each_of(items: Sequence[T], work: Callable[[T], R], watch: Watch[T] = iter) -> Iterator[R]:
    """Yield what *work* makes of each item, in their order; where there are enough, *work* and they are pickled."""
    cores = os.cpu_count() or 1
    if len(items) < ENOUGH or cores < 2:
        yield from map(work, watch(items))
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few collections are so large
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    done = 0
    pool = ProcessPoolExecutor(min(cores, 16), initializer=_leave_interrupts_to_the_parent)
    try:
        with _interrupts_held():
            found = pool.map(work, items, chunksize=16)
        for _ in watch(items):
            each = next(found)
            done += 1
            yield each
    except BrokenProcessPool:  # a process was killed: the rest is done here
        yield from map(work, items[done:])
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back while processes are started: half started they could not be ended, and they inherit this."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
