"""The one scaling: exact new values and their new spelling, together, for terminal, JSON and file alike."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from recipekit.errors import ImpossibleWishError, UsageError
from recipekit.grammar import plural
from recipekit.model import CalorieTable, Ingredient, Quantity, Recipe, Scaled, Servings
from recipekit.ops.advice import advice
from recipekit.ops.alternatives import as_before_swapping, with_amounts_for
from recipekit.ops.beside import with_exact_beside
from recipekit.ops.rewording import Respell, Respelled, Walk, in_target, respelled, walked, worded
from recipekit.ops.spelling import as_written, spell
from recipekit.ops.style import PLAIN, Houses, Manner, houses_of, manner_of
from recipekit.parse.facts import other_counts

IN_TARGET = "part of a link"
MOST = Fraction(10**6)
"""The largest factor and the largest number of servings that are taken for meant."""


def scale_to(recipe: Recipe, servings: Fraction | int, manner: Manner | None = None) -> Recipe:
    """Return *recipe* scaled to feed *servings* people; a range is counted from its low end.

    Raises:
        UsageError: *servings* is no number above nought and below a million.
        ImpossibleWishError: the recipe does not say how many it serves.
    """
    target = _positive(Fraction(servings), "--serves")
    serves = next((each for each in _counts(recipe) if each.unit == "serving"), recipe.serves)
    if serves is None:
        raise ImpossibleWishError(f"{_name(recipe)} does not say how many it serves; scale it with --times")
    if serves.unit != "serving":
        made = f"makes {_count(serves)}"
        raise ImpossibleWishError(
            f"{_name(recipe)} {made} and does not say how many it serves; scale it with --yield or --times"
        )
    return scale(recipe, target / serves.low, manner)


def scale_to_yield(recipe: Recipe, pieces: Fraction | int, manner: Manner | None = None) -> Recipe:
    """Return *recipe* scaled to make *pieces* of what it makes (cookies, loaves).

    Raises:
        UsageError: *pieces* is no number above nought and below a million.
        ImpossibleWishError: the recipe does not say how much it makes.
    """
    target = _positive(Fraction(pieces), "--yield")
    serves = next((each for each in _counts(recipe) if each.unit != "serving"), recipe.serves)
    if serves is None:
        raise ImpossibleWishError(f"{_name(recipe)} does not say how many it makes; scale it with --times")
    if serves.unit == "serving":
        said = "says how many it serves and not what it makes"
        raise ImpossibleWishError(f"{_name(recipe)} {said}; use --serves or --times")
    return scale(recipe, target / serves.low, manner)


def _counts(recipe: Recipe) -> tuple[Servings, ...]:
    """Return all that *recipe* says of how many it serves and makes, the one that counts first."""
    return tuple(serves for serves in (recipe.serves, *recipe.also_serves) if serves is not None)


def scale(recipe: Recipe, factor: Fraction | int, manner: Manner | None = None) -> Recipe:
    """Return *recipe* times *factor*: exact values and new wording; scaling by 1 is the recipe itself.

    Times, temperatures, sizes, per-serving figures, ratios and step numbers stay.

    Raises:
        UsageError: *factor* is no number above nought and below a million.
    """
    factor = _positive(Fraction(factor), "--times")
    if factor == 1:
        return recipe
    manner = manner or manner_of(recipe)
    recipe = as_before_swapping(recipe)
    before = recipe.scaled.factor if recipe.scaled else Fraction(1)
    serves = recipe.serves and _servings(recipe.serves, factor)
    also = tuple(_servings(other, factor) for other in recipe.also_serves)
    scaled = None
    if before * factor != 1:
        origin = serves and serves.low / (before * factor)
        scaled = Scaled(before * factor, origin, serves.low if serves else None)
    result = walked(recipe, _walk(houses_of(recipe), factor, manner))
    calories = result.calories and _calories(result.calories, factor)
    result = result._replace(serves=serves, also_serves=also, scaled=scaled, calories=calories)
    if serves is not None and serves.unit == "serving" and serves.low == serves.high and serves.low.denominator == 1:
        result = with_amounts_for(result, int(serves.low))
    return result._replace(diagnostics=advice(recipe, result))


def scale_amounts(recipe: Recipe, factor: Fraction | int) -> Recipe:
    """Return *recipe* times *factor* in what its ingredients and calories are exactly; their words stay as they are.

    Only lines with amounts in a note are worded anew.
    That is what sums are made of. It takes a tenth of the time of `scale`, which also finds the new words.

    Raises:
        UsageError: *factor* is no number above nought and below a million.
    """
    factor = _positive(Fraction(factor), "--times")
    recipe = as_before_swapping(recipe)
    walk = _walk(houses_of(recipe), factor, manner_of(recipe))
    groups = tuple(
        group._replace(items=tuple(_multiplied(item, factor, walk) for item in group.items))
        for group in recipe.ingredients
    )
    serves = recipe.serves and _servings(recipe.serves, factor)
    before = recipe.scaled.factor if recipe.scaled else Fraction(1)
    scaled = (
        None
        if before * factor == 1
        else Scaled(before * factor, serves and serves.low / (before * factor), serves and serves.low)
    )
    calories = recipe.calories and _calories(recipe.calories, factor)
    result = recipe._replace(serves=serves, scaled=scaled, calories=calories, ingredients=groups)
    if serves is not None and serves.unit == "serving" and serves.low == serves.high and serves.low.denominator == 1:
        result = with_amounts_for(result, int(serves.low))
    return result


def _multiplied(item: Ingredient, factor: Fraction, walk: Walk) -> Ingredient:
    text = item.wording.text
    several = sum(each.scales for each in item.quantities) > 1
    if several or (
        item.note_spans
        and any(
            each.scales and span.start <= each.start < span.end for span in item.note_spans for each in item.quantities
        )
    ):
        return walk.ingredient(item)  # "2 tbsp butter or 1 tbsp oil" at other servings
    quantities = tuple(
        quantity._replace(
            low=quantity.low * factor, high=quantity.high * factor, rounding=None,
            written=as_written(text, quantity)._replace(factor=as_written(text, quantity).factor * factor),
        )
        if quantity.scales and not in_target(text, quantity.start)
        else quantity
        for quantity in item.quantities
    )  # fmt: skip
    return item._replace(quantities=quantities)


def _walk(houses: Houses, factor: Fraction, manner: Manner) -> Walk:
    spellers = [_speller(factor, manner._replace(house=house)) for house in houses]
    return Walk(spellers[0], rows=spellers[1], prose=spellers[2])


def _speller(factor: Fraction, manner: Manner) -> Respell:
    keeping = manner._replace(keeps=True)

    def spelled(text: str, quantities: tuple[Quantity, ...], food: str | None) -> Respelled:
        """Return *text* scaled; the units of a text to be kept stay."""
        return respell(text, quantities, factor, keeping if text in manner.kept else manner, food)

    return spelled


def respell(
    text: str, quantities: Iterable[Quantity], factor: Fraction, manner: Manner = PLAIN, food: str | None = None
) -> Respelled:
    """Return *text* with every quantity that scales times *factor*, spelled as a cook reads it; *food* is its subject.

    >>> from recipekit.model import Wording
    >>> from recipekit.parse.items import read_ingredient
    >>> respell("3 Cloves Garlic", read_ingredient(Wording("3 Cloves Garlic", 1))[0].quantities, Fraction(1, 3)).text
    '1 Clove Garlic'
    """
    quantities = tuple(
        quantity._replace(scales=False, why=IN_TARGET) if in_target(text, quantity.start) else quantity
        for quantity in quantities
    )
    alone = food is None or sum(quantity.scales for quantity in quantities) == 1
    spellings = [
        (quantity, spell(text, quantity, factor, manner, food, alone=alone) if quantity.scales else None)
        for quantity in quantities
    ]
    return respelled(text, with_exact_beside(text, spellings, food, manner))


def _positive(value: Fraction, option: str) -> Fraction:
    if not 0 < value <= MOST:
        raise UsageError(f"{option} wants a number above 0 and at most a million")
    return value


def checked_factor(value: Fraction, option: str) -> Fraction:
    """Return a factor that *option* leads to.

    Raises:
        UsageError: it is over a million, or under a millionth.
    """
    if not 1 / MOST <= value <= MOST:
        raise UsageError(f"{option} would scale the recipe by more than a million, or to less than a millionth of it")
    return value


def _name(recipe: Recipe) -> str:
    return recipe.path or f'"{recipe.title or "this recipe"}"'


def _count(serves: Servings) -> str:
    number = serves.quantity.text
    return f"{number} {plural(serves.unit) if serves.low != 1 else serves.unit}"


def _servings(serves: Servings, factor: Fraction) -> Servings:
    new = respell(serves.wording.text, (serves.quantity, *other_counts(serves.wording)), factor)
    quantity = new.quantities[0]
    return Servings(serves.low * factor, serves.high * factor, serves.unit, worded(serves.wording, new), quantity)


def _calories(table: CalorieTable, factor: Fraction) -> CalorieTable:
    stated = table.stated
    total = None if stated.total is None else stated.total * factor
    rows = tuple(row._replace(kcal=None if row.kcal is None else row.kcal * factor) for row in table.rows)
    return table._replace(rows=rows, stated=stated._replace(total=total))
