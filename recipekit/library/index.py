"""The index: what is known of every file of a library, in SQLite, with the words of the recipes for full-text search.

One index is one library's. It holds nothing that the files do not: whoever finds it missing, damaged or of another
version makes a new one.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from recipekit import __version__
from recipekit.library.entry import COLUMNS, Card, Entry, Food, Line, Texts

VERSION = f"{__version__}/2"
"""What an index must be of: another recipekit may read recipes otherwise, and another layout could not be read."""
MEMORY = ":memory:"
_PATIENCE = 10.0  # seconds to wait for another process that writes
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS about (version TEXT, folder BLOB);
CREATE TABLE IF NOT EXISTS files (
  number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, size INTEGER, mtime INTEGER, ctime INTEGER, seen INTEGER,
  digest BLOB, why TEXT, unread INTEGER NOT NULL, id TEXT, title TEXT, serves_from REAL,
  serves_to REAL, unit TEXT, prep REAL, cook REAL, total REAL, kcal REAL, tags TEXT
);
CREATE TABLE IF NOT EXISTS details (number INTEGER PRIMARY KEY, description TEXT, foods TEXT);
CREATE TABLE IF NOT EXISTS lines (number INTEGER PRIMARY KEY, {", ".join(f"{name} TEXT" for name in COLUMNS)});
"""
_SEARCHED = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5({', '.join(COLUMNS)}, tokenize = 'ascii', detail = column)"
)
"""The words are folded before they come here; the tokenizer "ascii" leaves them as they are, of whatever script."""
_UNSEARCHED = f"CREATE TABLE IF NOT EXISTS words (rowid INTEGER PRIMARY KEY, {', '.join(COLUMNS)})"
"""Where this SQLite has been built without full-text search, every recipe is looked at."""
_FIELDS = Entry._fields[1:]
_LISTED = ", ".join(f"files.{name}" for name in _FIELDS[:-2])
_DETAILS = f"{_LISTED}, description, foods"
_BESIDE = "JOIN details ON details.number = files.number"
_TAGS = len(_FIELDS) - 3
_WIDE = 2 + len(COLUMNS)
STAMPS = "path, size, mtime, ctime, seen, why, unread"
"""What a row of `Index.files` begins with: how a file stood when it was read, when that was, why it is no recipe."""
STAMPED = 7
_PUT = f"INSERT INTO files VALUES ({', '.join('?' * (7 + len(_FIELDS)))})"  # noqa: S608 - our own words alone
_LINES = f"INSERT INTO lines VALUES (?, {', '.join('?' * len(COLUMNS))})"  # noqa: S608 - as above
_WORDS = f"INSERT INTO words (rowid, {', '.join(COLUMNS)}) VALUES (?, {', '.join('?' * len(COLUMNS))})"  # noqa: S608


class Stamped(NamedTuple):
    """A card with how its file stood when it was listed, and when it was read, in nanoseconds."""

    card: Card
    size: int
    mtime: int
    ctime: int
    seen: int


class StaleIndexError(Exception):
    """An index of another version, or of another folder."""


