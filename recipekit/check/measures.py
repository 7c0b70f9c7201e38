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

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MEASURES_DISAGREE, Diagnostic
from recipekit.model import CalorieRow, Quantity
from recipekit.ops.calories import is_fluid
from recipekit.units import CUPS, Dimension, dimension_of, size_of
from recipekit.words import words

_APART = Fraction(1, 20)
_LEAST = 2  # g or ml; "¾ oz (20 g)" is rounded, not wrong
_WORD = re.compile(r"[^\W\d_]+")
_ADDED = re.compile(r"\+|\b(?:plus|and|und)\b")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row of the recipe whose quantity says two different amounts."""
    recipe = subject.recipe
    for row in recipe.calories.rows if recipe.calories else ():
        pair = _disagreeing(row, recipe.cups or CUPS[0])
        if pair is None or not (recipe.cups or all(_disagreeing(row, cups) for cups in CUPS[1:])):
            continue
        message = f'"{pair[0].text}" and "{pair[1].text}" of {row.ingredient} are not the same amount'
        yield subject.finding(MEASURES_DISAGREE, message, "mend the wrong one", row.wording, pair[1].start)


def _disagreeing(row: CalorieRow, cups: str) -> tuple[Quantity, Quantity] | None:
    for one, other in combinations(row.quantities, 2):
        if one.unit == other.unit or dimension_of(one.unit) is not dimension_of(other.unit):
            continue
        if dimension_of(one.unit) not in (Dimension.MASS, Dimension.VOLUME):
            continue
        sizes = [_size(quantity, cups) for quantity in (one, other)]
        if abs(sizes[0] - sizes[1]) <= max(_APART * max(sizes), Fraction(_LEAST)):
            continue
        fluid = any(each.unit == "oz" and is_fluid(each, row.quantities, cups) for each in (one, other))
        if not fluid and not _says_more(row.wording.text):
            return one, other
    return None


def _says_more(text: str) -> bool:
    """Tell whether a cell weighs twice, drained or raw, or adds its measures up."""
    said = " ".join(_WORD.findall(text.lower()))
    return any(f" {phrase} " in f" {said} " for phrase in words("weighed_twice")) or _ADDED.search(text) is not None


def _size(quantity: Quantity, cups: str) -> Fraction:
    return (quantity.low + quantity.high) / 2 * (size_of(quantity.unit, cups) or Fraction(0))


RULE = Rule(MEASURES_DISAGREE, check)
