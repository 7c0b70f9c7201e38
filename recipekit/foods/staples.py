"""What every kitchen has, so that no list need name it."""

from __future__ import annotations

import re

from recipekit.foods.likeness import serves_as
from recipekit.foods.splitting import split_foods

STAPLES = ("salt", "pepper", "water")
_OR = re.compile(r"\s+(?:or|oder)\s+|\s*/\s*", re.IGNORECASE)


def is_staple(name: str) -> bool:
    """Tell whether a food is salt, pepper or water, all of it.

    >>> is_staple("Kosher salt and freshly ground black pepper"), is_staple("salted butter"), is_staple("bell pepper")
    (True, False, False)
    >>> is_staple("water or stock"), is_staple("salt or pepper")
    (False, True)
    """
    parts = [part for each in split_foods(name) for part in _OR.split(each)]
    return all(any(serves_as(staple, part) for staple in STAPLES) for part in parts)
