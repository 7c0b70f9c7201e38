"""Recipes → one shopping list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from recipekit.foods.groups import belongs_to
from recipekit.foods.identity import Identity, identity
from recipekit.foods.staples import is_staple
from recipekit.model import Recipe
from recipekit.ops.larder import Larder, weights_said
from recipekit.ops.shopping.adding import MASS, VOLUME, density_in, kind_of, together
from recipekit.ops.shopping.aisles import Aisles, in_parts
from recipekit.ops.shopping.naming import common_name
from recipekit.ops.shopping.needs import needs_of
from recipekit.ops.shopping.packages import rounded_up
from recipekit.ops.shopping.remarks import notes_of
from recipekit.ops.shopping.stocked import stocked, without
from recipekit.ops.shopping.values import Item, Need, Reason, ShoppingList, Stock
from recipekit.ops.weighing import Files
from recipekit.units import CUPS


class Settings(NamedTuple):
    """How a cook wants the list.

    *aisles* are the parts of the shop with their foods, *pantry* is what is in the house. *round_up* asks for
    whole packages, *everything* for a list from which nothing is set apart. *weights* are a cook's own tables, *units*
    is the system that the recipes' amounts have been turned into, None for none.
    """

    aisles: Aisles = MappingProxyType({})
    pantry: tuple[Stock, ...] = ()
    round_up: bool = False
    everything: bool = False
    weights: Files = ()
    units: str | None = None


_PLAIN = Settings()


def shopping_list(recipes: Iterable[Recipe], settings: Settings = _PLAIN) -> ShoppingList:
    r"""Return one list for *recipes*, each as it is: scale them before. Their order does not matter.

    Raises:
        UnreadableRecipeError: one of the cook's own tables of weights cannot be read.

    >>> from recipekit.api import read_recipe
    >>> soup = read_recipe("# Soup\n\n## Ingredients\n\n- 2 carrots (diced)\n- salt\n")
    >>> found = shopping_list([soup, soup])
    >>> [(item.name, str(item.amounts[0].low)) for part in found.parts for item in part.items]
    [('carrots', '4')]
    >>> [(item.name, item.why.value) for item in found.left_out]
    [('salt', 'staple')]
    """
    bought = tuple(sorted(recipes, key=_place))
    heaps: dict[object, list[Need]] = {}
    for index, recipe in enumerate(bought):
        for need in needs_of(recipe, index):
            heaps.setdefault((need.food.key, need.utensil), []).append(need)
    densities = _Densities(bought, (need for heap in heaps.values() for need in heap), settings.weights)
    stocks = stocked(settings.pantry)
    items = [_item(tuple(needs), densities, stocks, settings) for needs in heaps.values()]
    left_out = sorted((item for item in items if item.why), key=_place_apart)
    parts = in_parts((item for item in items if item.why is None), bought, settings.aisles)
    return ShoppingList(bought, parts, tuple(left_out), settings.units)


_REASONS: tuple[Reason | None, ...] = tuple(Reason)


def _place_apart(item: Item) -> tuple[object, ...]:
    return _REASONS.index(item.why), item.name.casefold(), item.name


def _place(recipe: Recipe) -> tuple[object, ...]:
    """Return what the recipes of a list are sorted by."""
    factor = recipe.scaled.factor if recipe.scaled else Fraction(1)
    serves = (recipe.serves.low, recipe.serves.high, recipe.serves.unit) if recipe.serves else ()
    lines = tuple(
        (group.title or "", item.wording.text, item.wording.line, *((each.low, each.high) for each in item.quantities))
        for group in recipe.ingredients
        for item in group.items
    )
    title = recipe.title or ""
    return title.casefold(), title, recipe.path or "", factor, serves, lines, recipe.cups or ""


def _item(needs: tuple[Need, ...], densities: _Densities, stocks: Mapping[object, Stock], settings: Settings) -> Item:
    food = needs[0].food
    needed = together(needs, densities.of)
    some = any(need.more or not need.amounts for need in needs)
    name = common_name(needs, needed)
    item = Item(food, name, needed, some, needs, needed, notes_of(needs, alone=not needed))
    if settings.everything:
        pass
    elif needs[0].utensil:
        return item._replace(why=Reason.UTENSIL)
    elif (stock := _stock_of(food, stocks)) is not None:
        item = _stocked(item, stock, densities)
    elif is_staple(food.word):
        return item._replace(why=Reason.STAPLE)
    elif (group := _group_of(food, stocks)) is not None:
        return item._replace(stock=group, why=Reason.PANTRY)
    if settings.round_up and item.why is None:
        density = _density(item, densities)
        item = item._replace(amounts=rounded_up(item.amounts, needs, name, density))
        item = item._replace(name=common_name(needs, item.amounts))
    return item


def _stock_of(food: Identity, stocks: Mapping[object, Stock]) -> Stock | None:
    """Return what the pantry has of *food*, or always has of one that will do as well."""
    found = (stocks[key] for key in food.choices if key in stocks)
    return stocks.get(food.key) or next((stock for stock in found if stock.amounts is None), None)


def _group_of(food: Identity, stocks: Mapping[object, Stock]) -> Stock | None:
    """Return a group of foods that the pantry always has, and *food* is of: spices."""
    groups = (stock for stock in stocks.values() if stock.amounts is None)
    return next((stock for stock in groups if belongs_to(food.word, stock.called)), None)


def _stocked(item: Item, stock: Stock, densities: _Densities) -> Item:
    """Return *item* without what the pantry has; set apart where nothing is left to buy."""
    if stock.amounts == ():
        return item  # it is said that there is none, of salt too
    item = item._replace(stock=stock)
    if stock.amounts is None or not item.amounts:
        return item._replace(why=Reason.PANTRY)
    kind = kind_of(stock.amounts[0], item.name)
    others = [need for need in item.needs if need.amounts and kind_of(need.amounts[0], item.name) != kind]
    if kind in (MASS, VOLUME) and len({densities.of(need) for need in others}) > 1:
        item = item._replace(amounts=together(item.needs, densities.of, kind))  # a cup of each recipe weighs its own
    left = without(item.amounts, stock, item.name, _density(item, densities))
    if left is None:
        return item._replace(untaken=True)  # nothing tells whether it is enough
    if not left.amounts and (left.enough or not item.some):
        return item._replace(why=Reason.PANTRY)
    return item._replace(amounts=left.amounts, name=common_name(item.needs, left.amounts))


def _density(item: Item, densities: _Densities) -> Callable[[], Fraction | None]:
    """Return what tells a food's grams per millilitre, the least where its recipes differ."""

    def least() -> Fraction | None:
        """Return it when it is asked for."""
        known = (densities.of(need) for need in item.needs)
        return min((found for found in known if found is not None), default=None)

    return least


class _Densities:
    """The grams per millilitre of the foods of *recipes*: what a recipe says itself, else what the tables say."""

    def __init__(self, recipes: Sequence[Recipe], needs: Iterable[Need], weights: Files) -> None:
        self._recipes = recipes
        self._larder = Larder(weights)
        self._said: dict[int, dict[object, Fraction]] = {}
        self._listed: dict[tuple[int, object], Fraction] = {}
        for need in needs:
            if len(need.amounts) > 1 and (said := density_in(need)) is not None:
                self._listed.setdefault((need.recipe, need.food.key), said)

    def of(self, need: Need) -> Fraction | None:
        """Return the density of what *need* is of; None where nobody knows it."""
        listed = self._listed.get((need.recipe, need.food.key))
        if listed is not None:
            return listed
        said = self._said.get(need.recipe)
        if said is None:
            recipe = self._recipes[need.recipe]._replace(ingredients=())
            weights = weights_said(recipe, recipe.cups or CUPS[0])
            said = self._said[need.recipe] = {identity(name).key: weight for name, weight in weights.items()}
        return said[need.food.key] if need.food.key in said else self._larder.density(need.called)
