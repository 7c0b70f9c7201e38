"""A week on a terminal, and as a JSON document, schema ``recipekit.plan/1``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from recipekit.amounts import spell_number
from recipekit.menu import Day, Menu
from recipekit.ops.planning import Course, Planned, Served, average, of_nothing
from recipekit.ops.stated import round_half_up
from recipekit.render.document import number
from recipekit.render.safe import one_line
from recipekit.render.servings import servings_document, servings_text

SCHEMA = "recipekit.plan/1"
"""The name and number of the schema; the number changes only when a field is renamed or removed."""


def day_name(day: Day) -> str:
    """Return how a day is called: "Monday", "Sat 2026-11-28", "Montag"."""
    name = one_line(day.name)
    return name[:1].upper() + name[1:] if day.date is None else f"{day.weekday[:3].capitalize()} {name}"


def heading(menu: Menu) -> str:
    """Return what the menu is for: "menu.toml · for 2 · goal 2,000 kcal a person and day"."""
    people = f"for {spell_number(menu.people)}" if menu.people is not None else ""
    goal = f"goal {_kcal(menu.goal)} kcal a person and day" if menu.goal is not None else ""
    return " · ".join(part for part in (one_line(menu.file.path), people, goal) if part)


def day_figure(day: Planned) -> str:
    """Return the kcal of a day for one person: "1,240 kcal", "at least 640 kcal", "unknown"."""
    if day.kcal is None:
        return "unknown"
    return f"{'' if day.is_whole else 'at least '}{_kcal(day.kcal)} kcal"


def against(kcal: Fraction | None, goal: Fraction | None) -> str:
    """Return how so many *kcal* stand to the *goal*: "760 below", "just the goal"; "" where nobody knows."""
    if goal is None or kcal is None:
        return ""
    apart = round_half_up(kcal) - round_half_up(goal)
    return f"{abs(apart):,} {'above' if apart > 0 else 'below'}" if apart else "just the goal"


def dish_rows(course: Course) -> Iterator[tuple[str, str, str, str]]:
    """Yield a row for each dish of a meal: the meal, the recipe, for how many it is cooked, and one person's kcal."""
    for at, each in enumerate(course.served):
        name = one_line(course.meal.name) if not at else ""
        yield name, one_line(each.name), _for(each), dish_figure(each)


def dish_figure(each: Served) -> str:
    """Return what one person eats of a dish: "365 kcal", "at least 40 kcal", "unknown"."""
    if each.kcal is None:
        return "unknown"
    return f"{'at least ' if each.partly else ''}{_kcal(each.kcal)} kcal"


def _for(each: Served) -> str:
    serves, dish = each.recipe.serves, each.dish
    own = f", {spell_number(dish.each)} each" if dish.each != 1 else ""
    if dish.leftovers:
        return f"leftovers{own}"
    if serves is None:
        return f"as written{own}"
    counts = f"for {servings_text(serves)}" if serves.unit == "serving" else servings_text(serves)
    return f"{counts}{own}"


def closing(days: Sequence[Planned], goal: Fraction | None) -> list[str]:
    """Return the lines below the week: the mean of the days that are known against the *goal*, and what is missing."""
    mean = average(days)
    whole = [day for day in days if day.is_whole]
    silent = [day_name(day.day) for day in days if day.served and day.kcal is None]
    partly = [day_name(day.day) for day in days if day.kcal is not None and not day.is_whole]
    lines = []
    if mean is not None and len(whole) > 1:
        said = against(mean, goal).replace("above", "above the goal").replace("below", "below the goal")
        lines.append(f"{_kcal(mean)} kcal a person and day on average of {len(whole)} days{said and f', {said}'}")
    if silent:
        lines.append(f"unknown: {', '.join(silent)}")
    if partly:
        lines.append(f"known in part: {', '.join(partly)}")
    missing = [f"{one_line(name)} ({day_name(day)})" for day, name in of_nothing(days)]
    if missing:
        lines.append(f"leftovers of what is not cooked before: {', '.join(missing)}")
    return lines


def _kcal(value: Fraction) -> str:
    return f"{round_half_up(value):,}"


def plan_document(menu: Menu, days: Sequence[Planned]) -> dict[str, Any]:
    """Return the document of a week; ``recipekit schema plan`` says what each field means."""
    return {
        "schema": SCHEMA,
        "path": menu.file.path,
        "people": None if menu.people is None else number(menu.people),
        "goal_kcal": None if menu.goal is None else number(menu.goal),
        "mean_kcal": _optional(average(days)),
        "days": [_day(day, menu.goal) for day in days],
    }


def _day(planned: Planned, goal: Fraction | None) -> dict[str, Any]:
    day, kcal = planned.day, planned.kcal
    return {
        "day": day.name,
        "weekday": day.weekday,
        "date": None if day.date is None else day.date.isoformat(),
        "kcal": _optional(kcal),
        "complete": planned.is_whole,
        "unknown": list(planned.unknown),
        "difference_kcal": _optional(planned.against(goal)),
        "meals": [{"meal": one.meal.name, "dishes": [_served(each) for each in one.served]} for one in planned.courses],
    }


def _served(each: Served) -> dict[str, Any]:
    recipe = each.recipe
    return {
        "recipe": each.dish.recipe,
        "id": recipe.id,
        "title": recipe.title,
        "path": recipe.path,
        "serves": servings_document(recipe.serves),
        "each": number(each.dish.each),
        "leftovers": each.dish.leftovers,
        "kcal": _optional(each.kcal),
        "complete": each.kcal is not None and not each.partly,
    }


def _optional(value: Fraction | None) -> int | float | None:
    return None if value is None else number(value)
