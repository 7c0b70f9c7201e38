"""``recipekit scale``: the recipe for other servings, another pan, or what is in the house, shown or written."""

from __future__ import annotations

from recipekit.cli.adjusting import Adjuster, Wish, adjusted
from recipekit.cli.options import (
    Cups,
    Diff,
    Exact,
    Explain,
    Have,
    InPlace,
    Json,
    NoMarks,
    Output,
    PanName,
    Quiet,
    RecipeNames,
    Serves,
    Times,
    To,
    Units,
    Yield,
)
from recipekit.cli.present import documents, explanations, views
from recipekit.cli.recipes import recipes
from recipekit.cli.writing import Writing, write
from recipekit.errors import UsageError

EXAMPLE = "recipekit scale examples/dumpling-night.md --serves 2"
LIBRARY = ("library", "no_index")


def scale(
    recipe: RecipeNames = None, serves: Serves = None, times: Times = None, makes: Yield = None, have: Have = None,
    pan: PanName = None, units: Units = None, cups: Cups = None, exact: Exact = False, explain: Explain = False,
    no_marks: NoMarks = False, quiet: Quiet = False, json: Json = False, in_place: InPlace = False,
    output: Output = None, to: To = None, diff: Diff = False,
) -> None:  # fmt: skip
    """Scale RECIPE to servings, a yield, a pan or what you have.

    Ingredients, calories, and the amounts in its steps and notes change.

    Times, temperatures, sizes, per-serving figures, ratios and step numbers stay as they are. Say exactly one of
    --serves, --times, --yield, --have and --pan, or --units alone to write other units. An amount that rounding moved
    by more than 3 % is marked with ≈. --explain tells of every number whether it changed, and why.

    --in-place changes the file (of several files each), --output writes another, --to markdown prints it, --diff prints
    what would change. All but the amounts stays to the byte; what was rounded is named on standard error.
    """
    wish = Wish(serves, times, makes, have, pan, units, cups, exact)
    writing = Writing(in_place, output, to, diff)
    written = writing.checked(recipe, json=json, explain=explain)
    if wish.scalings > 1 or (not wish.scalings and not (written and units)):
        raise UsageError("say exactly one of --serves N, --times FACTOR, --yield N, --have AMOUNT and --pan FROM:TO")
    if written:
        write(recipe, Adjuster(wish).revise, writing, quiet=quiet)
        return
    found = adjusted(recipes(recipe), wish)
    if json:
        documents(found, explain=explain)
    elif explain:
        explanations(found, quiet=quiet)
    else:
        views(found, quiet=quiet, marks=not no_marks)
