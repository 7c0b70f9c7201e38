"""``recipekit shop``: one shopping list for several recipes."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.library import Where
from recipekit.cli.options import Cups, Serves, Units, complete_recipe

EXAMPLE = "recipekit shop examples/lentil-soup.md:2 examples/dumpling-night.md"
LIBRARY = ("library", "no_index")

Wanted = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[RECIPE[:SERVINGS]]...",
        help="Files, documents from --json, or names of recipes in the library, each with the servings to shop for. "
        "Without any: what is piped in, else the one recipe of this folder.",
        show_default=False,
        autocompletion=complete_recipe,
    ),
]
Why = Annotated[bool, typer.Option("--why", help="Say which recipe needs how much of each food.")]
RoundUp = Annotated[
    bool, typer.Option("--round-up", help="Buy whole pieces and packages, of the sizes that the recipes name.")
]
All = Annotated[bool, typer.Option("--all", help="Set nothing apart: neither salt, pepper and water nor the pantry.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown with a box to tick for each item.")]
AsPlain = Annotated[bool, typer.Option("--plain", help="Print an item a line, for a message to a phone.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print a JSON document, and nothing else.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")]


def shop(
    recipe: Wanted = None, serves: Serves = None, units: Units = None, cups: Cups = None, why: Why = False,
    round_up: RoundUp = False, everything: All = False, markdown: AsMarkdown = False, plain: AsPlain = False,
    json: AsJson = False, csv: AsCsv = False, where: Where = None,
) -> None:  # fmt: skip
    """Make one shopping list for several recipes.

    Amounts of the same food are added up exactly, across units where its density is known, and stand side by side
    where nothing turns one into the other. How a food is cut, its quality and its share of fat make no two of it.

    The list follows the headings of the recipes, or the table aisles of the configuration. Salt, pepper and water are
    set apart, and so is what the table pantry has; of the rest, what it has is taken off. All that is set apart stands
    below the list. An amount that is not exact is marked with ≈.
    """
    from recipekit.cli.shopping import How, print_list, wanted_recipes  # noqa: PLC0415 - not for help

    how = How(units, cups, why, round_up, everything, markdown, plain, json, csv)
    how.check()
    print_list(wanted_recipes(recipe, where, serves, how), how)
