"""``recipekit show``: the recipe in a terminal, or as a document."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.adjusting import Adjuster, Wish, adjusted
from recipekit.cli.options import (
    Cups,
    Diff,
    Exact,
    Explain,
    InPlace,
    Json,
    NoMarks,
    Output,
    Quiet,
    RecipeNames,
    Serves,
    To,
    Units,
)
from recipekit.cli.present import documents, explanations, views
from recipekit.cli.recipes import recipes
from recipekit.cli.writing import Writing, write
from recipekit.errors import UsageError

EXAMPLE = "recipekit show examples/lentil-soup.md --only ingredients"
LIBRARY = ("library", "no_index")
PARTS = ("ingredients", "steps", "calories", "notes")
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="PART", help="Show only ingredients, steps, calories or notes; repeatable."),
]


def show(
    recipe: RecipeNames = None, serves: Serves = None, only: Only = None, units: Units = None, cups: Cups = None,
    exact: Exact = False, explain: Explain = False, no_marks: NoMarks = False, quiet: Quiet = False, json: Json = False,
    in_place: InPlace = False, output: Output = None, to: To = None, diff: Diff = False,
) -> None:  # fmt: skip
    """Show RECIPE: its ingredients, steps, calories and notes.

    Numbers in the steps that grow with the servings are underlined; --explain tells why each does or does not.

    With --units or --serves, --in-place changes the file so, --output writes another, --to markdown prints it, and
    --diff prints what would change.
    """
    for part in only or ():
        if part not in PARTS:
            raise UsageError(f'--only knows {", ".join(PARTS)}, not "{part[:40]}"')
    wish = Wish(serves, units=units, cups=cups, exact=exact)
    writing = Writing(in_place, output, to, diff)
    if writing.checked(recipe, json=json, explain=explain, only=bool(only)):
        write(recipe, Adjuster(wish).revise, writing, quiet=quiet)
        return
    found = adjusted(recipes(recipe), wish)
    if json:
        documents(found, explain=explain)
    elif explain:
        explanations(found, only or (), quiet=quiet)
    else:
        views(found, only or (), quiet=quiet, marks=not no_marks)
