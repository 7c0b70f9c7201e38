"""What can be cooked with what is in the house."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from recipekit.foods.likeness import serves_as
from recipekit.library.entry import Entry, folded

_BETWEEN = re.compile(r"[,;&]|\s+(?:and|und)\s+", re.IGNORECASE)


class Cookable(NamedTuple):
    """A recipe with what it *uses* of what is there, and what is *missing* for it, both as the recipe calls them."""

    entry: Entry
    used: tuple[str, ...]
    missing: tuple[str, ...]


def cookable(entries: Iterable[Entry], have: Sequence[str], free: Sequence[str]) -> list[Cookable]:
    """Return the recipes that use anything of *have*: first those that miss least, then those that use most.

    The same food counts, and what it is in general: chicken is there for "chicken thighs", a lime for its juice, but
    thighs are not for "chicken breasts". What is *free*
    (salt, water) is never missing, and neither is what a recipe calls optional.
    """
    is_there, is_free = _among(have), _among(free)
    found = []
    for entry in entries:
        used = dict.fromkeys(food.written for food in entry.foods if is_there(food.written))
        if used:
            missing = dict.fromkeys(
                food.written
                for food in entry.foods
                if food.written not in used and not food.optional and not is_free(food.written)
            )
            found.append(Cookable(entry, tuple(used), tuple(missing)))
    return sorted(found, key=lambda one: (len(one.missing), -len(one.used), folded(one.entry.name), one.entry.path))


def foods_in(texts: Iterable[str]) -> list[str]:
    """Return the foods of *texts*: between commas and semicolons, or joined by "and".

    >>> foods_in(["chicken and rice, lime", "milk"])
    ['chicken', 'rice', 'lime', 'milk']
    """
    parts = (part.strip() for text in texts for part in _BETWEEN.split(text))
    return [part for part in parts if part]


def unused(entries: Iterable[Entry], have: Sequence[str]) -> list[str]:
    """Return those of *have* that no recipe uses: they may be mistyped."""
    listed = {food.written for entry in entries for food in entry.foods}
    return [name for name in have if not any(map(_among([name]), listed))]


def _among(names: Sequence[str]) -> Callable[[str], bool]:
    @cache
    def is_among(food: str) -> bool:
        """Tell whether one of the names is this food, or names it in general."""
        return any(serves_as(name, food) for name in names)

    return is_among
