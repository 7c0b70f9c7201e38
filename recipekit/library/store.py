"""Where indexes lie: one file for each library, in the user's own cache folder."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from recipekit.library.index import Index

_SUFFIX = ".index"
_BESIDE = ("", "-journal", "-wal", "-shm")
"""What SQLite writes beside a file of its own."""


def folder_of_indexes() -> Path:
    """Return the folder of the indexes, which need not be there."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - 5 ms that --no-index does without

    return user_cache_path("recipekit", appauthor=False)


def index_file(folder: str) -> Path:
    """Return the file of the index of the library *folder*, an absolute path.

    Two libraries that share it, one in four thousand million, take it from each other, and lose nothing but time.
    """
    path = os.fsencode(folder)
    return folder_of_indexes() / f"{zlib.crc32(path):08x}-{len(path)}{_SUFFIX}"


def stored_index(folder: str, *, anew: bool = False) -> Index:
    """Return the index of the library *folder*; a new one where there is none, or where it is to be made *anew*.

    Raises:
        OSError: it cannot be written there.
        sqlite3.Error, StaleIndexError: it is damaged, of another version, or locked.
    """
    path = index_file(folder)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if anew:
        remove(path)
    return Index(str(path), folder)


def remove(path: Path) -> None:
    """Remove an index, and what SQLite has left beside it; nothing is wrong where there is none."""
    for suffix in _BESIDE:
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{suffix}")  # noqa: PTH108 - a name beside it is no child of it


class Summary(NamedTuple):
    """What an index is: its version, the library, how many files and recipes it knows, its bytes, when it changed."""

    version: str
    folder: str
    files: int
    recipes: int
    size: int
    changed: float


def summary(path: Path) -> Summary | None:
    """Return what the index *path* is; None where there is none, or one that cannot be read."""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as db:
            version, folder = db.execute("SELECT version, folder FROM about").fetchone()
            files, recipes = db.execute("SELECT count(*), coalesce(sum(why IS NULL), 0) FROM files").fetchone()
        found = path.stat()
    except (sqlite3.Error, OSError, TypeError, ValueError):
        return None
    return Summary(str(version), os.fsdecode(folder), files, recipes, found.st_size, found.st_mtime)


def titles(folder: str) -> dict[str, str | None]:
    """Return the titles that the index of the library *folder* last knew, by path; None for what is no recipe."""
    try:
        with closing(sqlite3.connect(f"{index_file(folder).as_uri()}?mode=ro", uri=True)) as db:
            rows = db.execute("SELECT path, CASE WHEN why IS NULL THEN coalesce(title, '') END FROM files")
            return {os.fsdecode(path): title for path, title in rows}
    except (sqlite3.Error, TypeError, ValueError):
        return {}


def strays() -> Iterator[Path]:
    """Yield the indexes whose library is there no more, and what is no index."""
    with suppress(OSError):
        for path in sorted(folder_of_indexes().glob(f"*{_SUFFIX}")):
            found = summary(path)
            if found is None or not Path(found.folder).is_dir():
                yield path
