"""The list has another amount of a food than the calories table.

One of them was changed and the other forgotten, so the calories are those of another dish. A row is held against the
items of the same food, raw against raw, each by what both say: weights, volumes, counts, and a weight against a volume
only for what is measured in cups, where its density makes them differ by a factor of 1.5. One measure that agrees
within 5 % or 2 g or ml is enough; 10 % between metric measures and others, 15 % where one is "about", and a range
agrees with all that lies in it. Several items or rows of one food are added up. What is open or optional ("to taste",
"plus more") is left alone, and so is a table that is for one serving. Where four or more foods are off by the same
factor, only the first is found.

Bad:

    ## Ingredients

    - 30 oz ground pork

    ## Calories

    | Food        | Quantity | Calories   |
    | ----------- | -------- | ---------- |
    | Ground pork | 27 oz    | 2,000 kcal |

Good:

    ## Ingredients

    - 30 oz ground pork

    ## Calories

    | Food        | Quantity | Calories   |
    | ----------- | -------- | ---------- |
    | Ground pork | 850 g    | 2,000 kcal |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from recipekit.check.amounts.tallies import (
    MASS,
    VOLUME,
    Sum,
    Tally,
    agree,
    agrees_with_itself,
    size,
    sizes_differ,
    tallies,
    tally,
)
from recipekit.check.dual_measures import densities_of
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import LIST_UNLIKE_TABLE, Diagnostic
from recipekit.foods import Likeness, compare
from recipekit.model import Recipe
from recipekit.ops.larder import is_measured_by_cup
from recipekit.units import CUPS, Dimension, dimension_of

_FACTOR = Fraction(3, 2)
_ALIKE = Fraction(1, 20)
_FOR_ALL = 4  # foods that are off by one factor, which then is one mistake


class Unlike(NamedTuple):
    """A food of which the list and the table have different amounts; *factor* is what the list has of the table's."""

    item: Tally
    row: Tally
    has: Sum
    says: Sum
    factor: Fraction


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every food of the list of which the calories table has another amount."""
    recipe = subject.recipe
    if recipe.calories is None or not recipe.calories.rows:
        return
    found = [each for item, row in tallies(recipe) if (each := _unlike(recipe, item, row)) is not None]
    if not found or _is_for_one(recipe, found):
        return
    by_one_factor = len(found) >= _FOR_ALL and all(_are_alike(each.factor, found[0].factor) for each in found[1:])
    for each in found[:1] if by_one_factor else found:
        yield _finding(subject, each, len(found) - 1 if by_one_factor else 0)


def _unlike(recipe: Recipe, item: Tally, row: Tally) -> Unlike | None:
    """Return a pair of amounts that differ, where there is one in every system of cups and none agrees."""
    first = _pair(item, row, recipe.cups or CUPS[0])
    if first is None or not all(_pair(item, row, cups) for cups in _systems(recipe, item, row)):
        return None
    if {line.purpose for line in item.lines} != {line.purpose for line in row.lines} or _is_twice(item, row):
        return None
    if any(line.leaves_open() for line in (*item.lines, *row.lines)):
        return None
    same = (compare(one.name, other.name).likeness is Likeness.SAME for one in item.lines for other in row.lines)
    return first if all(same) else None


def _systems(recipe: Recipe, item: Tally, row: Tally) -> tuple[str, ...]:
    """Return whose spoons may be meant: those with which "54 ml (3.6 tbsp)" says the same twice."""
    if recipe.cups:
        return (recipe.cups,)
    fitting = tuple(cups for cups in CUPS if agrees_with_itself(item, cups) and agrees_with_itself(row, cups))
    return fitting or CUPS


def _is_twice(item: Tally, row: Tally) -> bool:
    """Tell whether a group lists a food twice, once as the table has it: that is a finding of its own."""
    groups = [line.group for line in item.lines]
    if len(set(groups)) == len(groups):
        return False
    return any(line.amounts and _pair(tally([line]), row, CUPS[0]) is None for line in item.lines)


def _pair(item: Tally, row: Tally, cups: str) -> Unlike | None:
    shared = [measure for measure in item.amounts if measure in row.amounts]
    if not shared:
        return _by_density(item, row, cups)
    pairs = [(has, says) for measure in shared for has in item.amounts[measure] for says in row.amounts[measure]]
    if any(agree(has, says, cups) for has, says in pairs):
        return None
    pairs = [pair for pair in pairs if not sizes_differ(*pair, (item.name, row.name))]
    if not pairs:
        return None
    has, says = pairs[0]
    middle = sum(size(says, cups))
    return Unlike(item, row, has, says, sum(size(has, cups)) / middle) if middle else None


def _by_density(item: Tally, row: Tally, cups: str) -> Unlike | None:
    """Return a weight and a volume that differ by a factor of 1.5 for a food that is measured in cups."""
    for mine, yours in ((MASS, VOLUME), (VOLUME, MASS)):
        if mine not in item.amounts or yours not in row.amounts or not is_measured_by_cup(item.name):
            continue
        figures = densities_of(item.name)
        has, says = item.amounts[mine][0], row.amounts[yours][0]
        amounts = sum(size(has, cups)), sum(size(says, cups))
        if not figures or not all(amounts):
            return None
        per_ml = [figure if yours == VOLUME else 1 / figure for figure in figures]
        factors = [amounts[0] / (amounts[1] * each) for each in per_ml]
        apart = all(factor >= _FACTOR for factor in factors) or all(factor <= 1 / _FACTOR for factor in factors)
        return Unlike(item, row, has, says, factors[0]) if apart else None
    return None


def _is_for_one(recipe: Recipe, found: list[Unlike]) -> bool:
    """Tell whether the table has what is in one serving."""
    serves = recipe.serves
    if serves is None or len(found) < 2 or serves.low <= 1:  # one may be chance
        return False
    return all(any(_are_alike(each.factor, many) for many in (serves.low, serves.high)) for each in found)


def _are_alike(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= _ALIKE * max(one, other)


def _finding(subject: Subject, unlike: Unlike, others: int) -> Diagnostic:
    has, says = (" + ".join(each.text for each in amount) for amount in (unlike.has, unlike.says))
    name = unlike.item.name
    more = f", and {others} more foods differ by the same factor" if others else ""
    counted = dimension_of(unlike.has[0].unit) not in (Dimension.MASS, Dimension.VOLUME)
    message = f"the list has {has}, the table {says} {f'({name})' if counted else f'of {name}'}{more}"
    line = unlike.row.lines[0].wording.line
    hint = f"write the same amount in both; the table has it on line {line}"
    amount = unlike.has[0]
    return subject.finding(LIST_UNLIKE_TABLE, message, hint, unlike.item.lines[0].wording, amount.start, amount.end)


RULE = Rule(LIST_UNLIKE_TABLE, check)
