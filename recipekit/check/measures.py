"""Two measures of one cell say different amounts.

"12 oz (500 g)": one of them is wrong, and with it the calories or the dish. Masses are compared with masses and volumes
with volumes; ounces beside millilitres are fluid ones, and where the recipe does not say whose cups and pints it means
the nearest count. Up to 5 % apart, or 2 g or ml, is rounding. What is weighed twice, drained or raw and cooked, is left
alone.

Bad: ``| Pork | 12 oz (500 g) | 1,000 kcal |``
Good: ``| Pork | 12 oz (340 g) | 1,000 kcal |``
Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from recipekit.check.rule import Rule, at
from recipekit.diagnostics import MEASURES_DISAGREE, Diagnostic
from recipekit.model import CalorieRow, Quantity, Recipe
from recipekit.units import CUPS, Dimension, dimension_of, size_of
from recipekit.words import words

_APART = Fraction(1, 20)
_LEAST = 2  # g or ml; "¾ oz (20 g)" is rounded, not wrong
_ADDED = re.compile(r"\+|\b(?:plus|and|und)\b")


def check(recipe: Recipe) -> Iterator[Diagnostic]:
    """Yield a finding for every row of *recipe* whose quantity says two different amounts."""
    for row in recipe.calories.rows if recipe.calories else ():
        pairs = [_disagreeing(row, cups) for cups in ([recipe.cups] if recipe.cups else CUPS)]
        pair = pairs[0] if all(pairs) else None
        if pair is not None:
            one, other = pair
            message = f'"{one.text}" and "{other.text}" of {row.ingredient} are not the same amount'
            yield at(MEASURES_DISAGREE, message, "mend the wrong one", row.wording, other.start, recipe.source)


def _disagreeing(row: CalorieRow, cups: str) -> tuple[Quantity, Quantity] | None:
    text = row.wording.text
    said = " ".join(re.findall(r"[^\W\d_]+", text.lower()))
    if any(f" {phrase} " in f" {said} " for phrase in words("weighed_twice")) or _ADDED.search(text):
        return None
    for one, other in combinations(row.quantities, 2):
        sizes = [_size(quantity, cups) for quantity in (one, other)]
        alike = one.unit != other.unit and dimension_of(one.unit) is dimension_of(other.unit)
        if not alike or dimension_of(one.unit) not in (Dimension.MASS, Dimension.VOLUME):
            continue
        if abs(sizes[0] - sizes[1]) > max(_APART * max(sizes), Fraction(_LEAST)) and not _fluid(row.quantities, cups):
            return one, other
    return None


def _size(quantity: Quantity, cups: str) -> Fraction:
    return (quantity.low + quantity.high) / 2 * (size_of(quantity.unit, cups) or Fraction(0))


def _fluid(quantities: tuple[Quantity, ...], cups: str) -> bool:
    """Tell whether ounces among *quantities* are fluid ones: they are as large as a volume beside them."""
    ounces = [quantity for quantity in quantities if quantity.unit == "oz"]
    volumes = [_size(other, cups) for other in quantities if dimension_of(other.unit) is Dimension.VOLUME]
    fluid = [_size(quantity._replace(unit="fl_oz"), cups) for quantity in ounces]
    return any(abs(one - volume) <= _APART * max(one, volume) for one in fluid for volume in volumes)


RULE = Rule(MEASURES_DISAGREE, check)
