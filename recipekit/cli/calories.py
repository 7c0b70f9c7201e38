"""``recipekit calories``: the calories table, recomputed."""

from __future__ import annotations

from recipekit.cli.options import Cups, Exact, Json, RecipeName, Serves, Units, Wish, adjusted
from recipekit.cli.present import documents, tables
from recipekit.cli.recipes import recipes

EXAMPLE = "recipekit calories examples/lentil-soup.md"


def calories(
    recipe: RecipeName = None, serves: Serves = None, units: Units = None, cups: Cups = None, exact: Exact = False,
    json: Json = False,
) -> None:  # fmt: skip
    """Add up the calories of RECIPE.

    Each row with its share and its kcal per 100 g, the total, and one serving.

    It says where what the file states differs from what its rows add up to, and which rows give no number.
    """
    found = adjusted(recipes(recipe), Wish(serves, units=units, cups=cups, exact=exact))
    if json:
        documents(found)
    else:
        tables(found)
