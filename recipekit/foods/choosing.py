"""Choosing among names: the same food, the foods it may be, and the nearest ones when nothing fits."""

from __future__ import annotations

from collections.abc import Iterable

from recipekit.foods.lexicon import words_of
from recipekit.foods.likeness import Likeness, compare
from recipekit.foods.reading import LONGEST_NAME

_FAR = 0.5  # a name less alike than this is no help to anyone who mistyped it


def _distance(name: str, other: str) -> tuple[bool, int, int]:
    mine, yours = set(words_of(name)), set(words_of(other))
    return name.casefold().strip() != other.casefold().strip(), len(mine ^ yours), abs(len(name) - len(other))


def matching(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of *names* that are the same food; where there is none, the related ones. The closest stands first.

    >>> matching("ground pork", ["Organic Ground Pork", "Pork chops"]), matching("tomatoes", ["Grape tomatoes", "Salt"])
    (('Organic Ground Pork',), ('Grape tomatoes',))
    """
    known = list(dict.fromkeys(names))
    found: dict[Likeness, list[str]] = {likeness: [] for likeness in Likeness}
    for other in known:
        found[compare(name, other).likeness].append(other)
    best = found[Likeness.SAME] or found[Likeness.RELATED]
    return tuple(sorted(best, key=lambda other: _distance(name, other)))


def best_match(name: str, names: Iterable[str]) -> str | None:
    """Return the one of *names* that is the same food, the closest in wording; None where none is.

    >>> best_match("Eier", ["egg white", "egg, whole (no shell)"]), best_match("cream", ["ice cream"])
    ('egg, whole (no shell)', None)
    """
    same = [other for other in names if compare(name, other).likeness is Likeness.SAME]
    return min(same, key=lambda other: _distance(name, other)) if same else None


def nearest(name: str, names: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """Return up to *count* of *names* that *name* may be meant for, by relation, shared words and spelling.

    >>> nearest("almond flower", ["almond flour", "rye flour", "milk"])
    ('almond flour',)
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 - only an error message needs it

    if len(name) > LONGEST_NAME:
        return ()
    mine = words_of(name)
    matcher = SequenceMatcher(autojunk=False)

    def ratio(one: list[str], other: list[str]) -> float:
        """Return how alike two names are spelled, from 0 to 1."""
        matcher.set_seqs(" ".join(one), " ".join(other))
        return matcher.ratio()

    def score(other: str) -> float:
        """Return how near a name is, for sorting."""
        likeness = compare(name, other).likeness
        if likeness is not Likeness.DIFFERENT:
            return 1.0 if likeness is Likeness.SAME else 0.8
        yours = words_of(other[:LONGEST_NAME])
        shared = len(set(mine) & set(yours)) / max(len(set(mine)), 1)
        before_comma = words_of(other[:LONGEST_NAME].partition(",")[0])
        whole = 0.8 * max(ratio(mine, yours), ratio(mine, before_comma)) + 0.2 * shared
        word = max((ratio([one], [two]) for one in mine for two in yours), default=0.0) if len(mine) == 1 else 0.0
        return max(whole, 0.7 * word)

    scored = sorted(((score(other), other) for other in dict.fromkeys(names)), key=lambda pair: (-pair[0], pair[1]))
    return tuple(other for value, other in scored[:count] if value >= _FAR)
