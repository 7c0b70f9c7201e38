"""A recipe for as many as a list or a menu wants it for."""

from __future__ import annotations

from fractions import Fraction

from recipekit.errors import ImpossibleWishError
from recipekit.model import Recipe
from recipekit.ops.scaling import checked_factor, scale_amounts


def to_buy(recipe: Recipe) -> Recipe:
    """Return what a shopping list needs of *recipe*: its ingredients, calories and servings, without steps and notes.

    Raises:
        ImpossibleWishError: it lists no ingredients.
    """
    if not any(group.items for group in recipe.ingredients):
        raise ImpossibleWishError(
            f"{_name(recipe)} lists no ingredients that could be found; recipekit check may tell why"
        )
    return recipe._replace(instructions=(), notes=(), sections=(), diagnostics=())


def feeds_people(recipe: Recipe) -> bool:
    """Tell whether *recipe* says how many people it serves, and not only how many pieces it makes."""
    return any(each is not None and each.unit == "serving" for each in (recipe.serves, *recipe.also_serves))


def portion(recipe: Recipe, servings: Fraction) -> Recipe:
    r"""Return *recipe* for so many *servings*, else for so many of what it makes: 24 cookies.

    Raises:
        ImpossibleWishError: it does not say how many it serves or makes.
        UsageError: that is more than a million times as much, or less than a millionth.

    >>> from recipekit.api import read_recipe
    >>> soup = read_recipe("# Soup\n\nServes 4\n\n## Ingredients\n\n- 2 carrots\n")
    >>> str(portion(soup, Fraction(6)).ingredients[0].items[0].quantities[0].low)
    '3'
    """
    counts = [each for each in (recipe.serves, *recipe.also_serves) if each is not None]
    if not counts:
        raise ImpossibleWishError(f"{_name(recipe)} does not say how many it serves; take it without servings")
    count = next((each for each in counts if each.unit == "serving"), counts[0])
    return scale_amounts(recipe, checked_factor(servings / count.low, "so many servings"))


def _name(recipe: Recipe) -> str:
    return recipe.path or f'"{recipe.title or "this recipe"}"'
