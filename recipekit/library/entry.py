"""What the library knows of a recipe: the figures that lists show, and the words that searches look through."""

from __future__ import annotations

import os
import re
import unicodedata
from typing import NamedTuple

COLUMNS = ("title", "tags", "ingredients", "steps", "notes", "source")
"""Where words of a recipe stand, the most telling place first: its rank in a search."""


class Food(NamedTuple):
    """A food that a recipe lists: a word for it that is the same for all its names, and as the cook wrote it.

    Of a choice ("butter or margarine") the key is the first one's.
    """

    key: str
    written: str
    optional: bool = False


class Entry(NamedTuple):
    """A recipe in a list. *path* is seen from the library; what the recipe does not say is None.

    *serves_from* and *serves_to* are equal but for a range, *unit* is what it serves or makes ("serving", "cookie").
    *prep*, *cook* and *total* are minutes, of a range the upper end; the total is the stated one, else the sum of the
    others. *kcal* is one serving's, recomputed from the rows where there are any, else the stated figure; a float,
    which keeps every half, so that it is rounded as the exact number is.
    """

    path: str
    id: str | None = None
    title: str | None = None
    serves_from: float | None = None
    serves_to: float | None = None
    unit: str | None = None
    prep: float | None = None
    cook: float | None = None
    total: float | None = None
    kcal: float | None = None
    tags: tuple[str, ...] = ()
    description: str | None = None
    foods: tuple[Food, ...] = ()

    @property
    def stem(self) -> str:
        """The file's name without its ending; that of the folder, where the file is its ``index.md``.

        >>> Entry("soups/lentil.md").stem, Entry("soups/lentil/index.md").stem
        ('lentil', 'lentil')
        """
        return stem_of(self.path)

    @property
    def name(self) -> str:
        """The title, else the stem."""
        return self.title or self.stem


def stem_of(path: str) -> str:
    """Return the name of the recipe file *path*, or of its folder for an ``index.md``, without the ending."""
    folder, _, name = path.rpartition(os.sep)
    stem = name.rpartition(".")[0] or name
    return (folder.rpartition(os.sep)[2] if stem == "index" else stem) or stem


class Line(NamedTuple):
    """A line of a recipe that a search may show: where it stands in the file, and what it says."""

    number: int
    text: str


class Texts(NamedTuple):
    """The lines of a recipe, for each of `COLUMNS` those that stand there."""

    lines: tuple[tuple[Line, ...], ...]

    def words(self) -> tuple[str, ...]:
        """Return the words of each column: a line a line, words between blanks, as `folded_words` has them."""
        return tuple("\n".join(folded_words(line.text) for line in lines) for lines in self.lines)


class Card(NamedTuple):
    """What reading a file gave: an *entry* with its *texts*, or *why* there is none; *unread* where it is broken.

    Then *why* is a sentence that begins with the path ("soup.md:3:1: the YAML does not parse; mend it").
    *digest* is of the bytes that were read, None where they could not be.
    """

    path: str
    entry: Entry | None = None
    texts: Texts | None = None
    why: str | None = None
    unread: bool = False
    digest: bytes | None = None


_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Return *text* without capitals and accents.

    >>> folded("Jalapeño CRÈME Weißkohl")
    'jalapeno creme weisskohl'
    """
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.casefold()))
    return plain if plain.isascii() else "".join(each for each in plain if not unicodedata.combining(each))


def folded_words(text: str) -> str:
    """Return the words of *text*, folded, with one blank between two; an apostrophe is no end of a word.

    >>> folded_words("2 cups Shepherd's-pie crème (15 oz)")
    '2 cups shepherds pie creme 15 oz'
    """
    return " ".join(_WORD.findall(folded(text).replace("'", "").replace("’", "")))
