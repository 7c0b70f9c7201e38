"""A menu in a small TOML file: what is eaten when, and for how many it is cooked.

A table is a day, a line of it a meal. Who writes menus may name a recipe, several, or say more of one::

    people = 2
    goal = 2000

    [monday]
    lunch = "lentil soup:4"
    dinner = ["dumplings", { recipe = "cucumber salad", servings = 3 }]

    [tuesday]
    lunch = { recipe = "lentil soup", leftovers = true }
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from fractions import Fraction
from typing import Any, NamedTuple

from recipekit.amounts import parse_number
from recipekit.errors import MenuError
from recipekit.toml_files import Key, Toml, read_toml
from recipekit.words import meanings

MENU = "menu.toml"
LARGEST = 1 << 16
"""Bytes of a menu: room for the meals of a year."""
_MOST = Fraction(10**6)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_SERVINGS = re.compile(r"[-+−]?[\d¼-¾⅐-⅞.,/⁄ ]+")
_TOP = ("people", "goal")
_OF_A_DISH = ("recipe", "servings", "each", "leftovers")
_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Dish(NamedTuple):
    """One recipe of a meal, by the name that the menu gives it.

    It is cooked for so many *servings*, None for as many as hold for the whole menu, and each person eats *each* of
    them. *leftovers* are eaten and not cooked. *keys* lead to its recipe in the file, *counted* to its servings.
    """

    recipe: str
    servings: Fraction | None
    each: Fraction
    leftovers: bool
    keys: tuple[Key, ...]
    counted: tuple[Key, ...]


class Meal(NamedTuple):
    """What is eaten at once: "dinner"."""

    name: str
    dishes: tuple[Dish, ...]


class Day(NamedTuple):
    """A day with its meals: *name* as the menu has it, *weekday* in English, *date* where it says one."""

    name: str
    weekday: str
    date: date | None
    meals: tuple[Meal, ...]


class Menu(NamedTuple):
    """A menu. *people* is for how many is cooked where a dish says nothing, *goal* the kcal of one person and day."""

    file: Toml
    people: Fraction | None
    goal: Fraction | None
    days: tuple[Day, ...]

    def wrong(self, problem: str, hint: str, keys: tuple[Key, ...]) -> MenuError:
        """Return the error about the value that *keys* lead to."""
        return _wrong(self.file, problem, hint, *keys)


def read_menu(path: str) -> Menu:
    """Return the menu in the file *path*.

    Raises:
        MenuError: it cannot be read, or says what no menu can; with the line and the column.
    """
    found = read_toml(path, LARGEST, MenuError)
    days: list[Day] = []
    for key, value in found.values.items():
        if key in _TOP:
            continue
        name = _day_of(found, key, value)
        same = next((day.name for day in days if (day.weekday, day.date) == name), None)
        if same is not None:
            raise _wrong(found, f'"{key[:40]}" is the day that "{same[:40]}" is', "put its meals together", key)
        days.append(Day(key, *name, tuple(_meals(found, key, value))))
    people, goal = (_number(found, found.values[key], key) if key in found.values else None for key in _TOP)
    return Menu(found, people, goal, tuple(days))


def split_servings(name: str) -> tuple[str, str | None]:
    """Return what RECIPE:SERVINGS says: the name, and the servings as they are written; None where it says none.

    >>> split_servings("lentil soup:2"), split_servings("soups/lentil.md")
    (('lentil soup', '2'), ('soups/lentil.md', None))
    """
    before, _, servings = name.rpartition(":")
    said = servings.strip()
    return (before, said) if before and _SERVINGS.fullmatch(said) else (name, None)


def _day_of(menu: Toml, key: str, value: Any) -> tuple[str, date | None]:
    """Return which day a table is: its weekday, and its date where it has one.

    Raises:
        MenuError: it is none.
    """
    known = meanings("weekdays")
    if isinstance(value, list) and key.casefold() in known:
        raise _wrong(menu, f'"{key[:40]}" is a list of tables', f"write [{key[:40]}] once, in single brackets", key)
    if not isinstance(value, dict):
        near = get_close_matches(key.lower(), _TOP, 1, 0.6)
        hint = f"did you mean {near[0]}?" if near else f"the keys are {' and '.join(_TOP)}, and a table for each day"
        raise _wrong(menu, f'there is no key "{key[:40]}"', hint, key, named=True)
    if key.casefold() in known:
        return known[key.casefold()], None
    if _DATE.fullmatch(key):
        try:
            day = date.fromisoformat(key)
        except ValueError:
            raise _wrong(menu, f'there is no day "{key}"', "write a date of the calendar", key) from None
        return _WEEK[day.weekday()], day
    near = get_close_matches(key.casefold(), known, 1, 0.6)
    hint = f"did you mean {near[0]}?" if near else "the days are monday to sunday, or dates like 2026-11-23"
    raise _wrong(menu, f'there is no day "{key[:40]}"', hint, key)


def _meals(menu: Toml, day: str, meals: dict[str, Any]) -> Iterator[Meal]:
    for name, value in meals.items():
        if isinstance(value, list):
            yield Meal(name, tuple(_dish(menu, one, day, name, at) for at, one in enumerate(value)))
        else:
            yield Meal(name, (_dish(menu, value, day, name),))


def _dish(menu: Toml, value: Any, *keys: Key) -> Dish:
    """Return the dish that *value* is, which *keys* lead to.

    Raises:
        MenuError: it is none.
    """
    if isinstance(value, str):
        called, said = split_servings(value)
        of = None if said is None else _number(menu, said, *keys, called="the servings")
        return _named(menu, Dish(called, of, Fraction(1), leftovers=False, keys=keys, counted=keys))
    if not isinstance(value, dict):
        like = 'write it like "lentil soup" or { recipe = "lentil soup", servings = 4 }'
        raise _wrong(menu, "this is no recipe", like, *keys)
    _check_keys(menu, value, *keys)
    name, leftovers = value.get("recipe"), value.get("leftovers", False)
    if not isinstance(leftovers, bool):
        raise _wrong(menu, "leftovers is neither true nor false", "write leftovers = true", *keys, "leftovers")
    if not isinstance(name, str):
        raise _wrong(menu, "this names no recipe", 'write recipe = "its name"', *keys)
    servings = _number(menu, value["servings"], *keys, "servings") if "servings" in value else None
    each = _number(menu, value["each"], *keys, "each") if "each" in value else Fraction(1)
    if leftovers and servings is not None:
        raise _wrong(
            menu, "leftovers are not cooked, for nobody", "leave servings out, or leftovers", *keys, "servings"
        )
    counted = (*keys, "servings") if "servings" in value else (*keys, "recipe")
    return _named(menu, Dish(name, servings, each, leftovers, (*keys, "recipe"), counted))


def _check_keys(menu: Toml, dish: dict[str, Any], *keys: Key) -> None:
    for key in dish:
        if key not in _OF_A_DISH:
            near = get_close_matches(key.lower(), _OF_A_DISH, 1, 0.5)
            hint = f"did you mean {near[0]}?" if near else f"the keys are {', '.join(_OF_A_DISH)}"
            raise _wrong(menu, f'there is no key "{key[:40]}"', hint, *keys, key, named=True)


def _named(menu: Toml, dish: Dish) -> Dish:
    if not dish.recipe.strip():
        raise _wrong(menu, "this names no recipe", "write its name", *dish.keys)
    return dish


def _number(menu: Toml, value: Any, *keys: Key, called: str | None = None) -> Fraction:
    number = None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= _MOST:
        number = Fraction(str(value))
    elif isinstance(value, str):
        number = parse_number(value.strip())
    if number is None or not 0 < number <= _MOST:
        large = isinstance(value, int) and abs(value) > _MOST
        said = f'"{value[:40]}"' if isinstance(value, str) else "so large" if large else str(value)[:40].lower()
        name = called or str(keys[-1])
        raise _wrong(menu, f"{name} cannot be {said}", "write a number above 0 and at most a million", *keys)
    return number


def _wrong(menu: Toml, problem: str, hint: str, *keys: Key, named: bool = False) -> MenuError:
    """Return the error about the value that *keys* lead to; *named*: about the last key itself."""
    line, column = menu.place_of(*keys, named=named)
    return MenuError(menu.path, problem, hint, line=line, column=column)
