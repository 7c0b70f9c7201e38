"""Kitchen units: what each measures, exactly, and how it is written.

The table holds exact `Fraction`s; nothing here is a float. A cup, a spoon or a pint is another size in another country:
`CUPS` names the systems, and ``us_cup``, ``metric_cup``, ``au_tbsp``, ``imperial_pint``, … say one of them outright.

Source of the sizes: the international yard and pound agreement of 1959 (1 inch = 2.54 cm, 1 lb = 453.59237 g); the US
gallon of 231 cubic inches; the imperial gallon of 4.54609 litres (UK Weights and Measures Act 1985).
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


CUPS = ("us", "metric", "imperial", "au")
"""The systems of cups, spoons and pints; the first holds where nothing else is said."""

_POUND = Fraction("453.59237")
_INCH = Fraction("2.54")
_US_GALLON = 231 * _INCH**3
_IMPERIAL_GALLON = Fraction("4546.09")
_MASS = {
    "g": Fraction(1), "kg": Fraction(1000), "mg": Fraction(1, 1000), "dag": Fraction(10),
    "oz": _POUND / 16, "lb": _POUND,
    "pfund": Fraction(500),  # the German one, metric since the Zollverein of 1858
}  # fmt: skip
_LITRES = {"ml": Fraction(1), "cl": Fraction(10), "dl": Fraction(100), "l": Fraction(1000)}
_SPOONS = {
    # the US gallon is 16 cups of 16 tablespoons of 3 teaspoons
    "us": {"cup": _US_GALLON / 16, "tbsp": _US_GALLON / 256, "tsp": _US_GALLON / 768},
    # Source: the measures sold in Canada, New Zealand and South Africa; the UK and the EU have the same spoons
    "metric": {"cup": Fraction(250), "tbsp": Fraction(15), "tsp": Fraction(5)},
    # Source: British cookery books before metrication: half a pint, 5/8 fluid ounce, a third of that
    "imperial": {"cup": _IMPERIAL_GALLON / 16, "tbsp": _IMPERIAL_GALLON / 256, "tsp": _IMPERIAL_GALLON / 768},
    # Source: Donna Hay's conversion charts; the Australian tablespoon holds four teaspoons
    "au": {"cup": Fraction(250), "tbsp": Fraction(20), "tsp": Fraction(5)},
}
_SMALL = {
    "dessertspoon": Fraction(2), "tad": Fraction(1, 4), "dash": Fraction(1, 8), "pinch": Fraction(1, 16),
    "smidgen": Fraction(1, 32), "drop": Fraction(1, 64),
}  # fmt: skip
"""In teaspoons. Source: Allrecipes, "What's the difference between a pinch, a dash and a smidgen?", and spoon sets."""

_GALLON = {
    "gallon": Fraction(1), "quart": Fraction(1, 4), "pint": Fraction(1, 8), "gill": Fraction(1, 32),
}  # fmt: skip
_JIGGER = Fraction(3, 2) * _US_GALLON / 128  # 1 1/2 US fluid ounces, whatever the cups


def _measures(cups: str) -> dict[str, Fraction]:
    """Return what differs between the systems: cups, spoons, pints and fluid ounces, in millilitres."""
    gallon, ounces = (_US_GALLON, 128) if cups == "us" else (_IMPERIAL_GALLON, 160)
    spoons = _SPOONS[cups]
    return {
        **spoons,
        **{unit: spoons["tsp"] * part for unit, part in _SMALL.items()},
        **{unit: gallon * part for unit, part in _GALLON.items()},
        "fl_oz": gallon / ounces,
    }


_BY_CUPS = {cups: _measures(cups) for cups in CUPS}
_EXPLICIT = {
    f"{cups}_{unit}": size
    for cups, measures in _BY_CUPS.items()
    for unit, size in measures.items()
    if unit in ("cup", "tbsp", "tsp") or (cups in ("us", "imperial") and (unit in _GALLON or unit == "fl_oz"))
}
_VOLUME = {**_LITRES, **_BY_CUPS[CUPS[0]], **_EXPLICIT, "jigger": _JIGGER}
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
"""The measured units by canonical name, cups as in the US; every other unit is a count."""

_COUNT = Unit(Dimension.COUNT)
METRIC = frozenset({"g", "kg", "mg", "dag", "ml", "cl", "dl", "l"})
SPOONS = ("tsp", "tbsp", "cup")
ROUGH = frozenset({"pinch", "dash", "smidgen", "tad", "drop"})
"""Units that nobody measures: authorities differ by a factor of two, so their size is good for a rough figure only."""

_SPOONS_AND_OUNCES = ("tsp", "tbsp", "oz", "lb", "fl_oz", "pint", "inch")
SYSTEMS = {
    "metric": frozenset((*METRIC, "cm", "mm", "°C")),
    "us": frozenset((*_SPOONS_AND_OUNCES, "cup", "quart", "gallon", "°F")),
    "imperial": frozenset((*_SPOONS_AND_OUNCES, "°C", "gas_mark")),
}
"""The units that a recipe in metric, US or imperial units is written in."""

EXPLICIT = frozenset(_EXPLICIT)
"""The units that say their country: ``us_cup``, ``imperial_pint``, …."""

LOCAL = frozenset(_BY_CUPS["us"])
"""The units whose size depends on the system of cups."""


def dimension_of(unit: str | None) -> Dimension | None:
    """Return what *unit* (a canonical name) measures; None for a bare number.

    >>> dimension_of("tbsp"), dimension_of("clove")
    (<Dimension.VOLUME: 'volume'>, <Dimension.COUNT: 'count'>)
    """
    return None if unit is None else UNITS.get(unit, _COUNT).dimension


def size_of(unit: str | None, cups: str = "us") -> Fraction | None:
    """Return the size of *unit* in grams, millilitres, minutes or centimetres; None where it has none.

    >>> size_of("cup") / size_of("tbsp"), size_of("tbsp", "au"), size_of("us_cup", "au") == size_of("cup")
    (Fraction(16, 1), Fraction(20, 1), True)
    """
    if unit is None:
        return None
    return _BY_CUPS[cups][unit] if unit in LOCAL else UNITS.get(unit, _COUNT).size


def unit_named(word: str) -> str | None:
    """Return the canonical unit that *word* names, None if it names none. Case tells only T from t.

    >>> unit_named("Tablespoons"), unit_named("T"), unit_named("t"), unit_named("EL"), unit_named("shallots")
    ('tbsp', 'tbsp', 'tsp', 'tbsp', None)
    """
    if word in ("T", "t"):
        return "tbsp" if word == "T" else "tsp"
    return meanings("units").get(word.lower())


_WORDS = frozenset(
    ("cup", "pint", "quart", "gallon", "gill", "dessertspoon", "jigger", "inch", "second", "minute", "hour", "day",
     "week", "month", "year", "serving", *ROUGH)
)  # fmt: skip


@cache
def plural_of_unit(unit: str) -> str:
    """Return how *unit* is written for more than one: ``cup`` → ``cups``; symbols stay.

    >>> plural_of_unit("cup"), plural_of_unit("tbsp"), plural_of_unit("leaf")
    ('cups', 'tbsp', 'leaves')
    """
    spellings = [word for word, meaning in meanings("units").items() if meaning == unit]
    regular = [word for word in spellings if word != unit and word[:3] == unit[:3] and word.endswith("s")]
    if dimension_of(unit) is Dimension.COUNT or unit in _WORDS:
        return regular[0] if regular else unit
    return unit
