"""Spells a converted amount: the unit is the one that was asked for, the number what a cook can use.

Metric and degrees as a scale, a jug and an oven show them, spoons and cups in the parts that are sold where one is at
most 2 % off, everything else to three digits.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor, log10

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.grammar import plural
from recipekit.units import EXPLICIT, METRIC, ROUGH, Dimension, dimension_of, plural_of_unit

_NEAR = Fraction(1, 50)
_EIGHTHS = tuple(Fraction(part, 8) for part in range(9))
_THIRDS = (Fraction(1, 3), Fraction(2, 3))
_PARTS = {Dimension.VOLUME: (*_EIGHTHS, *_THIRDS), Dimension.LENGTH: _EIGHTHS, Dimension.TIME: (*_EIGHTHS, *_THIRDS)}
_HALVES = (Fraction(0), Fraction(1, 2), Fraction(1))
_SYSTEMS = {"us": "US", "metric": "metric", "imperial": "imperial", "au": "Australian"}
_SPOKEN = {"fl_oz": "fl oz", "gas_mark": "gas mark", "pfund": "Pfund"}


def spell_measured(
    low: Fraction, high: Fraction, unit: str | None, noun: str, style: NumberStyle, *, rough: bool
) -> str:
    """Return *low* to *high* of *unit* as a cook reads it; *noun* is what is counted where it is no unit.

    >>> from recipekit.amounts import PLAIN
    >>> spell_measured(Fraction(530, 3), Fraction(530, 3), "°C", "", PLAIN, rough=False)
    '177 °C'
    >>> spell_measured(Fraction(1, 2), Fraction(3, 2), "cup", "", PLAIN, rough=False)
    '½–1½ cups'
    """
    least, most = (_number(value, unit, style, rough=rough) for value in (low, high))
    number = least if least == most else f"{least}–{most}"
    if unit == "gas_mark":
        return f"gas mark {number}"
    name = unit_words(unit, many=high > 1) if unit else _counted(noun, many=high > 1)
    return f"{number} {name}"


def unit_words(unit: str, *, many: bool = False) -> str:
    """Return how *unit* is written in an answer.

    >>> unit_words("fl_oz"), unit_words("metric_cup", many=True), unit_words("au_tbsp")
    ('fl oz', 'metric cups', 'Australian tbsp')
    """
    if unit in EXPLICIT:
        system, _, local = unit.partition("_")
        return f"{_SYSTEMS[system]} {unit_words(local, many=many)}"
    if unit in _SPOKEN:
        return _SPOKEN[unit]
    written = plural_of_unit(unit) if many else unit
    return plural(unit) if many and written == unit and dimension_of(unit) is Dimension.COUNT else written


def system_words(cups: str, unit: str) -> str:
    """Return whose measures were used: "US cups", "Australian tbsp"."""
    return f"{_SYSTEMS[cups]} {unit_words(unit, many=True)}"


def _counted(noun: str, *, many: bool) -> str:
    """Return a noun of one or several words in the right number; what stands behind a comma or a bracket stays."""
    if not many:
        return noun
    head = re.split(r",| \(| of ", noun, maxsplit=1)[0]
    first, _, last = head.rpartition(" ")
    return f"{first} {plural(last)}".strip() + noun[len(head) :]


def _number(value: Fraction, unit: str | None, style: NumberStyle, *, rough: bool) -> str:
    comma = style.fractions is Fractions.COMMA
    decimal = NumberStyle(Fractions.COMMA if comma else Fractions.POINT)
    if unit == "gas_mark":
        return spell_number(value)
    if dimension_of(unit) is Dimension.TEMPERATURE:
        return f"{floor(value + Fraction(1, 2))}"
    if rough and unit not in ROUGH:
        return _spell(_digits(value, 1), decimal)
    if unit in METRIC or unit in ("cm", "mm", "kcal", "kJ"):
        digits = 2 if value < 1 and unit in ("g", "ml") else 3
        whole = unit in ("g", "ml", "mg", "mm", "kcal", "kJ") and value >= 10
        return _spell(
            Fraction(floor(value + Fraction(1, 2))) if whole else _digits(value, digits),
            decimal,
        )
    near = _near(value, unit)
    return spell_number(near) if near is not None else _spell(_digits(value, 3), decimal)


def _spell(value: Fraction, style: NumberStyle) -> str:
    """Return *value* in *style*; what is less than a thousandth keeps its digits."""
    if not value or value >= Fraction(1, 1000):
        return spell_number(value, style)
    text = f"{float(value):.{-floor(log10(value)) + 1}f}".rstrip("0")
    return text.replace(".", ",") if style.fractions is Fractions.COMMA else text


def _digits(value: Fraction, digits: int) -> Fraction:
    """Return *value* rounded to so many digits, and never coarser than to a whole."""
    if not value:
        return value
    step = Fraction(10) ** min(0, floor(log10(abs(value))) + 1 - digits)
    return floor(value / step + Fraction(1, 2)) * step


def _near(value: Fraction, unit: str | None) -> Fraction | None:
    """Return the measure that is sold nearest to *value*; None where even that is off."""
    dimension = dimension_of(unit)
    if dimension in (None, Dimension.COUNT) or unit in ROUGH:
        parts: tuple[Fraction, ...] = _HALVES
        off = value  # nobody counts more finely than in halves
    else:
        parts = _PARTS.get(dimension or Dimension.MASS, _EIGHTHS)
        off = value * (_NEAR if unit != "inch" else _NEAR / 2)
    whole = Fraction(floor(value))
    best = min((whole + part for part in parts), key=lambda candidate: abs(candidate - value))
    return best if best and abs(best - value) <= off else None
