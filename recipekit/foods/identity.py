"""What tells one food from another, as a value: names with the same identity mean the same purchase.

`compare` answers for two names and may be lenient, since a can makes a food canned or only packs it, whichever fits the
other. Putting many names into heaps takes a relation under which no heap depends on the order of the names: this one.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import NamedTuple

from recipekit.foods.reading import LONGEST_NAME, alternatives, is_never_canned
from recipekit.foods.splitting import split_foods

_TYPE = re.compile(r"\b(?:types?|typ|tipo|no\.?|nr\.?|w)\s?(\d+)\b|(?<![\d.,/])(0{1,3})(?![\d.,/])", re.IGNORECASE)


class Identity(NamedTuple):
    """A food, or several that a name joins. Two with the same *key* are the same purchase; *word* is a plain name.

    *choices* are the keys of the foods of which any will do: "butter or margarine"; () where there is no choice.
    """

    key: Hashable
    word: str
    choices: tuple[Hashable, ...] = ()

    def taken_from(self, whole: Identity) -> Identity:
        """Return what is bought as *whole* pieces to make this of them: limes for their juice."""
        return Identity((self.key, whole.key), self.word)


def identity(name: str, note: str = "", *, canned: bool = False) -> Identity:
    """Return which food *name* means, as its *note* qualifies it; *canned* tells that it is counted in cans.

    How it is cut, its quality, its maker and its share of fat split no food; what it is made into, its kind and the
    type of a flour do.

    >>> identity("garlic (minced)") == identity("Garlic cloves"), identity("rice", ", cooked") == identity("rice")
    (True, False)
    >>> identity("Mehl Type 405") == identity("Mehl Type 550"), identity("tomatoes", canned=True).word
    (False, 'canned tomato')
    """
    if len(name) > LONGEST_NAME:
        said = " ".join(name.casefold().split())
        return Identity(said, said)
    return _identity(name, note[:LONGEST_NAME], canned=canned)


@lru_cache(maxsize=8192)
def _identity(name: str, note: str, *, canned: bool) -> Identity:
    parts = split_foods(name)
    said = [_one(part, note if len(parts) == 1 else "", canned=canned) for part in parts]
    numbers = frozenset(number for found in _TYPE.finditer(name + note) for number in found.groups() if number)
    keys = frozenset(key for key, _ in said)
    (first, _), *others = said
    any_of = first if isinstance(first, frozenset) and len(first) > 1 and not others else frozenset()
    choices = tuple((frozenset({frozenset({key})}), numbers) for key in any_of)
    return Identity((keys, numbers), " and ".join(word for _, word in said), choices)


def _one(name: str, note: str, *, canned: bool) -> tuple[Hashable, str]:
    whole = f"{name}{note}" if len(name) + len(note) <= LONGEST_NAME else name
    readings = alternatives(whole)
    if canned and len(readings) == 1 and not is_never_canned(whole):
        readings = alternatives(f"canned {whole}")
    word = " or ".join(sorted(reading.name for reading in readings))
    if not any(reading.foods or reading.kinds or reading.unknown for reading in readings):
        return " ".join(name.casefold().split()), word
    return frozenset(reading.key for reading in readings), word
