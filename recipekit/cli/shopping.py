"""How ``shop`` and ``plan --shop`` find what to buy, and print it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recipekit.cli.adjusting import Adjuster, Wish
from recipekit.cli.library import files_where
from recipekit.cli.listing import write_lines
from recipekit.cli.options import positive
from recipekit.cli.output import show, write_document, write_sheet
from recipekit.cli.recipes import recipes
from recipekit.config import load_config, wrong_value
from recipekit.errors import ImpossibleWishError, UsageError
from recipekit.menu import split_servings
from recipekit.ops.shopping import Settings, shopping_list
from recipekit.ops.shopping.stocked import stock_of

if TYPE_CHECKING:
    from fractions import Fraction

    from rich.console import RenderableType

    from recipekit.model import Recipe
    from recipekit.ops.shopping import ShoppingList
    from recipekit.ops.shopping.values import Stock


class How(NamedTuple):
    """How the list is wanted: in whose *units* and *cups*, and in at most one of the last four forms."""

    units: str | None = None
    cups: str | None = None
    why: bool = False
    round_up: bool = False
    everything: bool = False
    markdown: bool = False
    plain: bool = False
    json: bool = False
    csv: bool = False

    def check(self) -> None:
        """Refuse two forms at once.

        Raises:
            UsageError: two of them are asked for.
        """
        named = [option for option in self.said if option in ("--markdown", "--plain", "--json", "--csv")]
        if len(named) > 1:
            raise UsageError(f"say one of {' and '.join(named)}, not both")

    @property
    def said(self) -> list[str]:
        """The options that say so."""
        names = {"everything": "all"}
        return [f"--{names.get(name, name).replace('_', '-')}" for name, value in self._asdict().items() if value]


class Portion(NamedTuple):
    """A recipe by its name, and for how many it is wanted; None as it is written."""

    name: str
    serves: str | None = None


def portion_of(name: str) -> Portion:
    """Return what RECIPE:SERVINGS says; a file whose name ends like that is meant itself.

    >>> portion_of("lentil soup:2"), portion_of("soups/lentil.md")
    (Portion(name='lentil soup', serves='2'), Portion(name='soups/lentil.md', serves=None))
    """
    return Portion(name) if os.path.lexists(name) else Portion(*split_servings(name))


def wanted_recipes(names: Sequence[str] | None, where: str | None, serves: str | None, how: How) -> Iterator[Recipe]:
    """Yield the recipes to shop for, each for the servings that it is wanted for.

    Raises:
        RecipeKitError: a recipe cannot be found, read, or scaled so.
    """
    portions = [portion_of(name) for name in names or ()]
    adjuster = Adjuster(Wish(units=how.units, cups=how.cups))
    if serves is not None:
        positive(serves, "--serves")
    if where is not None:
        if any(portion.serves is not None for portion in portions):
            raise UsageError("with --where, servings are said by --serves N for all recipes")
        portions = [Portion(path) for path in files_where([portion.name for portion in portions], where)]
    elif not portions:
        yield from (for_servings(recipe, serves, adjuster) for recipe in recipes(None))
    for portion in portions:
        if portion.serves is not None:
            positive(portion.serves, "RECIPE:SERVINGS")
        for recipe in recipes([portion.name]):
            yield for_servings(recipe, portion.serves or serves, adjuster)


def for_servings(recipe: Recipe, serves: str | None, adjuster: Adjuster) -> Recipe:
    """Return what a shopping list needs of *recipe*, for so many *servings*, or of what it makes.

    Raises:
        RecipeKitError: it does not say how many it serves, or there are no so many servings.
    """
    if not any(group.items for group in recipe.ingredients):
        name = recipe.path or f'"{recipe.title or "this recipe"}"'
        raise ImpossibleWishError(f"{name} lists no ingredients that could be found; recipekit check may tell why")
    recipe = adjuster.adjusted(recipe._replace(instructions=(), notes=(), sections=(), diagnostics=()))
    if serves is None:
        return recipe
    from recipekit.ops.scaling import checked_factor, scale_amounts  # noqa: PLC0415 - not for recipes as written

    return scale_amounts(recipe, checked_factor(_factor(recipe, serves), "RECIPE:SERVINGS"))


def _factor(recipe: Recipe, serves: str) -> Fraction:
    """Return by how much *recipe* is scaled to feed so many, or to make so many of what it makes."""
    counts = [each for each in (recipe.serves, *recipe.also_serves) if each is not None]
    if not counts:
        name = recipe.path or f'"{recipe.title or "this recipe"}"'
        raise ImpossibleWishError(f'{name} does not say how many it serves; leave ":{serves[:20]}" out')
    count = next((each for each in counts if each.unit == "serving"), counts[0])
    return positive(serves, "RECIPE:SERVINGS") / count.low


def print_list(bought: Iterable[Recipe], how: How) -> None:
    """Print the shopping list for the recipes *bought*.

    Raises:
        ConfigurationError: the pantry holds an amount that is none.
    """
    config = load_config()
    weights = tuple(path for path in (config.densities, config.pieces) if path is not None)
    pantry = tuple(_stock(food, amount, config.cups) for food, amount in config.pantry.items())
    units = how.units or config.units
    found = shopping_list(bought, Settings(config.aisles, pantry, how.round_up, how.everything, weights, units))
    if how.json:
        from recipekit.render.shopping_document import shopping_document  # noqa: PLC0415

        write_document(shopping_document(found))
    elif how.csv or how.markdown or how.plain:
        _print_text(found, how)
    else:
        _show(found, why=how.why)


def _stock(food: str, amount: str | None, cups: str) -> Stock:
    stock = stock_of(food, amount, cups)
    if stock is None:
        problem = f'the pantry has "{(amount or "")[:40]}" of "{food[:40]}", which is no amount'
        raise wrong_value("pantry", food, problem, 'write it like "2 kg", or true')
    return stock


def _print_text(found: ShoppingList, how: How) -> None:
    from recipekit.render.shopping import markdown, plain, sheet  # noqa: PLC0415

    if how.csv:
        write_sheet(sheet(found))
    else:
        write_lines((markdown if how.markdown else plain)(found, why=how.why))


def _show(found: ShoppingList, *, why: bool) -> None:
    from recipekit.render.shopping_view import shopping_view  # noqa: PLC0415 - rich is for terminals

    def view(_width: int, _links: bool) -> RenderableType:
        """Return the list."""
        return shopping_view(found, why=why)

    show(view)
