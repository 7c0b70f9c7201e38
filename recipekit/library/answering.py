"""Whether a recipe is what was asked for, and where in it that stands."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from recipekit.grammar import lower_singular, plural
from recipekit.library.entry import COLUMNS, Entry, Texts, folded
from recipekit.library.query import Either, Every, Figure, Not, Pattern, Query, Says, Words
from recipekit.words import irregular_plurals

_NOTHING = ("",) * len(COLUMNS)
_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


class Told(NamedTuple):
    """A recipe as a question sees it: what lists show of it, and the words and the lines of each of `COLUMNS`."""

    entry: Entry
    words: tuple[str, ...] = _NOTHING
    lines: Callable[[], Texts] = lambda: Texts(((),) * len(COLUMNS))


class Place(NamedTuple):
    """Where a recipe answers: the rank of the column, and which of its lines; the lower the rank, the better."""

    rank: int
    line: int


NOWHERE = Place(len(COLUMNS), 0)


def matches(query: Query, told: Told) -> bool:
    """Tell whether the recipe is meant."""
    return places(query, told) is not None


def places(query: Query, told: Told) -> tuple[Place, ...] | None:
    """Return where the recipe answers, a place for each thing that is looked for; None where it is not meant.

    Of alternatives, what is not there is `NOWHERE`; a figure has no place, and neither has what is refused.
    """
    match query:
        case Words() | Pattern():
            place = _place(query, told)
            return None if place is NOWHERE else (place,)
        case Every():
            found: tuple[Place, ...] = ()
            for part in query.parts:
                more = places(part, told)
                if more is None:
                    return None
                found += more
            return found
        case Either():
            answers = [places(part, told) for part in query.parts]
            if all(answer is None for answer in answers):
                return None
            return tuple(place for answer in answers for place in ((NOWHERE,) if answer is None else answer))
        case Not():
            return () if places(query.part, told) is None else None
        case Says():
            return () if query.pattern.search(folded(getattr(told.entry, query.field) or "")) else None
        case Figure():
            return () if _fits(query, told.entry) else None


def columns_read(query: Query) -> frozenset[int]:
    """Return in which of `COLUMNS` the answer lies; in none, where what lists show of a recipe is enough."""
    match query:
        case Every() | Either():
            return frozenset[int]().union(*map(columns_read, query.parts))
        case Not():
            return columns_read(query.part)
        case Words() | Pattern():
            return frozenset(range(len(COLUMNS)) if query.column is None else (query.column,))
        case _:
            return frozenset()


def narrowing(query: Query) -> str | None:
    """Return a full-text query that finds every recipe that may be meant; None where it can rule out none.

    >>> narrowing(Words(("soy", "sauce"), column=2))
    'ingredients : (("soy" OR "soys") AND ("sauce" OR "saucen" OR "sauces"))'
    """
    match query:
        case Every():
            said = [one for one in map(narrowing, query.parts) if one is not None]
            return " AND ".join(f"({one})" for one in said) or None
        case Either():
            either = [narrowing(part) for part in query.parts]
            return None if None in either else " OR ".join(f"({one})" for one in either)
        case Words():
            whole = query.words[:-1] if query.begun else query.words
            parts = ["(" + " OR ".join(f'"{form}"' for form in sorted(forms(word))) + ")" for word in whole]
            if query.begun:
                parts.append(f'"{query.words[-1]}" *')
            together = " AND ".join(parts)
            return together if query.column is None else f"{COLUMNS[query.column]} : ({together})"
        case _:
            return None


@lru_cache(maxsize=1024)
def forms(word: str) -> frozenset[str]:
    """Return the spellings under which a folded *word* is looked for: its singular, its plurals, ae for ä.

    >>> sorted(forms("eggs")), sorted(forms("zwiebeln")), "hahnchenbrust" in forms("hahnchenbruste")
    (['egg', 'eggs'], ['zwiebel', 'zwiebeln'], True)
    """
    one = lower_singular(word)
    found = {word, one, folded(plural(one))}
    if one.endswith(("e", "el", "er")):  # German: Tomaten, Zwiebeln, Eiern
        found.add(f"{one}n")
    if one.endswith(("en", "eln", "ern")):
        found.add(one[:-1])
    for ending, other in _endings().items():  # Hähnchenbrüste
        if word.endswith(ending):
            found.add(word.removesuffix(ending) + other)
    if any(pair in word for pair in _DIGRAPHS):
        found.add(_DIGRAPH.sub(lambda pair: pair[0][0], word))
    return frozenset(found)


_DIGRAPHS = ("ae", "oe", "ue")
_DIGRAPH = re.compile("|".join(_DIGRAPHS))


@cache
def _endings() -> dict[str, str]:
    """Return the folded nouns whose plural follows no rule, as words may end in them: each with its other number."""
    pairs = [(folded(one), folded(many)) for one, many in irregular_plurals().items() if len(one) > 3 and one != many]
    return {**dict(pairs), **{many: one for one, many in pairs}}


def _place(query: Words | Pattern, told: Told) -> Place:
    ranks = range(len(COLUMNS)) if query.column is None else (query.column,)
    if isinstance(query, Words):
        pattern = _spelled(query)
        for rank in ranks:
            found = pattern.search(told.words[rank])
            if found is not None:
                return Place(rank, told.words[rank].count("\n", 0, found.start()))
        return NOWHERE
    lines = told.lines().lines
    fitting = (
        Place(rank, number)
        for rank in ranks
        for number, line in enumerate(lines[rank])
        if query.pattern.search(line.text)
    )
    return next(fitting, NOWHERE)


@lru_cache(maxsize=1024)
def _spelled(query: Words) -> re.Pattern[str]:
    whole = query.words[:-1] if query.begun else query.words
    parts = ["(?:" + "|".join(sorted(map(re.escape, forms(word)))) + ")" for word in whole]
    if query.begun:
        parts.append(re.escape(query.words[-1]) + r"\S*")
    return re.compile(r"(?<!\S)" + " ".join(parts) + r"(?!\S)")


def _fits(query: Figure, entry: Entry) -> bool:
    """Tell whether a figure is as asked for: of a range, whether some number of it is; without a figure, never."""
    if query.field == "serves":
        least, most = entry.serves_from, entry.serves_to
    else:
        least = most = getattr(entry, query.field)
    if least is None or most is None:
        return False
    within = least <= query.high and most >= query.low
    if query.sign in ("=", "!="):
        return within is (query.sign == "=")
    return _SIGNS[query.sign](least if query.sign[0] == "<" else most, query.low)
