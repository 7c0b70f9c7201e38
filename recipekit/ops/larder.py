"""What a recipe's own words say about the weight of a food: in a list, in a sentence, for a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction

from recipekit.foods import best_match, matching
from recipekit.grammar import singular
from recipekit.model import Kind, Quantity, Recipe
from recipekit.ops.weighing import Files, Said, density_of, piece_weight
from recipekit.units import Dimension, dimension_of, size_of
from recipekit.words import words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CLAUSE = re.compile(r"[.,;:()]|\b(?:and|or|with|in|into|to|und|oder|mit|in|zu)\b")
LIGHTEST, HEAVIEST = Fraction(1, 50), Fraction(5, 2)
"""Grams per millilitre between which anything eaten lies: dill and honey do."""
_MOST_NAMES = 300
_MOST_FOODS = 400  # in one recipe; a search of all tables takes 5 ms for each that is unknown
_LONGEST = 4  # words of a food's name that a sentence is searched for


class Larder:
    """The weights that are known, a cook's own *extra* files among them."""

    def __init__(self, extra: Files = ()) -> None:
        self.extra = extra
        self.said: dict[str, Fraction] = {}
        self._densities: dict[str, Fraction | None] = {}
        self._named: dict[str, str | None] = {}

    def learn(self, densities: Mapping[str, Fraction]) -> None:
        """Take what a recipe itself says of its foods, in grams per millilitre, before any table."""
        self.said = dict(densities)
        self._densities.clear()

    def density(self, food: str | None) -> Fraction | None:
        """Return the grams per millilitre of *food*; None where they are not known."""
        if not food:
            return None
        if food not in self._densities and (said := best_match(food, self.said)):
            self._densities[food] = self.said[said]
        if food not in self._densities and len(self._densities) > _MOST_FOODS:
            return None
        if food not in self._densities:
            name, _, note = food.partition(",")
            found = density_of(name, note, self.extra)
            self._densities[food] = found.g_per_ml if found else None
        return self._densities[food]

    def solid_density(self, food: str | None) -> Fraction | None:
        """Return the grams per millilitre of what is weighed and not poured; None for a liquid and where unknown.

        >>> str(Larder().solid_density("flour") is not None), Larder().solid_density("chicken stock")
        ('True', None)
        """
        return None if food is None or is_liquid(food) else self.density(food)

    def grams(self, food: str, quantity: Quantity, cups: str = "us") -> Fraction | None:
        """Return what the low end of *quantity* of *food* weighs, in grams; None where that is not known."""
        dimension = dimension_of(quantity.unit) or Dimension.COUNT
        if dimension is Dimension.MASS or dimension is Dimension.VOLUME:
            size = size_of(quantity.unit, cups)
            per = Fraction(1) if dimension is Dimension.MASS else self.density(food)
            return None if size is None or per is None else quantity.low * size * per
        if dimension is not Dimension.COUNT:
            return None
        piece = piece_weight(Said(food), quantity.unit, self.extra)
        return piece.grams * quantity.low if piece else None

    def named_in(self, text: str, names: Iterable[str]) -> str | None:
        """Return which of a recipe's *names* the words that *text* begins with mean; else those words, if weighable.

        >>> Larder().named_in(" flour and mix", ["All-Purpose Flour", "eggs"])
        'All-Purpose Flour'
        """
        clause = _CLAUSE.split(text.removeprefix(" of").replace(" the ", " "), maxsplit=1)[0]
        said = [word for word in _WORD.findall(clause)[:_LONGEST] if not word.endswith("ly")]
        stop = next((index for index, word in enumerate(said) if word.lower() in words("heads_end")), len(said))
        names = tuple(names)
        for start in range(stop):  # what the last word names counts: "pasta water" is water
            phrase = " ".join(said[start:stop])
            if phrase not in self._named:
                self._named[phrase] = self._meant(phrase, names)
            if self._named[phrase]:
                return self._named[phrase]
        return None

    def _meant(self, phrase: str, names: tuple[str, ...]) -> str | None:
        if len(names) > _MOST_NAMES:  # no recipe has so many; each of them would be compared with every phrase
            return phrase if self.density(phrase) is not None else None
        found = matching(phrase, names) or _only_with(phrase.split(), names)
        return found[0] if found else phrase if self.density(phrase) is not None else None


def weights_said(recipe: Recipe, cups: str) -> dict[str, Fraction]:
    """Return the densities that a recipe gives itself, in grams per millilitre: "1½ cups (183 g)" of cornmeal."""
    rows = recipe.calories.rows if recipe.calories else ()
    lines = [(row.ingredient, row.quantities) for row in rows]
    lines += [(item.name, item.quantities) for group in recipe.ingredients for item in group.items]
    said: dict[str, Fraction] = {}
    for name, quantities in lines:
        amounts = [quantity for quantity in quantities if quantity.kind is Kind.AMOUNT and quantity.scales]
        sizes = {dimension_of(each.unit): each.low * (size_of(each.unit, cups) or 0) for each in reversed(amounts)}
        grams, millilitres = sizes.get(Dimension.MASS), sizes.get(Dimension.VOLUME)
        if grams and millilitres and LIGHTEST < grams / millilitres < HEAVIEST:
            said.setdefault(name, grams / millilitres)
    return said


def _only_with(said: Iterable[str], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one name that has all words of a phrase: "the chips" are the recipe's semisweet chocolate chips."""
    wanted = {singular(word.lower()) for word in said}
    found = tuple(name for name in names if wanted <= {singular(word.lower()) for word in _WORD.findall(name)})
    return found if len(found) == 1 else ()


def is_liquid(food: str) -> bool:
    """Tell whether *food* is poured and measured by volume in every kitchen.

    >>> is_liquid("heavy cream"), is_liquid("sour cream"), is_liquid("Gemüsebrühe"), is_liquid("flour")
    (True, False, True, False)
    """
    return not any(phrase in food.lower() for phrase in words("not_liquid")) and _ends_in(food, words("liquids"))


def is_measured_by_cup(food: str) -> bool:
    """Tell whether American kitchens measure *food* in cups and spoons, liquids among it.

    >>> is_measured_by_cup("Mehl (Type 405)"), is_measured_by_cup("potatoes")
    (True, False)
    """
    return is_liquid(food) or _ends_in(food, words("measured_by_cup"))


def _ends_in(food: str, known: frozenset[str]) -> bool:
    """Tell whether the last word of a name is *known*, or a German compound that ends in one."""
    said = _WORD.findall(food.partition(",")[0].partition("(")[0].lower())
    if not said:
        return False
    last = singular(said[-1])
    compound = tuple(word for word in known if len(word) > 4 or not word.isascii() or word in ("mehl", "wein", "saft"))
    return last in known or said[-1] in known or last.endswith(compound) or said[-1].endswith(compound)
