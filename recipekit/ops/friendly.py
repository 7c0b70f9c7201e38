"""Friendly amounts: what a cook can measure, weigh or count nearest to an exact amount.

Sources of the steps: `recipekit.ops.spoons` for volumes; for weights the "Guide for rounding off weights and measures"
of quantity cookery (*Food for Fifty*): ounces by the quarter, pounds by the quarter or with ounces beside them; metric
in the decimal steps that scales and jugs show.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from math import floor

from recipekit.ops.spoons import CLOSE, EIGHTHS, HALVES, LADDER, QUARTERS, UNSEEN, Term, near, off, spoons
from recipekit.units import METRIC, Dimension, dimension_of, size_of

F = Fraction
_HALF = F(1, 2)
_TENTH = F(1, 10)
_STEPS = {
    "g": (F(100), F(50), F(25), F(10), F(5), F(1)),
    "mg": (F(100), F(50), F(25), F(10), F(5), F(1)),
    "ml": (F(100), F(50), F(10), F(5), F(1)),
    "kg": (F(1, 20), F(1, 100)),
    "l": (F(1, 10), F(1, 20), F(1, 100)),
    "dl": (_HALF, F(1, 10), F(1, 20), F(1, 100)),
    "cl": (F(1), _HALF, F(1, 10)),
    "dag": (F(1), _HALF, F(1, 10)),
}
_FINE = {"g": F(1, 100), "mg": F(1, 100), "l": UNSEEN, "dl": UNSEEN, "cl": UNSEEN, "ml": UNSEEN, "kg": F(1, 100)}
_COUNTED_BITS = {"pinch": F(3), "smidgen": F(3), "tad": F(3), "dash": F(7)}
"""Rough little measures, and how many of each a cook still counts before a spoon is better."""
UNCUT_BITS = frozenset(("splash", "drizzle", "squeeze", "glug", "drop", "handful", "knob"))


class Cut(Enum):
    """How far something that is counted can be cut."""

    NEVER = "never"  #: a clove, a bay leaf, a tortilla
    HALVES = "halves"  #: an egg, a can
    QUARTERS = "quarters"  #: an onion, a cabbage


def friendly(
    value: Fraction, unit: str | None, written: Fraction, *, cut: Cut = Cut.QUARTERS, decimal: bool = False,
    cups: str = "us",
) -> tuple[Term, ...]:  # fmt: skip
    """Return *value* of *unit* as a cook can measure it.

    Args:
        value: how much it is exactly.
        unit: the canonical unit, None for a bare count.
        written: how much of *unit* the author wrote; what served before the scaling may serve behind it.
        cut: how far it can be cut, where it is counted.
        decimal: whether the author writes decimals, so that "1.5 lb" need not become pounds and ounces.
        cups: whose cups and spoons they are: us, metric, imperial or au.

    >>> friendly(F(4, 3), "tbsp", F(4))
    (Term(value=Fraction(4, 1), unit='tsp'),)
    >>> [(str(term.value), term.unit) for term in friendly(F(5, 16), "cup", F(5, 8))]
    [('1/4', 'cup'), ('1', 'tbsp')]
    """
    if unit in LADDER:
        return spoons(value, unit, written, cups)
    if unit in _COUNTED_BITS:
        return _bits(value, unit, written, cups)
    if unit in METRIC or unit in _STEPS:
        return (_metric(value, unit or ""),)
    dimension = dimension_of(unit)
    if unit in ("oz", "lb"):
        return _ounces(value, unit, written, decimal=decimal)
    if dimension in (Dimension.VOLUME, Dimension.MASS):
        return _other(value, unit or "", written, cups)
    return (Term(_count(value, unit, cut), unit),)


def half_up(value: Fraction, step: Fraction) -> Fraction:
    """Return *value* rounded to a multiple of *step*, the middle upwards.

    >>> half_up(F(125, 2), F(1)), half_up(F(4, 3), F(1, 20))
    (Fraction(63, 1), Fraction(27, 20))
    """
    return floor(value / step + _HALF) * step


def friendly_servings(value: Fraction) -> Fraction:
    """Return *value* servings as a recipe would say them: halves, thirds and quarters, else to the nearest half.

    >>> friendly_servings(F(4, 3)), friendly_servings(F(547, 125)), friendly_servings(F(1, 7))
    (Fraction(4, 3), Fraction(9, 2), Fraction(1, 7))
    """
    if value.denominator in (1, 2, 3, 4) or value < F(1, 4):
        return value
    return max(_HALF, half_up(value, _HALF)) if value < 10 else half_up(value, F(1))


def _bits(value: Fraction, unit: str, written: Fraction, cups: str) -> tuple[Term, ...]:
    counted = max(F(1), half_up(value, F(1)))
    if counted <= max(_COUNTED_BITS[unit], min(written, F(8))):
        return (Term(counted, unit),)
    size, teaspoon = size_of(unit, cups), size_of("tsp", cups)
    if size is None or teaspoon is None:
        return (Term(counted, unit),)
    return spoons(value * size / teaspoon, "tsp", F(1), cups)


def _metric(value: Fraction, unit: str) -> Term:
    if unit in ("kg", "l") and value < 1 and (value * 100).denominator != 1:
        return _metric(value * 1000, "g" if unit == "kg" else "ml")
    if value.denominator == 1:
        return Term(value, unit)
    if unit in ("g", "ml", "mg") and (value < 10 or (value < 20 and value.denominator == 2)):
        return Term(_fine(value), unit)
    steps, most = _STEPS.get(unit, _STEPS["g"]), _FINE.get(unit, UNSEEN)
    if any((value / step).denominator == 1 for step in steps):
        return Term(value, unit)
    for step in steps:
        if off(value, half_up(value, step)) <= most and step / 2 <= value * most:
            return Term(half_up(value, step), unit)
    return Term(_fine(value, steps[-1]), unit)


def _fine(value: Fraction, step: Fraction = _TENTH) -> Fraction:
    """Round to *step*, and finer where that would lose more than a twentieth."""
    halves = half_up(value, _HALF)
    if step == _TENTH and halves and off(value, halves) <= UNSEEN:
        return halves
    rounded = half_up(value, step)
    while off(value, rounded) > CLOSE:
        step /= 10
        rounded = half_up(value, step)
    return rounded


def _ounces(value: Fraction, unit: str, written: Fraction, *, decimal: bool) -> tuple[Term, ...]:
    """Return ounces by the quarter; pounds by the quarter, else in decimals or as pounds and ounces."""
    if unit == "oz":
        if written < 32 and value >= 32:
            pounds = _ounces(value / 16, "lb", F(1), decimal=decimal)
            said = sum((each.value * (16 if each.unit == "lb" else 1) for each in pounds), F(0))
            if said == value or value.denominator not in (1, 2, 4):
                return pounds
        return (Term(_by_weight(value, decimal=decimal), unit),)
    quarter = near(value, QUARTERS)
    if quarter == value:
        return (Term(value, unit),)
    if decimal and value >= _HALF:
        return (Term(half_up(value, F(1, 20) if off(value, half_up(value, F(1, 20))) <= UNSEEN else F(1, 100)), unit),)
    if value < 1:
        return _ounces(value * 16, "oz", F(16), decimal=decimal)
    if off(value, quarter) <= F(1, 100):
        return (Term(quarter, unit),)
    whole = floor(value)
    ounces = half_up((value - whole) * 16, F(1))
    if not 0 < ounces < 16:
        return (Term(whole + ounces / 16, unit),)
    return (Term(F(whole), unit), Term(ounces, "oz"))


def _by_weight(ounces: Fraction, *, decimal: bool) -> Fraction:
    if ounces.denominator in (1, 2, 4) or (ounces.denominator == 8 and ounces < 2):
        return ounces
    if decimal and ounces >= 1 and (ounces * 10).denominator == 1:
        return ounces
    grids = ((F(0),), HALVES, QUARTERS) if ounces >= 10 else (HALVES, QUARTERS)
    for parts in () if decimal else grids:
        grid = near(ounces, parts)
        if off(ounces, grid) <= UNSEEN:
            return grid
    quarter = near(ounces, QUARTERS)
    if not decimal and off(ounces, quarter) <= CLOSE:
        return quarter
    eighth = near(ounces, EIGHTHS)
    return eighth if not decimal and off(ounces, eighth) <= CLOSE else _fine(ounces)


def _other(value: Fraction, unit: str, written: Fraction, cups: str) -> tuple[Term, ...]:
    """Return pints, quarts, gallons and fluid ounces by the quarter, or else in cups and spoons."""
    quarter = near(value, QUARTERS)
    size = size_of(unit, cups)
    smaller = "tbsp" if unit == "fl_oz" else "cup"
    small = size_of(smaller, cups)
    if size is None or small is None or quarter == value or (value >= 4 and off(value, quarter) <= CLOSE):
        return (Term(quarter, unit),)
    if unit not in ("fl_oz", "pint", "quart", "gallon"):
        return (Term(quarter if off(value, quarter) <= CLOSE else _fine(value), unit),)
    return spoons(value * size / small, smaller, written, cups)


def _count(value: Fraction, unit: str | None, cut: Cut) -> Fraction:
    if cut is Cut.NEVER or unit in UNCUT_BITS:
        return max(F(1), half_up(value, F(1)))
    if value.denominator == 1 or (value.denominator == 2 and value < 10):
        return value
    if cut is Cut.QUARTERS and value < 1 and (value < F(3, 8) or value.denominator in (4, 8)):
        return near(value, (F(1, 8), F(1, 4), F(3, 4)))
    if value >= 1 and off(value, whole := half_up(value, F(1))) <= (F(3, 20) if cut is Cut.HALVES else CLOSE):
        return whole
    return max(_HALF, half_up(value, _HALF)) if value < 4 else half_up(value, F(1))
