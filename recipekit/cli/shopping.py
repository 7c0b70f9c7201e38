"""How ``shop`` and ``plan --shop`` find what to buy, and print it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recipekit.cli.adjusting import Adjuster, Wish
from recipekit.cli.library import matching
from recipekit.cli.listing import write_lines
from recipekit.cli.options import positive
from recipekit.cli.output import show, write_document, write_error, write_sheet
from recipekit.cli.recipes import recipes
from recipekit.config import load_config, wrong_value
from recipekit.errors import PlacedError, UnreadableRecipeError, UsageError
from recipekit.menu import split_servings
from recipekit.ops.shopping import Settings, shopping_list
from recipekit.ops.shopping.portions import feeds_people, portion, to_buy
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
    people = None if serves is None else positive(serves, "--serves")
    if where is not None:
        if any(portion.serves is not None for portion in portions):
            raise UsageError("with --where, servings are said by --serves N for all recipes")
        portions = [Portion(path) for path in matching([portion.name for portion in portions], where)]
        if not portions:
            write_error("there is no such recipe")
    elif not portions:
        yield from (for_people(adjuster.adjusted(to_buy(recipe)), people) for recipe in recipes(None))
    for wanted in portions:
        servings = None if wanted.serves is None else positive(wanted.serves, "RECIPE:SERVINGS")
        for recipe in _named(wanted.name):
            bought = adjuster.adjusted(to_buy(recipe))
            yield for_people(bought, people) if servings is None else portion(bought, servings)


def _named(name: str) -> Iterator[Recipe]:
    try:
        yield from recipes([name])
    except PlacedError as error:
        before, colon, said = name.rpartition(":")
        if not (before and colon) or error.line is not None or error.where != name:
            raise
        hint = f"servings are a number, as in {before}:4" if said else f"behind the colon stands a number: {before}:4"
        raise UnreadableRecipeError(name, error.problem, hint) from error


def for_people(recipe: Recipe, people: Fraction | None) -> Recipe:
    """Return *recipe* for so many *people*; as it is where it does not say how many it serves, which is said.

    Raises:
        UsageError: that is more than a million times as much, or less than a millionth.
    """
    if people is None:
        return recipe
    if feeds_people(recipe):
        return portion(recipe, people)
    write_error(
        f"{recipe.path or recipe.title or 'a recipe'}: it does not say how many it serves: taken as it is written"
    )
    return recipe


def print_list(bought: Iterable[Recipe], how: How) -> None:
    """Print the shopping list for the recipes *bought*.

    Raises:
        ConfigurationError: the pantry holds an amount that is none.
    """
    config = load_config()
    weights = tuple(path for path in (config.densities, config.pieces) if path is not None)
    pantry = tuple(_stocks(config.pantry, config.cups))
    units = how.units or config.units
    found = shopping_list(bought, Settings(config.aisles, pantry, how.round_up, how.everything, weights, units))
    if how.json:
        from recipekit.render.shopping_document import shopping_document  # noqa: PLC0415

        write_document(shopping_document(found))
    elif how.csv or how.markdown or how.plain:
        _print_text(found, how)
    else:
        _show(found, why=how.why)


def _stocks(pantry: Mapping[str, str | None], cups: str) -> Iterator[Stock]:
    """Yield what the *pantry* of the configuration has.

    Raises:
        ConfigurationError: an amount is none, or a food is named twice.
    """
    known: dict[object, str] = {}
    for food, amount in pantry.items():
        stock = stock_of(food, amount, cups)
        if stock is None:
            problem = f'the pantry has "{(amount or "")[:40]}" of "{food[:40]}", which is no amount'
            raise wrong_value("pantry", food, problem, 'write it like "2 kg", or true')
        if stock.food.key in known:
            problem = f'"{food[:40]}" is in the pantry already, as "{known[stock.food.key][:40]}"'
            raise wrong_value("pantry", food, problem, "say it once")
        known[stock.food.key] = food
        yield stock


def _print_text(found: ShoppingList, how: How) -> None:
    from recipekit.render.shopping import markdown, plain, sheet  # noqa: PLC0415

    if how.csv:
        write_sheet(sheet(found, why=how.why))
    else:
        write_lines((markdown if how.markdown else plain)(found, why=how.why))


def _show(found: ShoppingList, *, why: bool) -> None:
    from recipekit.render.shopping_view import shopping_view  # noqa: PLC0415 - rich is for terminals

    def view(_width: int, _links: bool) -> RenderableType:
        """Return the list."""
        return shopping_view(found, why=why)

    show(view)
