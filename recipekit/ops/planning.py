"""A menu and its recipes → the calories of each day for one person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.foods.staples import is_staple
from recipekit.menu import Day, Dish, Meal
from recipekit.model import Recipe
from recipekit.ops.overview import Summary, summary_of


class Served(NamedTuple):
    """A dish with its *recipe* as it is cooked; *kcal* is what one person eats of it, None where nobody knows.

    *partly* tells that some rows of the recipe give no number, salt and the like aside, so that it is more.
    """

    dish: Dish
    recipe: Recipe
    kcal: Fraction | None
    partly: bool = False

    @property
    def name(self) -> str:
        """What the recipe is called."""
        return self.recipe.title or self.dish.recipe


class Course(NamedTuple):
    """A meal with its dishes as they are served."""

    meal: Meal
    served: tuple[Served, ...]


class Planned(NamedTuple):
    """A day with its meals as they are served."""

    day: Day
    courses: tuple[Course, ...]

    @property
    def served(self) -> tuple[Served, ...]:
        """All dishes of the day."""
        return tuple(each for course in self.courses for each in course.served)

    @property
    def kcal(self) -> Fraction | None:
        """What one person eats, as far as it is known; None where no dish has figures, or none is planned."""
        known = [each.kcal for each in self.served if each.kcal is not None]
        return sum(known, Fraction(0)) if known else None

    def against(self, goal: Fraction | None) -> Fraction | None:
        """Return what one person eats more than the *goal*; None where what is not known may make up for it."""
        if goal is None or self.kcal is None or not (self.is_whole or self.kcal > goal):
            return None
        return self.kcal - goal

    @property
    def unknown(self) -> tuple[str, ...]:
        """The dishes without figures, or of which some rows have none."""
        return tuple(dict.fromkeys(each.name for each in self.served if each.kcal is None or each.partly))

    @property
    def is_whole(self) -> bool:
        """Whether all that is eaten is counted."""
        return bool(self.served) and not self.unknown


def served(dish: Dish, recipe: Recipe) -> Served:
    """Return *dish* with what one person eats of *recipe*: the recomputed kcal of a serving, else the stated ones."""
    summary = summary_of(recipe)
    serving = _of_a_serving(summary)
    partly = not all(map(is_staple, summary.unknown))  # salt and water have no calories
    return Served(dish, recipe, None if serving is None else serving * dish.each, partly)


def _of_a_serving(summary: Summary) -> Fraction | None:
    return summary.per_serving if summary.per_serving is not None else summary.stated_per_serving


def average(days: Iterable[Planned]) -> Fraction | None:
    """Return the mean of the days of which everything is counted, in kcal; None where there is no such day."""
    known = [day.kcal for day in days if day.is_whole and day.kcal is not None]
    return sum(known, Fraction(0)) / len(known) if known else None


def cooked(days: Sequence[Planned]) -> list[Recipe]:
    """Return the recipes that are cooked, leftovers left out, each as often as it is."""
    return [each.recipe for day in days for each in day.served if not each.dish.leftovers]


def of_nothing(days: Iterable[Planned]) -> list[tuple[Day, str]]:
    """Return the leftovers of what no day before has cooked, each with its day."""
    known: set[tuple[str | None, str]] = set()
    found = []
    for day in days:
        for each in day.served:
            key = (each.recipe.path, each.name)
            if not each.dish.leftovers:
                known.add(key)
            elif key not in known:
                found.append((day.day, each.name))
    return found
