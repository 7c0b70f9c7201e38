"""``recipekit calories``: the calories table, recomputed."""

from __future__ import annotations

from recipekit.cli.options import Json, RecipeName, Serves, scaled
from recipekit.cli.present import documents, tables
from recipekit.cli.recipes import recipes

EXAMPLE = "recipekit calories examples/lentil-soup.md"


def calories(recipe: RecipeName = None, serves: Serves = None, json: Json = False) -> None:
    """Add up the calories of RECIPE.

    Each row with its share and its kcal per 100 g, the total, and one serving.

    It says where what the file states differs from what its rows add up to, and which rows give no number.
    """
    found = (scaled(one, serves) for one in recipes(recipe))
    if json:
        documents(found)
    else:
        tables(found)
