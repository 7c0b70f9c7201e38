"""Friendly amounts: what a cook can measure nearest to an exact amount.

Sources of the steps: the "Guide for rounding off weights and measures" of quantity cookery (*Food for Fifty*), which
stays within 6 % above a teaspoon, and the spoons and cups that are sold: ⅛, ¼, ½, 1 tsp; ½, 1 tbsp; ¼, ⅓, ½, 1 cup.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import floor
from typing import NamedTuple

from recipekit.units import METRIC, Dimension, dimension_of, size_of

F = Fraction
_PARTS = {
    "tsp": (F(0), F(1, 8), F(1, 4), F(1, 3), F(3, 8), F(1, 2), F(5, 8), F(2, 3), F(3, 4), F(7, 8)),
    "tbsp": (F(0), F(1, 2)),
    "cup": (F(0), F(1, 4), F(1, 3), F(1, 2), F(2, 3), F(3, 4)),
}
_LEAST = {"tsp": F(1, 8), "tbsp": F(1), "cup": F(1, 4)}
_MOST = {"tsp": F(12), "tbsp": F(12), "cup": F(100000)}
_LADDER = ("cup", "tbsp", "tsp")
_QUARTERS = (F(0), F(1, 4), F(1, 2), F(3, 4))
_EIGHTHS = tuple(F(eighth, 8) for eighth in range(8))
_COUNTS = (F(0), F(1, 8), F(1, 6), F(1, 4), F(1, 3), F(1, 2), F(2, 3), F(3, 4))
_TOLERANCE = F(1, 20)
_STEPS = (100, 50, 25, 10, 5, 1)
_UNMEASURED = frozenset(("pinch", "dash", "smidgen", "splash", "drizzle", "squeeze", "glug", "drop", "handful", "knob"))


class Term(NamedTuple):
    """So many of a unit; a friendly amount is one of them, or two: "¼ cup + 1 tbsp"."""

    value: Fraction
    unit: str | None


def friendly(value: Fraction, unit: str | None, written: Fraction, *, whole: bool = False) -> tuple[Term, ...]:
    """Return *value* of *unit* as a cook can measure it; *written* is what the author wrote, *whole* for whole things.

    >>> friendly(F(4, 3), "tbsp", F(4))
    (Term(value=Fraction(4, 1), unit='tsp'),)
    >>> [(str(term.value), term.unit) for term in friendly(F(5, 16), "cup", F(5, 8))]
    [('1/4', 'cup'), ('1', 'tbsp')]
    """
    if whole:
        return (Term(F(max(1, floor(value + F(1, 2)))), unit),)
    if unit in _PARTS:
        return _spoons(value, unit, written)
    dimension = dimension_of(unit)
    if unit in METRIC:
        return (_metric(value, unit),)
    if dimension is Dimension.MASS:
        return (_imperial_mass(value, unit),)
    if dimension is Dimension.VOLUME:
        return _other_volume(value, unit, written)
    return (Term(_count(value, unit), unit),)


def nearest(value: Fraction, unit: str | None) -> Fraction:
    """Return the nearest to *value* that one measure of *unit* can say."""
    return _near(value, _PARTS.get(unit or "", _EIGHTHS))


def _near(value: Fraction, parts: Iterable[Fraction]) -> Fraction:
    """Return the number nearest to *value* whose part of a whole is one of *parts*, never nought."""
    base = floor(value)
    grid = [whole + part for whole in (base, base + 1) for part in parts if whole + part > 0]
    return min(grid, key=lambda candidate: abs(candidate - value))


def _off(value: Fraction, candidate: Fraction) -> Fraction:
    return abs(candidate - value) / value


def _spoons(value: Fraction, unit: str, written: Fraction) -> tuple[Term, ...]:
    teaspoons = value * _in_teaspoons(unit)
    if teaspoons < _LEAST["tsp"] * F(3, 4):
        return (Term(F(1), "pinch"),)
    units = (unit, *(other for other in _LADDER if other != unit))
    most = {**_MOST, "tsp": F(6), "tbsp": F(4 if unit == "cup" else 12), unit: max(_MOST[unit], written)}
    exact = [name for name in units if _fits(teaspoons, name, exactly=True, most=most[name])]
    if exact:
        return (Term(teaspoons / _in_teaspoons(exact[0]), exact[0]),)
    two = _two_terms(teaspoons)
    if two and teaspoons == sum(term.value * _in_teaspoons(term.unit or "") for term in two):
        return two
    near = [name for name in units if _fits(teaspoons, name, exactly=False, most=most[name])]
    if near:
        best = min(near, key=lambda name: _off(teaspoons, _nearest(teaspoons, name)))
        name = near[0] if _off(teaspoons, _nearest(teaspoons, near[0])) <= F(3, 100) else best
        return (Term(_nearest(teaspoons, name) / _in_teaspoons(name), name),)
    if two:
        return two
    return (Term(_near(teaspoons, _PARTS["tsp"]), "tsp"),)


def _in_teaspoons(unit: str) -> Fraction:
    size, teaspoon = size_of(unit), size_of("tsp")
    assert size is not None
    assert teaspoon is not None
    return size / teaspoon


def _nearest(teaspoons: Fraction, unit: str) -> Fraction:
    """Return, in teaspoons, what *unit* measures nearest."""
    return _near(teaspoons / _in_teaspoons(unit), _PARTS[unit]) * _in_teaspoons(unit)


def _fits(teaspoons: Fraction, unit: str, *, exactly: bool, most: Fraction) -> bool:
    value = teaspoons / _in_teaspoons(unit)
    if not _LEAST[unit] <= value <= most:
        return False
    off = _off(teaspoons, _nearest(teaspoons, unit))
    return off == 0 if exactly else off <= _TOLERANCE


def _two_terms(teaspoons: Fraction) -> tuple[Term, ...]:
    """Return the best amount in two measures, the larger as large as it can be; () if none is near."""
    options = []
    for large, small in (("cup", "tbsp"), ("cup", "tsp"), ("tbsp", "tsp")):
        size = _in_teaspoons(large)
        wholes = [floor(teaspoons / size) + part for part in _PARTS[large]]
        for first in wholes:
            rest = teaspoons - first * size
            if first < _LEAST[large] or rest < _LEAST[small] * _in_teaspoons(small) or (large == "tbsp" and first % 1):
                continue
            second = _near(rest / _in_teaspoons(small), _PARTS[small])
            off = _off(teaspoons, first * size + second * _in_teaspoons(small))
            if off <= _TOLERANCE:
                options.append(
                    (
                        off > 0,
                        second.denominator,
                        small == "tsp",
                        -first,
                        off,
                        (Term(first, large), Term(second, small)),
                    )
                )
    return min(options)[-1] if options else ()


def _metric(value: Fraction, unit: str) -> Term:
    if unit in ("kg", "l") and value < 1 and (value * 100).denominator != 1:
        return _metric(value * 1000, "g" if unit == "kg" else "ml")
    if value.denominator == 1:
        return Term(value, unit)
    if unit not in ("g", "ml", "mg"):
        return Term(_significant(value, F(1, 100)), unit)
    if value < 10:
        return Term(_significant(value, F(1, 10)), unit)
    step = next(step for step in _STEPS if F(step, 2) <= value / 100 or step == 1)
    return Term(F(round(value / step) * step), unit)


def _significant(value: Fraction, step: Fraction) -> Fraction:
    """Round to *step*, and finer where that would lose more than a twentieth."""
    rounded = round(value / step) * step
    while _off(value, rounded) > _TOLERANCE:
        step /= 10
        rounded = round(value / step) * step
    return rounded


def _imperial_mass(value: Fraction, unit: str | None) -> Term:
    if value.denominator in (1, 2, 4, 8):
        return Term(value, unit)
    near = _near(value, _QUARTERS)
    if unit == "lb" and _off(value, near) > F(3, 100):
        return _imperial_mass(value * 16, "oz")
    if unit == "lb" or value >= 10:
        return Term(_near(value, (F(0), F(1, 2))) if unit == "oz" else near, unit)
    return Term(_significant(value, F(1, 10)), unit)


def _other_volume(value: Fraction, unit: str | None, written: Fraction) -> tuple[Term, ...]:
    near = _near(value, _QUARTERS)
    if near == value or unit is None:
        return (Term(value, unit),)
    smaller = "tbsp" if unit == "fl_oz" else "cup"
    size, small = size_of(unit), size_of(smaller)
    if size is None or small is None or value >= 4:
        return (Term(near, unit),)
    return _spoons(value * size / small, smaller, written)


def _count(value: Fraction, unit: str | None) -> Fraction:
    if unit in _UNMEASURED:
        return F(max(1, round(value)))
    if value.denominator == 1 or (value.denominator == 2 and value < 10):
        return value
    if value < 1:
        return _near(value, _COUNTS)
    return _near(value, (F(0), F(1, 2))) if value < 4 else F(round(value))
