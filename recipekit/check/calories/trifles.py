"""Foods with hardly any calories, which a calories table may leave out and a row may leave without a number."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from recipekit.check.calories.naming import named
from recipekit.foods.lexicon import lexicon
from recipekit.foods.reading import Reading
from recipekit.model import Kind, Quantity
from recipekit.units import CUPS, Dimension, dimension_of, size_of
from recipekit.words import checked, meanings


class _Limit(NamedTuple):
    """Up to how much of a food has hardly any calories, in ml, g and pieces; of pieces None sets no limit."""

    volume: Fraction
    mass: Fraction
    pieces: int | None


_SPOON = Fraction(16)  # ml; the tablespoons of other countries are smaller, but the Australian one
_LIMITS = {
    "herbs": _Limit(Fraction(250), Fraction(60), 1),  # a bunch, or a cup of leaves
    "seasonings": _Limit(2 * _SPOON, Fraction(20), None),
    "condiments": _Limit(_SPOON, Fraction(16), 0),
    "stocks": _Limit(Fraction(570), Fraction(30), 2),
}
"""Source: USDA SR28: 100 ml of broth have 3 to 6 kcal, 1 tbsp of soy sauce 8, a bunch of parsley (60 g) 22."""
_NONE = "no_calories"
_BUNCHES = ("bunch", "bundle", "package", "pack", "packet", "bag")


def is_trifle(name: str, quantities: Sequence[Quantity], cups: str = CUPS[0]) -> bool:
    """Tell whether so much of *name* has hardly any calories; several foods must all have none.

    >>> is_trifle("Salt & Pepper", ()), is_trifle("butter", ())
    (True, False)
    """
    amounts = [quantity for quantity in quantities if quantity.kind is Kind.AMOUNT]
    if any(quantity.unit in traces() for quantity in amounts):
        return True
    topics = _topics_of(name)
    if not topics or None in topics:
        return False
    return all(topic == _NONE or not amounts or _is_within(amounts, _LIMITS[topic], cups) for topic in topics if topic)


def has_none(name: str) -> bool:
    """Tell whether *name* has no calories to speak of, however much of it there is, like water and salt."""
    return _topics_of(name) == {_NONE}


@lru_cache(maxsize=8192)
def _topics_of(name: str) -> frozenset[str | None]:
    """Return which limits hold for the foods that a name means; None among them for one that has calories."""
    return frozenset(_topic_of(reading) for reading in named(name).readings)


def _topic_of(reading: Reading) -> str | None:
    names = _names_of(reading)
    return next((topic for topic in (_NONE, *_LIMITS) if names & foods_of(topic)), None)


def _is_within(amounts: Sequence[Quantity], limit: _Limit, cups: str) -> bool:
    for dimension, most in ((Dimension.MASS, limit.mass), (Dimension.VOLUME, limit.volume)):
        for amount in amounts:
            if dimension_of(amount.unit) is dimension:
                return amount.low * (size_of(amount.unit, cups) or 0) <= most
    many = limit.pieces if limit.pieces != 1 or amounts[0].unit in _BUNCHES else None
    return many is None or amounts[0].low <= many


def _names_of(reading: Reading) -> frozenset[str]:
    """Return what the food of a reading is called: itself, its noun, and what it is a kind of."""
    above = lexicon().ancestors.get(reading.head, frozenset())
    return frozenset((reading.name, " ".join(reading.foods), reading.head)) | above


@cache
def foods_of(topic: str) -> frozenset[str]:
    """Return the foods of a *topic* of this family as the lexicon calls them."""
    known = lexicon()
    keys = (known.vocabulary.key(name) for name in checked("calories", topic))
    return frozenset(known.meanings.get(key, key) for key in keys)


@cache
def traces() -> frozenset[str]:
    """Return the units and words for a little of something: "pinch", "Prise"."""
    said = checked("calories", "traces")
    return said | {meanings("units").get(word, word) for word in said}
