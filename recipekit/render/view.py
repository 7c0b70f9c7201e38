"""How a calories table is looked at: its order, what its figures are for, and their unit."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from recipekit.model import CalorieRow, CalorieTable, Recipe
from recipekit.ops.calories import kcal_per_100g
from recipekit.parse.figures import KJ_PER_KCAL

SORTS = ("kcal", "share", "density", "name")
PER = ("recipe", "serving", "100g")


class View(NamedTuple):
    """How the table is looked at: *sort* by kcal, share, density or name; *per* recipe, serving or 100g; in kJ."""

    sort: str | None = None
    per: str = "recipe"
    kj: bool = False

    @property
    def unit(self) -> str:
        """The unit of the figures."""
        return "kJ" if self.kj else "kcal"


AS_WRITTEN = View()


def sorted_rows(table: CalorieTable, key: str | None) -> list[CalorieRow]:
    """Return the rows by *key*: names upwards, figures downwards, what has none last; as written without a key."""
    if key is None:
        return list(table.rows)
    if key == "name":
        return sorted(table.rows, key=lambda row: row.ingredient.casefold())
    figure = kcal_per_100g if key == "density" else lambda row: row.kcal
    return sorted(table.rows, key=lambda row: (figure(row) is None, -(figure(row) or 0)))


def energy(kcal: Fraction | None, view: View) -> Fraction | None:
    """Return kilocalories in the unit of *view*."""
    return kcal * KJ_PER_KCAL if kcal is not None and view.kj else kcal


def energy_of(row: CalorieRow, recipe: Recipe, view: View) -> Fraction | None:
    """Return the energy of *row* as *view* wants it; None where it is unknown."""
    if view.per == "100g":
        return energy(kcal_per_100g(row), view)
    if view.per == "serving" and recipe.serves is not None and row.kcal is not None:
        return energy(row.kcal / recipe.serves.low, view)
    return energy(row.kcal, view)
