"""The calories of many recipes at a glance: a line a recipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import NamedTuple

from recipekit.model import Recipe
from recipekit.ops.calories import per_serving_kcal, total_kcal, unknown_rows

SORTS = ("kcal", "total", "difference", "name")


class Summary(NamedTuple):
    """What one recipe has in kcal, recomputed from its rows, and what it states; None where it does not say.

    *difference* is the stated total less the recomputed one.
    """

    path: str | None
    title: str | None
    serves: Fraction | None
    unit: str | None
    per_serving: Fraction | None
    total: Fraction | None
    stated_per_serving: Fraction | None
    stated_total: Fraction | None
    unknown: tuple[str, ...]

    @property
    def difference(self) -> Fraction | None:
        """The stated total less the recomputed one, in kcal; None where either is unknown."""
        return None if self.stated_total is None or self.total is None else self.stated_total - self.total

    @property
    def name(self) -> str:
        """The title, else where the recipe stands."""
        return self.title or self.path or "a recipe"


def is_recipe(recipe: Recipe) -> bool:
    """Tell whether a Markdown file is one: it lists ingredients, has steps, or a calories table."""
    return bool(recipe.calories or recipe.instructions or any(group.items for group in recipe.ingredients))


def summary_of(recipe: Recipe) -> Summary:
    """Return the line of *recipe*."""
    table, serves = recipe.calories, recipe.serves
    counted = table is not None and any(row.kcal is not None for row in table.rows)
    return Summary(
        recipe.path,
        recipe.title,
        serves and serves.low,
        serves and serves.unit,
        per_serving_kcal(recipe) if counted else None,
        total_kcal(table) if table is not None and counted else None,
        table.stated.per_serving if table else None,
        table.stated.total if table else None,
        tuple(unknown_rows(table)) if table else (),
    )


def sorted_summaries(summaries: Iterable[Summary], key: str) -> list[Summary]:
    """Return *summaries* by *key*: names upwards, figures downwards, what has none last."""
    if key == "name":
        return sorted(summaries, key=lambda one: one.name.casefold())
    figures: dict[str, Callable[[Summary], Fraction | None]] = {
        "kcal": lambda one: one.per_serving,
        "total": lambda one: one.total,
        "difference": lambda one: None if one.difference is None else abs(one.difference),
    }
    figure = figures[key]
    return sorted(summaries, key=lambda one: (figure(one) is None, -(figure(one) or 0)))
