"""Which rows of the calories table and which ingredients of the list belong together, as generous as can be."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import NamedTuple

from recipekit.check.calories.naming import Named, bases, is_utensil, named, share_a_word
from recipekit.check.calories.trifles import has_none, is_trifle
from recipekit.check.rule import Subject
from recipekit.foods import Likeness, compare
from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.model import CalorieRow, Ingredient, Kind, Quantity
from recipekit.units import CUPS, Dimension, dimension_of, size_of

MOST_PAIRS = 4000
"""Of an ingredient and a row; what has more is no recipe, and every row is compared with every ingredient."""
_NEARLY = Fraction(1, 50)
_SHORTEST_NAME, _LONGEST_NAME = 2, 80  # characters; a longer "ingredient" is a sentence


class Listed(NamedTuple):
    """An ingredient, the title of its group, and what its name tells."""

    ingredient: Ingredient
    group: str | None
    name: Named
    more: frozenset[str]  #: the foods of its note


class Counted(NamedTuple):
    """A row and what its name tells."""

    row: CalorieRow
    name: Named


class Pairing:
    """The ingredients and the rows of a recipe, by their places, and which of them have nothing in the other list."""

    def __init__(self, subject: Subject) -> None:
        recipe = subject.recipe
        self.cups = recipe.cups or CUPS[0]
        rows = recipe.calories.rows if recipe.calories else ()
        if sum(len(group.items) for group in recipe.ingredients) * len(rows) > MOST_PAIRS:
            rows = ()
        self.listed = tuple(
            Listed(item, group.title, named(item.name), named(f"({item.note})").inside if item.note else frozenset())
            for group in recipe.ingredients
            for item in group.items
            if rows and _SHORTEST_NAME <= len(item.name) <= _LONGEST_NAME and not is_beside(item.name)
        )
        self.rows = tuple(Counted(row, named(row.ingredient)) for row in rows if _is_food(row))

    @property
    def is_usable(self) -> bool:
        """Whether there is a list and a table, and neither is beyond reason."""
        return bool(self.listed and self.rows)

    @cached_property
    def _kin(self) -> tuple[frozenset[int], frozenset[int]]:
        """The ingredients and the rows that have the same food, or a kind of it, on the other side."""
        by_key: dict[object, list[int]] = {}
        for at, counted in enumerate(self.rows):
            for reading in counted.name.readings:
                by_key.setdefault(reading.key, []).append(at)
        items, rows = set(), set()
        for at, item in enumerate(self.listed):
            found = [row for reading in item.name.readings for row in by_key.get(reading.key, ())]
            found = found or [row for row, other in enumerate(self.rows) if _are_kin(item.name, other.name)]
            rows.update(found)
            items.update([at] if found else [])
        for at, counted in enumerate(self.rows):
            if at not in rows and any(_are_kin(item.name, counted.name) for item in self.listed):
                rows.add(at)
        return frozenset(items), frozenset(rows)

    @cached_property
    def _left(self) -> tuple[frozenset[int], frozenset[int]]:
        """The ingredients and the rows that have nothing on the other side, not even a shared word."""
        kin_items, kin_rows = self._kin
        items = set(range(len(self.listed))) - kin_items
        rows = set(range(len(self.rows))) - kin_rows
        pairs = [(item, row) for item in items for row in rows if self._may_be_one(item, row)]
        items -= {item for item, _ in pairs}
        rows -= {row for _, row in pairs}
        items = {at for at in items if not any(self._is_inside(self.listed[at], row) for row in self.rows)}
        rows = {at for at in rows if not any(_comes_of(self.rows[at], item) for item in self.listed)}
        strange = [(item, row) for item in items for row in rows if self._is_strange_pair(item, row)]
        items -= {item for item, _ in strange}
        rows -= {row for _, row in strange}
        return frozenset(items), frozenset(rows)

    def _may_be_one(self, item: int, row: int) -> bool:
        one, other = self.listed[item], self.rows[row]
        kinds = one.name.heads & other.name.families or other.name.heads & one.name.families
        return bool(kinds or one.more & other.name.families) or share_a_word(one.name, other.name)

    @staticmethod
    def _is_inside(item: Listed, counted: Counted) -> bool:
        """Tell whether a row names an ingredient in brackets, "Toppings (sour cream)", or what it is made of."""
        return bool(item.name.families & counted.name.inside) or (
            item.name.made and share_a_word(item.name, counted.name)
        )

    def _is_strange_pair(self, item: int, row: int) -> bool:
        """Tell whether an ingredient and a row may be one food under names that nobody knows: they are as much."""
        one, other = self.listed[item], self.rows[row]
        if one.name.known and other.name.known:
            return False
        bare = not other.row.quantities or not one.ingredient.quantities
        return (bare and not one.name.known) or are_as_much(one.ingredient.quantities, other.row.quantities, self.cups)

    @cached_property
    def items_left(self) -> tuple[Listed, ...]:
        """The ingredients that no row counts.

        None where a row like "vegetables" or "dough" may count anything; and no "pesto" where rows may be its parts.
        """
        items, rows = self._left
        if any(self._may_be_many(self.rows[at].name) for at in rows):
            return ()
        left = (self.listed[at] for at in sorted(items))
        return tuple(item for item in left if not (rows and item.name.is_composite))

    @cached_property
    def rows_left(self) -> tuple[Counted, ...]:
        """The rows of no ingredient.

        None where the list says "toppings of your choice" or the like; and no "pesto" where its parts may be listed.
        """
        items, rows = self._left
        if any(self._may_be_many(self.listed[at].name) for at in items):
            return ()
        left = (self.rows[at] for at in sorted(rows))
        return tuple(row for row in left if not (row.name.is_bare or (items and row.name.is_composite)))

    @staticmethod
    def _may_be_many(name: Named) -> bool:
        return name.is_composite and not is_trifle(name.text, ())

    def twin_of(self, counted: Counted) -> Ingredient | None:
        """Return an ingredient without a row that is as much as a row without an ingredient: one was renamed."""
        for at in sorted(self._left[0]):
            item = self.listed[at].ingredient
            if are_as_much(item.quantities, counted.row.quantities, self.cups):
                return item
        return None


@lru_cache(maxsize=1)
def pairing_of(subject: Subject) -> Pairing:
    """Return the pairing of a recipe, which several rules ask for one after the other."""
    return Pairing(subject)


def _is_food(row: CalorieRow) -> bool:
    """Tell whether a row is about a food: not a heading within the table, nor a sum under an unusual name."""
    empty = not row.wording.text and row.kcal is None and not (row.cell and row.cell.text)
    return not empty and _may_name_a_food(row.ingredient)


@lru_cache(maxsize=4096)
def _may_name_a_food(name: str) -> bool:
    words = frozenset(words_of(name))
    return bool(words) and not words <= bases("not_foods") and not is_beside(name)


def is_beside(name: str) -> bool:
    """Tell whether *name* needs no row: a utensil, or salt and pepper, which tell nothing of bell peppers."""
    return is_utensil(name) or has_none(name)


def _are_kin(one: Named, other: Named) -> bool:
    return compare(one.text, other.text).likeness is not Likeness.DIFFERENT


def _comes_of(counted: Counted, item: Listed) -> bool:
    """Tell whether a row is made of an ingredient: whipped cream of cream, tomato sauce of tomatoes."""
    name = counted.name
    form = any(lexicon().roles.get(one.head, (None,))[0] is not Role.FOOD for one in name.readings)
    made = name.made or (form and name.last in bases("made_forms"))
    inside = bool(item.name.families & name.inside or item.more & name.families)
    return inside or (made and share_a_word(item.name, name))


def are_as_much(
    ones: Iterable[Quantity], others: Iterable[Quantity], cups: str = CUPS[0], slack: Fraction = _NEARLY
) -> bool:
    """Tell whether two lists of measures say the same amount, by mass, by volume, or by count."""
    one, other = _amounts(ones, cups), _amounts(others, cups)
    for dimension in (Dimension.MASS, Dimension.VOLUME):
        mine, yours = one.get(dimension), other.get(dimension)
        if mine and yours:
            return any(abs(a - b) <= slack * max(a, b) for a in mine for b in yours)
    mine, yours = one.get(None, []), other.get(None, [])
    return bool(mine and yours and mine[0] == yours[0])


def _amounts(quantities: Iterable[Quantity], cups: str) -> dict[Dimension | None, list[Fraction]]:
    """Return amounts by what they measure, in g and ml; None holds the counted ones."""
    found: dict[Dimension | None, list[Fraction]] = {}
    for quantity in quantities:
        if quantity.kind is Kind.AMOUNT:
            dimension = dimension_of(quantity.unit)
            measured = dimension in (Dimension.MASS, Dimension.VOLUME)
            size = size_of(quantity.unit, cups) if measured else None
            found.setdefault(dimension if measured else None, []).append(quantity.middle * (size or 1))
    return found
