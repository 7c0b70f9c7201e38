"""Kitchen units: what each measures, exactly, and how it is written.

The table holds exact `Fraction`s; nothing here is a float. Source of the sizes: US customary units by definition
(1 US gallon = 231 cubic inches, 1 inch = 2.54 cm, 1 lb = 453.59237 g); pinch, dash and smidgen as the marked spoon
sets sold for them (1/16, 1/8 and 1/32 teaspoon).
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from recipekit.words import meanings


class Dimension(StrEnum):
    """What a unit measures."""

    MASS = "mass"  #: in grams
    VOLUME = "volume"  #: in millilitres
    TIME = "time"  #: in minutes
    LENGTH = "length"  #: in centimetres
    TEMPERATURE = "temperature"
    ENERGY = "energy"  #: in kilocalories
    SHARE = "share"  #: per cent
    PEOPLE = "people"  #: servings
    COUNT = "count"  #: cloves, cans, slices: counted, never converted


class Unit(NamedTuple):
    """A unit of the table: *size* in the base of its dimension, None where there is none."""

    dimension: Dimension
    size: Fraction | None = None


_POUND = Fraction("453.59237")
_INCH = Fraction("2.54")
_TSP = 231 * _INCH**3 / 768  # a gallon is 768 teaspoons
_MASS = {"g": Fraction(1), "kg": Fraction(1000), "mg": Fraction(1, 1000), "oz": _POUND / 16, "lb": _POUND}
_VOLUME = {
    "ml": Fraction(1), "cl": Fraction(10), "dl": Fraction(100), "l": Fraction(1000),
    "tsp": _TSP, "tbsp": 3 * _TSP, "cup": 48 * _TSP, "fl_oz": 6 * _TSP, "pint": 96 * _TSP, "quart": 192 * _TSP,
    "gallon": 768 * _TSP,
}  # fmt: skip
_TIME = {
    "second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60), "day": Fraction(1440),
    "week": Fraction(10080), "month": None, "year": None,
}  # fmt: skip
_LENGTH = {"mm": Fraction(1, 10), "cm": Fraction(1), "inch": _INCH}
_ENERGY = {"kcal": Fraction(1), "kJ": 1 / Fraction("4.184")}

UNITS: dict[str, Unit] = {
    **{name: Unit(Dimension.MASS, size) for name, size in _MASS.items()},
    **{name: Unit(Dimension.VOLUME, size) for name, size in _VOLUME.items()},
    **{name: Unit(Dimension.TIME, size) for name, size in _TIME.items()},
    **{name: Unit(Dimension.LENGTH, size) for name, size in _LENGTH.items()},
    **{name: Unit(Dimension.ENERGY, size) for name, size in _ENERGY.items()},
    **{name: Unit(Dimension.TEMPERATURE) for name in ("°C", "°F", "gas_mark")},
    "%": Unit(Dimension.SHARE),
    "serving": Unit(Dimension.PEOPLE),
}
"""The measured units by canonical name; every other unit is a count."""

_COUNT = Unit(Dimension.COUNT)
METRIC = frozenset({"g", "kg", "mg", "ml", "cl", "dl", "l"})
SPOONS = ("tsp", "tbsp", "cup")


def dimension_of(unit: str | None) -> Dimension | None:
    """Return what *unit* (a canonical name) measures; None for a bare number.

    >>> dimension_of("tbsp"), dimension_of("clove")
    (<Dimension.VOLUME: 'volume'>, <Dimension.COUNT: 'count'>)
    """
    return None if unit is None else UNITS.get(unit, _COUNT).dimension


def size_of(unit: str | None) -> Fraction | None:
    """Return the size of *unit* in grams, millilitres, minutes or centimetres; None where it has none.

    >>> size_of("cup") / size_of("tbsp")
    Fraction(16, 1)
    """
    return None if unit is None else UNITS.get(unit, _COUNT).size


def unit_named(word: str) -> str | None:
    """Return the canonical unit that *word* names, None if it names none. Case tells only T from t.

    >>> unit_named("Tablespoons"), unit_named("T"), unit_named("t"), unit_named("EL"), unit_named("shallots")
    ('tbsp', 'tbsp', 'tsp', 'tbsp', None)
    """
    if word in ("T", "t"):
        return "tbsp" if word == "T" else "tsp"
    return meanings("units").get(word.lower())


@cache
def plural_of_unit(unit: str) -> str:
    """Return how *unit* is written for more than one: ``cup`` → ``cups``; symbols stay.

    >>> plural_of_unit("cup"), plural_of_unit("tbsp"), plural_of_unit("leaf")
    ('cups', 'tbsp', 'leaves')
    """
    spellings = [word for word, meaning in meanings("units").items() if meaning == unit]
    regular = [word for word in spellings if word != unit and word[:3] == unit[:3] and word.endswith("s")]
    if dimension_of(unit) is Dimension.COUNT or unit in ("cup", "pint", "quart", "gallon"):
        return regular[0] if regular else unit
    return unit