class Index:
    """The index in the file *path*, or in memory. Whatever of sqlite3's errors it raises, a new one mends it."""

    def __init__(self, path: str, folder: str) -> None:
        self.is_stored = path != MEMORY
        self._db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        self._db.execute("PRAGMA synchronous = NORMAL")
        self._db.execute("PRAGMA page_size = 16384")  # of a new one; recipes are long, and fewer pages are read
        try:
            self._prepare(folder)
        except BaseException:
            self._db.close()
            raise

    def _prepare(self, folder: str) -> None:
        wanted = (VERSION, os.fsencode(folder))
        try:
            found = self._db.execute("SELECT version, folder FROM about").fetchone()
        except sqlite3.OperationalError:  # a new file
            with self._writing():
                for statement in _SCHEMA.strip().rstrip(";").split(";"):
                    self._db.execute(statement)
                self._add_words()
                found = self._db.execute("SELECT version, folder FROM about").fetchone()  # of one as quick as we
                if found is None:
                    self._db.execute("INSERT INTO about VALUES (?, ?)", wanted)
                    found = wanted
        if found != wanted:
            raise StaleIndexError(str(found))

    def _add_words(self) -> None:
        try:
            self._db.execute(_SEARCHED)
        except sqlite3.OperationalError as error:
            if "no such module" not in str(error):
                raise
            self._db.execute(_UNSEARCHED)

    def _narrows(self) -> bool:
        """Tell whether words are found without looking at every recipe."""
        made = self._db.execute("SELECT sql FROM sqlite_master WHERE name = 'words'").fetchone()
        return "fts5" in made[0]

    def _writing(self) -> _Transaction:
        return _Transaction(self._db)

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def hold(self) -> None:
        """Keep what is read from now on as it is, whatever other processes write."""
        self._db.execute("BEGIN")

    def let_go(self) -> None:
        """End what `hold` began."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def copied(self, folder: str) -> Index:
        """Return an index in memory that holds what this one does."""
        new = Index(MEMORY, folder)
        self._db.backup(new._db)
        return new

    def files(self, *, listed: bool = False) -> dict[str, tuple[Any, ...]]:
        """Return what is known of each file, by its path: its `STAMPS`, and where *listed*, what `entry_of` wants."""
        rows = self._db.execute(f"SELECT {STAMPS}{', ' + _LISTED if listed else ''} FROM files")  # noqa: S608 - ours
        return {row[0].decode("utf-8", "surrogateescape"): row for row in rows}

    def digest(self, path: str) -> bytes | None:
        """Return the digest of the bytes that were read; None for an unknown file."""
        found = self._db.execute("SELECT digest FROM files WHERE path = ?", (_stored_path(path),)).fetchone()
        digest: bytes | None = found and found[0]
        return digest

    def put(self, stamped: Iterable[Stamped]) -> None:
        """Put what was read of some files in the place of what was known, all of it or nothing."""
        with self._writing():
            for each in stamped:
                path = _stored_path(each.card.path)
                if each.card.entry is None and each.card.why is None:
                    times = (each.size, each.mtime, each.ctime, each.seen, path)
                    self._db.execute("UPDATE files SET size = ?, mtime = ?, ctime = ?, seen = ? WHERE path = ?", times)
                else:
                    self._forget(path)
                    self._insert(path, each)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget files that are no more."""
        with self._writing():
            for path in paths:
                self._forget(_stored_path(path))

    def _forget(self, path: bytes) -> None:
        found = self._db.execute("SELECT number FROM files WHERE path = ?", (path,)).fetchone()
        if found is not None:
            self._db.execute("DELETE FROM files WHERE number = ?", found)
            self._db.execute("DELETE FROM details WHERE number = ?", found)
            self._db.execute("DELETE FROM lines WHERE number = ?", found)
            self._db.execute("DELETE FROM words WHERE rowid = ?", found)

    def _insert(self, path: bytes, each: Stamped) -> None:
        card, entry = each.card, each.card.entry
        listed = entry[1:-3] if entry is not None else (None,) * (len(_FIELDS) - 3)
        tags = _joined(entry.tags) if entry is not None else None
        stamps = (None, path, each.size, each.mtime, each.ctime, each.seen, card.digest, card.why, card.unread)
        number = self._db.execute(_PUT, (*stamps, *map(_storable, (*listed, tags)))).lastrowid
        if entry is None or card.texts is None:
            return
        foods = _joined("\t".join((food.key, food.written, "?" * food.optional)) for food in entry.foods)
        details = (number, *map(_storable, (entry.description, foods)))
        self._db.execute("INSERT INTO details VALUES (?, ?, ?)", details)
        rows = ("\n".join(f"{line.number}\t{line.text}" for line in lines) for lines in card.texts.lines)
        self._db.execute(_LINES, (number, *map(_storable, rows)))
        self._db.execute(_WORDS, (number, *map(_storable, card.texts.words())))

    def entries(self) -> Iterator[Entry]:
        """Yield the recipes with their descriptions and foods, which take as long as all else."""
        for row in self._db.execute(f"SELECT path, {_DETAILS} FROM files {_BESIDE} WHERE why IS NULL"):  # noqa: S608 - ours
            yield entry_of(_path(row[0]), row[1:])

    def told(
        self, narrowing: str | None, ranks: Container[int], *, details: bool = False
    ) -> Iterator[tuple[int, Entry, tuple[str, ...]]]:
        """Yield the recipes that *narrowing* may find, all where it is None: the number, the recipe, and its words.

        Only the words in the columns of these *ranks* are read, of the others there are none.
        """
        columns = ", ".join(f"words.{name}" if rank in ranks else "''" for rank, name in enumerate(COLUMNS))
        wanted, beside = (_DETAILS, _BESIDE) if details else (_LISTED, "")
        joined = f"words JOIN files ON files.number = words.rowid {beside}"
        query = f"SELECT files.number, path, {columns}, {wanted} FROM {joined}"  # noqa: S608 - our own words alone
        narrowed = narrowing is not None and self._narrows()
        where, values = (" WHERE words MATCH ?", (narrowing,)) if narrowed else ("", ())
        for row in self._db.execute(query + where, values):
            yield row[0], entry_of(_path(row[1]), row[_WIDE:]), row[2:_WIDE]

    def lines(self, places: Mapping[int, tuple[int, int]]) -> dict[int, Line]:
        """Return a line of each recipe, by its number; a place is in which of `COLUMNS`, and which line there."""
        wanted: dict[int, list[int]] = {}
        for number, (column, _) in places.items():
            wanted.setdefault(column, []).append(number)
        found = {}
        for column, numbers in wanted.items():
            some = ",".join(map(str, numbers))
            query = f"SELECT number, {COLUMNS[column]} FROM lines WHERE number IN ({some})"  # noqa: S608 - numbers
            for number, text in self._db.execute(query):
                line = places[number][1]
                found[number] = _line(text.split("\n", line + 1)[line])
        return found

    def texts(self, number: int) -> Texts:
        """Return the lines of a recipe."""
        row = self._db.execute("SELECT * FROM lines WHERE number = ?", (number,)).fetchone()
        return Texts(tuple(tuple(_line(line) for line in (column or "").split("\n") if line) for column in row[1:]))


