"""How rich a food can be, and where kilojoules were taken for kilocalories."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from recipekit.model import CalorieRow, Recipe, Statement
from recipekit.ops.calories import grams_of, total_kcal
from recipekit.parse.figures import KJ_PER_KCAL

MOST_KCAL = 902
"""In 100 g of pure fat. Source: USDA SR28 NDB 04002, lard."""
MOST_KJ = MOST_KCAL * KJ_PER_KCAL
"""In 100 g of pure fat, in kJ."""

_SPOONFULS = 60  # g
_ROUGHLY = Fraction(1, 20)
_NEAR = Fraction(1, 50)
_HALF_A_GRAM = Fraction(1, 2)
_MOST_OF_A_SPOONFUL = MOST_KCAL * (1 + _ROUGHLY)


def dense_rows(recipe: Recipe) -> Iterator[tuple[CalorieRow, Fraction]]:
    """Yield the rows that would have more kcal in 100 g than fat, with their kcal per 100 g.

    Spoonfuls are weighed roughly: "1 tbsp (13 g)" of oil is 13.5 g, and 120 kcal are rounded too.
    """
    for row in recipe.calories.rows if recipe.calories else ():
        grams = grams_of(row)
        if not grams or row.kcal is None or row.kcal * 100 <= MOST_KCAL * grams:
            continue
        most = _MOST_OF_A_SPOONFUL if grams < _SPOONFULS else MOST_KCAL
        if (row.kcal - _rounding(row.kcal)) * 100 > most * (grams + _HALF_A_GRAM if grams < _SPOONFULS else grams):
            yield row, row.kcal / grams * 100


def _rounding(kcal: Fraction) -> int:
    """Return by how much kcal in whole tens may be rounded, where they are few."""
    return 5 if kcal % 10 == 0 and kcal < 100 else 0


def total_in_kilocalories(recipe: Recipe) -> Statement | None:
    """Return the stated total where the rows add up to 4.184 times as much, and so are kilojoules; else None."""
    table = recipe.calories
    if table is None:
        return None
    total = total_kcal(table) / (recipe.scaled.factor if recipe.scaled else 1)
    for statement in table.stated.statements:
        kcal = statement.kcal
        if not statement.per_serving and kcal and is_kilojoules(total, kcal):
            return statement
    return None


def is_kilojoules(total: Fraction, kcal: Fraction) -> bool:
    """Tell whether *total* is *kcal* in kilojoules, within 2 %.

    >>> is_kilojoules(Fraction(4180), Fraction(1000)), is_kilojoules(Fraction(4000), Fraction(1000))
    (True, False)
    """
    return abs(total / kcal - KJ_PER_KCAL) <= _NEAR * KJ_PER_KCAL
