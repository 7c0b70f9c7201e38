"""``recipekit plan``: a week of meals with its calories, and the shopping list for it."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.options import Cups, Units
from recipekit.cli.shop import All, AsCsv, AsJson, AsMarkdown, AsPlain, RoundUp, Why

EXAMPLE = "recipekit plan examples/menu.toml"
LIBRARY = ("library", "no_index")

File = Annotated[
    str | None, typer.Argument(metavar="[FILE]", help="The menu; without it menu.toml of this folder.",
                               show_default=False),
]  # fmt: skip
New = Annotated[bool, typer.Option("--new", help="Write an empty menu with comments that say how it is filled in.")]
Shop = Annotated[bool, typer.Option("--shop", help="Print the shopping list for all of it, leftovers aside.")]


def plan(
    file: File = None, new: New = False, shop: Shop = False, units: Units = None, cups: Cups = None, why: Why = False,
    round_up: RoundUp = False, everything: All = False, markdown: AsMarkdown = False, plain: AsPlain = False,
    json: AsJson = False, csv: AsCsv = False,
) -> None:  # fmt: skip
    """Print a week of meals with its calories.

    A menu is a small TOML file: a table for each day, a line for each meal, with the names of recipes and for how many
    they are cooked; --new writes one to fill in. Where the menu has a goal, each day is held against it. Days of which
    not all is known are named.

    --shop prints the shopping list for the whole week instead; all options from --units to --csv but --json are for
    that list only, and as for recipekit shop.
    """
    from recipekit.cli.planning import new_menu, print_plan, shop_for  # noqa: PLC0415 - not for help
    from recipekit.cli.shopping import How  # noqa: PLC0415
    from recipekit.errors import UsageError  # noqa: PLC0415

    how = How(units, cups, why, round_up, everything, markdown, plain, json, csv)
    how.check()
    if new and (shop or how.said):
        raise UsageError("--new only writes a menu: say nothing else with it")
    of_list = [option for option in how.said if option != "--json"]
    if of_list and not shop:
        raise UsageError(f"{' and '.join(of_list)} {'is' if len(of_list) == 1 else 'are'} for the list: add --shop")
    if new:
        new_menu(file)
    elif shop:
        shop_for(file, how)
    else:
        print_plan(file, json=json)