class _Transaction:
    """Writes all or nothing; another process that writes is waited for."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: object, *rest: object) -> None:
        if kind is None:
            self._db.execute("COMMIT")
        elif self._db.in_transaction:
            self._db.execute("ROLLBACK")


def entry_of(path: str, said: Sequence[Any]) -> Entry:
    """Return a recipe from its path and from what is stored of it, with or without its details."""
    description, foods = said[_TAGS + 1 :] or (None, "")
    tags = said[_TAGS]
    known = tuple(map(_food, foods.split("\n"))) if foods else ()
    return Entry._make((path, *said[:_TAGS], tuple(tags.split("\n")) if tags else (), description, known))


def _path(stored: bytes) -> str:
    """Return a path as `os.fsdecode` does, in a fifth of the time."""
    return stored.decode("utf-8", "surrogateescape")


def _stored_path(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _food(text: str) -> Food:
    key, written, optional = text.split("\t")
    return Food(key, written, bool(optional))


def _joined(texts: Iterable[str]) -> str:
    """Return *texts*, none of which has a line end in it, as one."""
    return "\n".join(texts)


def _storable(value: object) -> object:
    """Return *value* so that SQLite takes it: a text without the halves of characters that JSON can hold."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) and not value.isascii() else value


def _line(text: str) -> Line:
    number, _, rest = text.partition("\t")
    return Line(int(number), rest)
