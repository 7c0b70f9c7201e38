"""Calories, recomputed from the rows: totals, shares, and kilocalories per 100 g.

A row without a number counts as unknown, never as nought.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from recipekit.model import CalorieRow, CalorieTable, Quantity, Recipe
from recipekit.units import CUPS, METRIC, Dimension, dimension_of, size_of

_AGREE = Fraction(1, 20)


def total_kcal(table: CalorieTable) -> Fraction:
    """Return the sum of the rows that state a number, in kcal."""
    return sum((row.kcal for row in table.rows if row.kcal is not None), Fraction(0))


def per_serving_kcal(recipe: Recipe) -> Fraction | None:
    """Return the recomputed kcal of one serving, unrounded; None without servings or a table."""
    if recipe.calories is None or recipe.serves is None:
        return None
    return total_kcal(recipe.calories) / recipe.serves.low


def unknown_rows(table: CalorieTable) -> list[str]:
    """Return the ingredients whose row gives no number."""
    return [row.ingredient for row in table.rows if row.kcal is None]


def grams_of(row: CalorieRow) -> Fraction | None:
    """Return the mass of a row in grams, None where none of its measures is one.

    Grams come before ounces; ounces beside the same volume in millilitres are fluid ounces and no mass.
    """
    masses = [quantity for quantity in row.quantities if dimension_of(quantity.unit) is Dimension.MASS]
    metric = [quantity for quantity in masses if quantity.unit in METRIC]
    if metric:
        return _base(metric[0])
    for mass in masses:
        if mass.unit == "oz" and is_fluid(mass, row.quantities):
            continue
        return _base(mass)
    return None


def _base(quantity: Quantity, cups: str = CUPS[0]) -> Fraction:
    size = size_of(quantity.unit, cups)
    assert size is not None
    return quantity.middle * size


def is_fluid(ounces: Quantity, quantities: Iterable[Quantity], cups: str = CUPS[0]) -> bool:
    """Tell whether *ounces* are fluid ones: a volume among *quantities* is as large, within 5 %."""
    size = size_of("fl_oz", cups)
    assert size is not None
    fluid = ounces.middle * size
    volumes = [_base(other, cups) for other in quantities if dimension_of(other.unit) is Dimension.VOLUME]
    return any(abs(volume - fluid) <= max(fluid, volume) * _AGREE for volume in volumes)


def kcal_per_100g(row: CalorieRow) -> Fraction | None:
    """Return the kcal of 100 g of a row's food, None where its mass or its kcal is unknown."""
    grams = grams_of(row)
    return None if not grams or row.kcal is None else row.kcal / grams * 100


def share(row: CalorieRow, table: CalorieTable) -> Fraction | None:
    """Return the row's part of the total, from 0 to 1; None where it is unknown."""
    total = total_kcal(table)
    return None if row.kcal is None or not total else row.kcal / total
