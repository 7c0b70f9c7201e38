"""A library: a folder of recipes, with the index that answers for it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from recipekit.cores import Watch
from recipekit.library.entry import Entry
from recipekit.library.finding import Note, Skipped, recipes_below
from recipekit.library.index import MEMORY, STAMPED, Index, StaleIndexError, entry_of
from recipekit.library.refreshing import refresh, work_for

if TYPE_CHECKING:
    from recipekit.library.query import Query
    from recipekit.library.searching import Found

T = TypeVar("T")
Task = tuple[str, str, bytes | None]
_ROUNDS = 3  # how often another process may change the index meanwhile
_BROKEN = (sqlite3.Error, StaleIndexError, OSError, ValueError, TypeError, AttributeError, LookupError)
"""What an index raises that is damaged, locked, out of date, or on a full disk: what it holds may be anything then."""
_ELSEWHERE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL,
}  # fmt: skip
"""What is wrong with the disk, or what another process does, but not with the index."""


class Library:
    """The recipes of a folder. What it says is what lay on the disk when it was opened, index or not."""

    def __init__(self, folder: str, *, indexed: bool = True, watch: Watch[Task] = iter, note: Note = bool) -> None:
        """List the folder. *watch* may show how far the reading of files is, *note* hears what is passed by.

        Raises:
            UnreadableRecipeError: *folder* may not be listed.
        """
        self.folder = folder
        self._indexed = indexed
        self._watch = watch
        start = len(os.path.join(folder, ""))  # noqa: PTH118 - what a path of the folder begins with
        self._spots = {spot.path[start:]: spot for spot in recipes_below(folder, note)}
        self._home = os.path.realpath(folder)
        self._index: Index | None = None
        self._lists = False
        self._files: dict[str, tuple[Any, ...]] = {}

    @property
    def is_stored(self) -> bool:
        """Whether the index lies on the disk, for the next time."""
        return self._index is not None and self._index.is_stored

    def close(self) -> None:
        """Let the index go."""
        if self._index is not None:
            self._index.close()

    def entries(self, query: Query | None = None, *, details: bool = False) -> list[Entry]:
        """Return the recipes for which *query* is so, in no order; their foods and descriptions only with *details*."""
        if query is not None:
            return [each.entry for each in self.search(query, details=details)]
        return self._ask(lambda index: list(index.entries() if details else self._listed()), listed=not details)

    def search(self, query: Query, *, details: bool = False) -> list[Found]:
        """Return the recipes for which *query* is so, the best first: by where the words stand, then by their names."""
        from recipekit.library.answering import columns_read  # noqa: PLC0415 - a plain list asks nothing
        from recipekit.library.searching import in_figures, in_words, ranked  # noqa: PLC0415

        if not columns_read(query):
            return ranked(in_figures(self.entries(details=details), query))
        return ranked(self._ask(lambda index: list(in_words(index, query, details=details))))

    def passed(self) -> list[Skipped]:
        """Return the Markdown files that are no recipes, and those that cannot be read, as last asked."""
        return sorted(Skipped(path, row[5], bool(row[6])) for path, row in self._files.items() if row[5] is not None)

    def _listed(self) -> Iterator[Entry]:
        return (entry_of(path, row[STAMPED:]) for path, row in self._files.items() if row[5] is None)

    def _ask(self, question: Callable[[Index], T], *, listed: bool = False) -> T:
        """Return what the index answers, once it is one of the disk; where it shows to be damaged, what a new one does.

        *listed*: the question is about what lists show.
        """
        self._lists = listed
        try:
            self._index = self._ready()
            return question(self._index)
        except _BROKEN as error:
            if self._index is None or not self._index.is_stored:
                raise
            self._index.close()
            self._index = self._stored(error)
            return question(self._index)
        finally:
            if self._index is not None:
                self._index.let_go()

    def _ready(self) -> Index:
        if self._index is not None:
            return self._updated(self._index)
        return self._stored() if self._indexed else self._in_memory(None)

    def _stored(self, error: BaseException | None = None) -> Index:
        """Return the stored index, brought up to the disk, a new one after *error*; or else one in memory."""
        for _ in range(2):
            index = None
            try:
                index = self._opened(anew=error is not None)
                return self._updated(index)
            except _BROKEN as failed:
                error = failed
                if not _is_damage(failed):
                    return self._in_memory(index)
                if index is not None:
                    index.close()
        return self._in_memory(None)

    def _opened(self, *, anew: bool) -> Index:
        from recipekit.library.store import stored_index  # noqa: PLC0415 - --no-index needs none

        return stored_index(self._home, anew=anew)

    def _in_memory(self, stored: Index | None) -> Index:
        """Return an index in memory, with what *stored* holds as far as it can be read."""
        if stored is not None:
            try:
                stored.let_go()
                return self._updated(stored.copied(self._home))
            except _BROKEN:
                pass
            finally:
                stored.close()
        return self._updated(Index(MEMORY, self._home))

    def _updated(self, index: Index) -> Index:
        """Bring *index* up to the disk, and hold it so until it has been asked."""
        done: set[str] = set()
        for _ in range(_ROUNDS):
            index.hold()
            self._files = index.files(listed=self._lists)
            work = work_for(self._files, self._spots, done)
            if not work.read and not work.drop:
                return index
            index.let_go()
            for path in refresh(index, self.folder, work, self._watch):
                del self._spots[path]
            done |= {spot.path for spot in work.read}
        raise StaleIndexError("another process sees another state of the folder")


def _is_damage(error: BaseException) -> bool:
    """Tell whether an index that raised *error* is of no use, and a new one will be."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _ELSEWHERE
    return not isinstance(error, OSError)
