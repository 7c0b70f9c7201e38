"""Brings an index up to what lies on the disk: reads what is new or has changed, and forgets what has gone.

A file counts as unchanged where its size and both of its times are those that the index knows, and it had not been
written so short a time before it was read that a second change could have left the same times. One that does not is
read; where its bytes are the same as before, that is all.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import islice
from typing import Any, NamedTuple

from recipekit.cores import Watch, each_of
from recipekit.library.finding import Spot
from recipekit.library.index import Index, Stamped

_BATCH = 250
"""So many files are written at once: as many are read again at most, when the process is killed."""
_TICK = 100_000_000  # nanoseconds: the clocks of file systems go in steps of 10 ms and less
_WHOLE = 2_000_000_000  # where they keep no parts of a second, in steps of 2 seconds and less


class Work(NamedTuple):
    """What there is to do: files to *read* and paths to *drop*, all seen from the library."""

    read: tuple[Spot, ...]
    drop: tuple[str, ...]


def work_for(known: Mapping[str, Sequence[Any]], spots: Mapping[str, Spot], done: AbstractSet[str]) -> Work:
    """Return what makes an index that knows these files one of *spots*; the paths *done* were read just now."""
    read = []
    for path, spot in spots.items():
        one = known.get(path)
        if one is None or one[1:4] != spot[1:] or (_may_have_changed(spot.mtime, one[4]) and path not in done):
            read.append(spot._replace(path=path))
    return Work(tuple(read), tuple(sorted(known.keys() - spots.keys())))


def _may_have_changed(mtime: int, seen: int) -> bool:
    """Tell whether a file was read so soon after it was written that its times need not tell of another change."""
    return mtime >= seen - _WHOLE and mtime >= seen - (_TICK if mtime % 1_000_000_000 else _WHOLE)


def refresh(index: Index, folder: str, work: Work, watch: Watch[tuple[str, str, bytes | None]] = iter) -> set[str]:
    """Do *work* for the library *folder*, and return the paths that have turned out to be gone.

    Raises:
        sqlite3.Error: the index cannot be written; what was written before stays.
    """
    gone: set[str] = set()
    if work.drop:
        index.drop(work.drop)
    stamped = _read(index, folder, work.read, watch, gone)
    while batch := list(islice(stamped, _BATCH)):
        index.put(batch)
    return gone


def _read(
    index: Index, folder: str, files: Sequence[Spot], watch: Watch[tuple[str, str, bytes | None]], gone: set[str]
) -> Iterator[Stamped]:
    if not files:
        return
    from recipekit.library.reading import card_of_file  # noqa: PLC0415 - a library that has not changed is not read

    tasks = [(os.path.join(folder, spot.path), spot.path, index.digest(spot.path)) for spot in files]  # noqa: PTH118
    seen = time.time_ns()
    for spot, card in zip(files, each_of(tasks, card_of_file, watch), strict=True):
        if card is None:
            gone.add(spot.path)
        else:
            yield Stamped(card, spot.size, spot.mtime, spot.ctime, seen)
