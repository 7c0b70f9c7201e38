"""How ``plan`` reads a menu, finds its recipes, and prints the week."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from recipekit.cli.adjusting import Adjuster, Wish
from recipekit.cli.library import library_folder, library_of
from recipekit.cli.output import show, write_document, write_error
from recipekit.cli.recipes import recipes, resolved
from recipekit.cli.shopping import How, print_list
from recipekit.errors import MenuError, PlacedError, RecipeKitError
from recipekit.menu import MENU, Dish, Meal, Menu, read_menu
from recipekit.ops.planning import Course, Planned, Served, cooked, served
from recipekit.ops.shopping.portions import feeds_people, portion, to_buy
from recipekit.render.safe import one_line

if TYPE_CHECKING:
    from rich.console import RenderableType

    from recipekit.model import Recipe

_EMPTY = """\
# A menu: what is eaten when, and for how many it is cooked.
#
#   recipekit plan {name}          the week with its calories
#   recipekit plan {name} --shop   the shopping list for all of it

people = 2        # for how many a recipe is cooked, unless its meal says so
# goal = 2000     # kcal for one person and day

# A table is a day: monday to sunday, or a date like [2026-11-23]. A line of it is a meal, by any name you like:
#
#   dinner = "lentil soup"                                     a recipe, by its name, its path or a part of its title
#   dinner = "lentil soup:4"                                   cooked for 4
#   lunch = ["lentil soup", "cornbread"]                       two recipes
#   lunch = {{ recipe = "lentil soup", leftovers = true }}       from another day: eaten, not bought again
#   snack = {{ recipe = "cookies", servings = 24, each = 2 }}    24 are baked, and each person eats 2

[monday]

[tuesday]

[wednesday]

[thursday]

[friday]

[saturday]

[sunday]
"""


def new_menu(file: str | None) -> None:
    """Write an empty menu with comments.

    Raises:
        UnwritableRecipeError: there is such a file already, or it cannot be written.
    """
    from recipekit.saving import create_file  # noqa: PLC0415 - few runs write

    path = file or MENU
    name = one_line(shlex.quote(path))
    create_file(path, _EMPTY.format(name=name).encode("utf-8", "backslashreplace"))
    write_error(f"{path}: written; name your recipes in it, then run recipekit plan {shlex.quote(path)}")


def print_plan(file: str | None, *, json: bool) -> None:
    """Print the week of a menu.

    Raises:
        RecipeKitError: the menu or one of its recipes cannot be read.
    """
    menu = _menu(file)
    days = _planned(menu, Adjuster(Wish()))
    if json:
        from recipekit.render.plan import plan_document  # noqa: PLC0415

        write_document(plan_document(menu, days))
        return
    from recipekit.render.plan_view import plan_view  # noqa: PLC0415 - rich is for terminals

    def view(width: int, _links: bool) -> RenderableType:
        """Return the week in *width* columns."""
        return plan_view(menu, days, width)

    show(view)


def shop_for(file: str | None, how: How) -> None:
    """Print the shopping list for all that a menu has cooked.

    Raises:
        RecipeKitError: the menu or one of its recipes cannot be read.
    """
    print_list(cooked(_planned(_menu(file), Adjuster(Wish(units=how.units, cups=how.cups)))), how)


def _menu(file: str | None) -> Menu:
    path = file or MENU
    if not os.path.lexists(path):
        raise MenuError(path, "there is no such menu", "recipekit plan --new writes one to fill in")
    return read_menu(path)


def _planned(menu: Menu, adjuster: Adjuster) -> list[Planned]:
    """Return the days of *menu* with their recipes, each of which is read once.

    Raises:
        RecipeKitError: one of them cannot be found, read, or scaled so.
    """
    known: dict[str, Recipe] = {}
    with library_of(menu.file.path):
        return [
            Planned(day, tuple(Course(meal, tuple(_served(menu, meal, known, adjuster))) for meal in day.meals))
            for day in menu.days
        ]


def _served(menu: Menu, meal: Meal, known: dict[str, Recipe], adjuster: Adjuster) -> Iterator[Served]:
    for dish in meal.dishes:
        yield served(dish, _recipe(menu, dish, known, adjuster))


def _recipe(menu: Menu, dish: Dish, known: dict[str, Recipe], adjuster: Adjuster) -> Recipe:
    if dish.recipe not in known:
        known[dish.recipe] = _found(menu, dish)
    recipe = known[dish.recipe]
    try:
        bought = adjuster.adjusted(to_buy(recipe))
        servings = dish.servings or (menu.people and feeds_people(bought) and menu.people * dish.each)
        return portion(bought, servings) if servings else bought
    except RecipeKitError as error:
        said = str(error).removeprefix(f"{recipe.path} ").partition("; ")
        raise menu.wrong(
            f'"{dish.recipe[:40]}" cannot be cooked so: it {said[0]}', said[2] or "mend it there", dish.counted
        ) from error


def _library() -> str:
    folder = library_folder()
    return "this folder" if folder == "." else folder


def _found(menu: Menu, dish: Dish) -> Recipe:
    """Return the recipe that a dish names: a file seen from here or from the menu, or one of the library."""
    beside = os.path.join(os.path.dirname(menu.file.path), dish.recipe)  # noqa: PTH118, PTH120 - what is no path stays
    try:
        path = beside if os.path.isfile(beside) else resolved(dish.recipe)  # noqa: PTH113 - as above
        if path == "-":
            raise menu.wrong("a menu names its recipes, and none is piped in", "write its name", dish.keys)
        return next(iter(recipes([path])))
    except PlacedError as error:
        if error.line is not None or error.where != dish.recipe:
            raise  # the recipe itself is at fault, at a place of its own
        hint = (
            error.hint if "?" in (error.hint or "") else f"they are looked for in {_library()}, or where --library says"
        )
        raise menu.wrong(f'no recipe is called "{dish.recipe[:40]}"', hint, dish.keys) from error
    except RecipeKitError as error:
        raise menu.wrong(str(error).split("; ")[0].split(": say")[0], "say which one", dish.keys) from error
