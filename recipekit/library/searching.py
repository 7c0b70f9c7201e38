"""The recipes for which a question is so, the best first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from recipekit.library.answering import NOWHERE, Place, Told, columns_read, narrowing, places
from recipekit.library.entry import Entry, Line, folded
from recipekit.library.index import Index
from recipekit.library.query import Query


class Found(NamedTuple):
    """A recipe that was asked for: the line where it answers, None for a mere figure, and how well: lower is better."""

    entry: Entry
    line: Line | None = None
    rank: int = 0


def in_words(index: Index, query: Query, *, details: bool) -> Iterator[Found]:
    """Yield the recipes of *index* for which *query*, which asks about words, is so."""
    met: list[tuple[int, Entry, tuple[Place, ...]]] = []
    for number, entry, words in index.told(narrowing(query), columns_read(query), details=details):
        standing = places(query, Told(entry, words, partial(index.texts, number)))
        if standing is not None:
            met.append((number, entry, standing))
    best = {number: min(standing, default=NOWHERE) for number, _, standing in met}
    lines = index.lines({number: place for number, place in best.items() if place is not NOWHERE})
    for number, entry, standing in met:
        yield Found(entry, lines.get(number), _rank(standing))


def in_figures(entries: Iterable[Entry], query: Query) -> Iterator[Found]:
    """Yield those of *entries* for which *query*, which asks about no words, is so."""
    for entry in entries:
        standing = places(query, Told(entry))
        if standing is not None:
            yield Found(entry, None, _rank(standing))


def ranked(found: Iterable[Found]) -> list[Found]:
    """Return *found* by where the words stand, then by their names."""
    return sorted(found, key=lambda each: (each.rank, folded(each.entry.name), each.entry.path))


def _rank(standing: Iterable[Place]) -> int:
    return sum(place.rank for place in standing)
