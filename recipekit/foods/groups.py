"""What shops put together under one word: vegetables, spices, dairy, canned goods."""

from __future__ import annotations

from functools import cache

from recipekit.foods.lexicon import lexicon
from recipekit.foods.reading import Reading, alternatives
from recipekit.words import groups_of_foods

_STATES = frozenset(("canned", "dried", "frozen", "jarred"))
"""What moves a food to another shelf."""


def belongs_to(food: str, group: str) -> bool:
    """Tell whether a *food* is one of what a *group* names; a word that names none has no foods.

    Dried herbs are among the spices, and canned tomatoes no vegetables but canned goods.

    >>> belongs_to("red onions", "Vegetables"), belongs_to("dried thyme", "herbs"), belongs_to("dried thyme", "Gewürze")
    (True, False, True)
    """
    name = _called().get(" ".join(group.casefold().split()))
    return name is not None and all(_is_in(reading, name) for reading in alternatives(food))


def _is_in(reading: Reading, group: str) -> bool:
    states = reading.kinds & _STATES
    heads = {reading.head} | lexicon().ancestors.get(reading.head, frozenset())
    return group in states or any((head, states) in _members(group) for head in heads)


@cache
def _called() -> dict[str, str]:
    """Return the groups by each of their names."""
    return {spelling: group for group, spellings in groups_of_foods()["called"].items() for spelling in spellings}


@cache
def _members(group: str) -> frozenset[tuple[str, frozenset[str]]]:
    """Return the foods of a *group*, each with the state that it has there."""
    found: set[tuple[str, frozenset[str]]] = set()
    for name in groups_of_foods()["foods"].get(group, []):
        if name.startswith("@"):
            found |= _members(name[1:])
        else:
            found |= {(reading.head, reading.kinds & _STATES) for reading in alternatives(name)}
    return frozenset(found)
