"""``recipekit scale``: the recipe for other servings."""

from __future__ import annotations

from recipekit.cli.options import Json, RecipeName, Serves, Times, Yield, scaled
from recipekit.cli.present import documents, views
from recipekit.cli.recipes import recipes
from recipekit.errors import UsageError

EXAMPLE = "recipekit scale examples/dumpling-night.md --serves 2"


def scale(
    recipe: RecipeName = None, serves: Serves = None, times: Times = None, makes: Yield = None, json: Json = False
) -> None:
    """Scale RECIPE to other servings, a factor or a yield.

    Ingredients, calories, and the amounts in its steps and notes change.

    Times, temperatures, sizes, per-serving figures, ratios and step numbers stay as they are. Say exactly one of
    --serves, --times and --yield.
    """
    if sum(wish is not None for wish in (serves, times, makes)) != 1:
        raise UsageError("say exactly one of --serves N, --times FACTOR and --yield N")
    found = (scaled(one, serves, times, makes) for one in recipes(recipe))
    if json:
        documents(found)
    else:
        views(found)
