"""Checks many files, on every core where there are enough of them, and compares what they say."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from recipekit.check.rule import Settings
from recipekit.check.running import Report, compared, report_on
from recipekit.check.selecting import Selection
from recipekit.errors import RecipeKitError
from recipekit.files import read_source

ENOUGH = 200
"""So many files are worth starting processes for: one takes about 5 ms, starting the processes 100 ms."""

Watch = Callable[[Sequence[str]], Iterable[str]]
"""Yields the paths as they are, and may show how far they are."""


class Unread(NamedTuple):
    """A file that cannot be read: the sentence about it, and its exit code."""

    path: str
    said: str
    exit_code: int


def check_file(path: str, selection: Selection, settings: Settings) -> Report | Unread:
    """Return what is found in the file *path* alone: a pure function of its bytes, for whatever maps it."""
    try:
        return report_on(read_source(path), selection.of(path), settings)
    except RecipeKitError as error:
        return Unread(path, str(error), error.exit_code)


def check_files(
    paths: Sequence[str], selection: Selection, settings: Settings, watch: Watch = iter
) -> tuple[list[Report], list[Unread]]:
    """Return a report on each of *paths*, in their order, and what could not be read."""
    reports: list[Report] = []
    unread: list[Unread] = []
    for each in _each(paths, partial(check_file, selection=selection, settings=settings), watch):
        if isinstance(each, Unread):
            unread.append(each)
        else:
            reports.append(each)
    return _chosen(compared(reports, selection.codes), selection), unread


def _chosen(reports: list[Report], selection: Selection) -> list[Report]:
    """Return *reports* without what the rules that compare found in files for which they are left out."""
    if not selection.per_file:
        return reports
    kept = []
    for report in reports:
        codes = selection.of(report.path)
        kept.append(report._replace(findings=tuple(each for each in report.findings if each.problem.code in codes)))
    return kept


def _each(paths: Sequence[str], work: Callable[[str], Report | Unread], watch: Watch) -> Iterator[Report | Unread]:
    cores = os.cpu_count() or 1
    if len(paths) < ENOUGH or cores < 2:
        yield from map(work, watch(paths))
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - few collections are so large
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    done = 0
    pool = ProcessPoolExecutor(min(cores, 16), initializer=_leave_interrupts_to_the_parent)
    try:
        with _interrupts_held():
            found = pool.map(work, paths, chunksize=16)
        for _ in watch(paths):
            each = next(found)
            done += 1
            yield each
    except BrokenProcessPool:  # a process was killed: the rest is done here
        yield from map(work, paths[done:])
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
