"""A shopping list as values: what each recipe needs, and what that comes to."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from recipekit.foods.identity import Identity
from recipekit.model import Recipe


class Size(NamedTuple):
    """What one package holds, or how large a piece is: 400 g, 2–3 inches."""

    low: Fraction
    high: Fraction
    unit: str


class Amount(NamedTuple):
    """From *low* to *high* of a *unit*, exactly; a unit of None counts the food itself.

    *size* is that of one package or piece. *cups* says whose cups and spoons they are. *line* is the most that one line
    of a recipe as written asks for, in the same unit: what served there may serve for a sum.
    *approximate* tells that a recipe said "about", or that a density was used. *word* is how a line writes what is
    counted: "Dosen".
    """

    low: Fraction
    high: Fraction
    unit: str | None
    size: Size | None = None
    approximate: bool = False
    optional: bool = False
    cups: str = "us"
    line: Fraction | None = None
    word: str | None = None

    def times(self, factor: Fraction) -> Amount:
        """Return so many times this."""
        line = None if self.line is None else self.line * factor
        return self._replace(low=self.low * factor, high=self.high * factor, line=line)


class Need(NamedTuple):
    """What one line of one recipe needs of one food.

    *recipe* counts the recipes of the list from 0. *text* and *line* are the whole line as the recipe has it for these
    servings, *called* is the food's name there and *note* what stands behind it, *plain* and *aside* are the
    same without amounts.
    *amounts* say the same in several measures, the first is the one written first; there are none where the line gives
    none. *more* tells that
    it takes some more without an amount ("plus more for brushing"). *several* tells that the recipe as written counts
    more than one, so that its noun is a plural. *group* is the heading it stands under.
    """

    recipe: int
    text: str
    line: int
    food: Identity
    called: str
    note: str | None
    amounts: tuple[Amount, ...]
    optional: bool = False
    more: bool = False
    utensil: bool = False
    several: bool = False
    aside: str | None = None
    plain: str = ""
    group: str | None = None


class Reason(StrEnum):
    """Why something that a recipe lists is set apart and not bought."""

    STAPLE = "staple"  #: salt, pepper, water
    PANTRY = "pantry"  #: it is in the house
    UTENSIL = "utensil"  #: it is no food


class Stock(NamedTuple):
    """What the pantry has of a food: *amounts* say the same in several measures; () is none, None always enough."""

    called: str
    food: Identity
    amounts: tuple[Amount, ...] | None
    text: str


class Item(NamedTuple):
    """One food of the list.

    *amounts* is what to buy, side by side where they cannot be added up; *some* tells that a recipe takes some without
    saying how much. *needed* is what the recipes need, before the pantry and the rounding up. *notes* are what a line
    says that matters in the shop. *why* is why it is set apart, None where it is to be bought; *untaken* tells that the
    pantry's *stock* is measured otherwise, so that nothing was taken off.
    """

    food: Identity
    name: str
    amounts: tuple[Amount, ...]
    some: bool
    needs: tuple[Need, ...]
    needed: tuple[Amount, ...]
    notes: tuple[str, ...] = ()
    stock: Stock | None = None
    why: Reason | None = None
    untaken: bool = False

    @property
    def optional(self) -> bool:
        """Whether no recipe insists on it."""
        return all(need.optional for need in self.needs)


class Part(NamedTuple):
    """The foods under one heading of the list; *title* is None where there is none."""

    title: str | None
    items: tuple[Item, ...]


class ShoppingList(NamedTuple):
    """What to buy, by parts, and what is *left_out* of that; between them they hold every ingredient of *recipes*.

    *units* is the system that the cook wants all amounts in, None for the recipes' own.
    """

    recipes: tuple[Recipe, ...]
    parts: tuple[Part, ...]
    left_out: tuple[Item, ...]
    units: str | None = None
