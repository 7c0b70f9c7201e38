"""What the list has of each food, so that amounts of the steps can be held against it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.foods import split_foods
from recipekit.foods.lexicon import lexicon
from recipekit.foods.reading import LONGEST_NAME, Reading, alternatives, same_text
from recipekit.grammar import plural, singular
from recipekit.model import Ingredient, Quantity, Recipe
from recipekit.units import CUPS, METRIC, ROUGH, SPOONS, Dimension, dimension_of, size_of
from recipekit.words import words

_MORE = re.compile(
    r"\bplus\b|\+|\b(?:or|and|etwas) (?:more|mehr)\b|\b(?:more|extra|mehr) (?:for|to|as|zum)\b"
    r"|\bas (?:needed|required|desired)\b|\bto taste\b|\bif needed\b|\bnach (?:bedarf|geschmack|belieben)\b",
    re.IGNORECASE,
)
_GROUP_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_ITEMS = 200
"""A list with more items is no recipe, and nothing of it is compared."""
_MEASURED = (Dimension.MASS, Dimension.VOLUME)
_MOST_SPOONS = 12
_KITCHEN_FRACTIONS = (1, 2, 3, 4, 8)


class Stock(NamedTuple):
    """A food of the list: every item of it, how its name reads, and its amounts by what they measure.

    *amounts* holds an amount of every item, nothing where one of them leaves open how much there is.
    """

    items: tuple[Ingredient, ...]
    readings: tuple[Reading, ...]
    amounts: dict[str, tuple[Quantity, ...]]
    groups: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the list calls it."""
        return self.items[0].name


def measure_of(unit: str | None) -> str | None:
    """Return what can be added up with *unit*: "mass", "volume", the noun that is counted, "" for a bare number."""
    if unit in ROUGH:
        return None
    dimension = dimension_of(unit)
    if dimension in _MEASURED:
        return str(dimension)
    return (unit or "") if dimension in (None, Dimension.COUNT) else None


def stocks_of(recipe: Recipe) -> tuple[Stock, ...]:
    """Return the foods of the list of *recipe*, those of one food as one."""
    items = [(item, group.title or "") for group in recipe.ingredients for item in group.items if item.name]
    if len(items) > _MOST_ITEMS:
        return ()
    found: dict[object, Stock] = {}
    for item, group in items:
        names = split_foods(item.name)
        readings = tuple(reading for name in names for reading in alternatives(name))
        key = readings[0].key if len(readings) == 1 else (item.name,)
        amounts = _amounts(item) if len(names) == 1 else {}
        before = found.get(key)
        if before is not None:
            shared = before.amounts.keys() & amounts.keys()
            amounts = {measure: before.amounts[measure] + amounts[measure] for measure in shared}
            found[key] = Stock((*before.items, item), before.readings, amounts, (*before.groups, group))
        else:
            found[key] = Stock((item,), readings, amounts, (group,))
    return tuple(found.values())


def _amounts(item: Ingredient) -> dict[str, tuple[Quantity, ...]]:
    """Return the amounts of an item by what they measure; none where its words leave open how much it is."""
    kept = [each for each in item.quantities if each.scales]
    if not kept or _MORE.search(item.wording.text, kept[0].end):
        return {}
    found: dict[str, tuple[Quantity, ...]] = {}
    for quantity in kept:
        measure = measure_of(quantity.unit)
        if measure is not None:
            found.setdefault(measure, (quantity,))
    return found


class Pantry:
    """The foods of a list, found by what a step calls them."""

    def __init__(self, stocks: Sequence[Stock]) -> None:
        self.stocks = stocks
        self._by_key: dict[object, list[Stock]] = {}
        for stock in stocks:
            for reading in stock.readings:
                self._by_key.setdefault(reading.key, []).append(stock)

    def find(self, said: str) -> Stock | None:
        """Return the food that *said* means: the same one, or the only one that it is a wider word for."""
        readings = alternatives(said) if len(said) <= LONGEST_NAME else ()
        if len(readings) != 1:
            return None
        same = self._by_key.get(readings[0].key, [])
        if len(same) == 1 and same_text(said, same[0].name):
            return same[0]
        wider = [stock for stock in self.stocks if stock not in same and _is_wider(readings[0], stock.readings)]
        found = same + wider
        return found[0] if len(found) == 1 else None


def _is_wider(said: Reading, listed: Iterable[Reading]) -> bool:
    """Tell whether *said* is a wider word for a food, "oil" for olive oil, and no collective one like "sauce"."""
    known = lexicon()
    head = said.head
    if not head or len(said.foods) != 1 or head.rpartition(" ")[2] in known.lists["collective"]:
        return False
    return any(
        said.kinds <= reading.kinds
        and said.unknown <= reading.unknown
        and (head in known.ancestors.get(reading.head, ()) or reading.foods == said.foods)
        for reading in listed
    )


def sum_of(ends: Iterable[tuple[Fraction, str | None]], cups: str) -> Fraction:
    """Return what numbers with their units add up to, in grams, millilitres or pieces."""
    return sum((value * (size_of(unit, cups) or 1) for value, unit in ends), Fraction(0))


def systems_of(recipe: Recipe) -> tuple[str, ...]:
    """Return whose cups and spoons the recipe may mean."""
    return (recipe.cups,) if recipe.cups else CUPS


def leeway(quantities: Iterable[Quantity]) -> Fraction:
    """Return by which share *quantities* may differ: more where they are rough, or metric and not."""
    said = list(quantities)
    measured = {each.unit in METRIC for each in said if dimension_of(each.unit) in _MEASURED}
    rough = any(each.approximate for each in said)
    return Fraction(3, 20) if rough else Fraction(1, 10) if len(measured) > 1 else Fraction(1, 20)


def spelled(value: Fraction, like: Sequence[Quantity], cups: str) -> str:
    """Return so many grams, millilitres or pieces in the first unit of *like* that makes it a number of the kitchen."""
    sizes = [(value / (size_of(each.unit, cups) or 1), each) for each in like]
    good = [
        (amount, each)
        for amount, each in sizes
        if amount.denominator in _KITCHEN_FRACTIONS and (amount <= _MOST_SPOONS or each.unit not in SPOONS)
    ]
    amount, pattern = good[0] if good else sizes[0]
    metric = pattern.unit in METRIC
    if amount.denominator not in _KITCHEN_FRACTIONS:
        amount = Fraction(round(amount * 10), 10)
    style = NumberStyle(Fractions.POINT if metric or amount.denominator not in _KITCHEN_FRACTIONS else Fractions.GLYPH)
    number = spell_number(amount, style)
    if pattern.unit is None:
        return number
    noun = pattern.unit.replace("_", " ")
    if noun not in words("abbreviations"):
        noun = plural(noun) if amount > 1 else singular(noun)
    return f"{number} {noun}"


def mixed_groups(stock: Stock, aisles: frozenset[str]) -> frozenset[str]:
    """Return the words of the titles of the groups that a food stands in, unless they are aisles of a shop."""
    titles = [set(_GROUP_WORD.findall(title.lower())) for title in stock.groups]
    return frozenset().union(*(title for title in titles if title.isdisjoint(aisles)))
