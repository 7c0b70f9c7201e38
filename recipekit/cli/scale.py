"""``recipekit scale``: the recipe for other servings, another pan, or what is in the house."""

from __future__ import annotations

from recipekit.cli.options import (
    Cups,
    Exact,
    Explain,
    Have,
    Json,
    NoMarks,
    PanName,
    Quiet,
    RecipeName,
    Serves,
    Times,
    Units,
    Wish,
    Yield,
    adjusted,
)
from recipekit.cli.present import documents, explanations, views
from recipekit.cli.recipes import recipes
from recipekit.errors import UsageError

EXAMPLE = "recipekit scale examples/dumpling-night.md --serves 2"


def scale(
    recipe: RecipeName = None, serves: Serves = None, times: Times = None, makes: Yield = None, have: Have = None,
    pan: PanName = None, units: Units = None, cups: Cups = None, exact: Exact = False, explain: Explain = False,
    no_marks: NoMarks = False, quiet: Quiet = False, json: Json = False,
) -> None:  # fmt: skip
    """Scale RECIPE to servings, a yield, a pan or what you have.

    Ingredients, calories, and the amounts in its steps and notes change.

    Times, temperatures, sizes, per-serving figures, ratios and step numbers stay as they are. Say exactly one of
    --serves, --times, --yield, --have and --pan. An amount that rounding moved by more than 3 % is marked with ≈.
    --explain tells of every number whether it changed, and why.
    """
    wish = Wish(serves, times, makes, have, pan, units, cups, exact)
    if wish.scalings != 1:
        raise UsageError("say exactly one of --serves N, --times FACTOR, --yield N, --have AMOUNT and --pan FROM:TO")
    found = adjusted(recipes(recipe), wish)
    if json:
        documents(found, explain=explain)
    elif explain:
        explanations(found, quiet=quiet)
    else:
        views(found, quiet=quiet, marks=not no_marks)
