"""``recipekit show``: the recipe in a terminal, or as a document."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.options import (
    Cups,
    Exact,
    Explain,
    Json,
    NoMarks,
    Quiet,
    RecipeName,
    Serves,
    Units,
    Wish,
    adjusted,
)
from recipekit.cli.present import documents, explanations, views
from recipekit.cli.recipes import recipes
from recipekit.errors import UsageError

EXAMPLE = "recipekit show examples/lentil-soup.md --only ingredients"
PARTS = ("ingredients", "steps", "calories", "notes")
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="PART", help="Show only ingredients, steps, calories or notes; repeatable."),
]


def show(
    recipe: RecipeName = None, serves: Serves = None, only: Only = None, units: Units = None, cups: Cups = None,
    exact: Exact = False, explain: Explain = False, no_marks: NoMarks = False, quiet: Quiet = False, json: Json = False,
) -> None:  # fmt: skip
    """Show RECIPE: its ingredients, steps, calories and notes.

    Numbers in the steps that grow with the servings are underlined; --explain tells why each does or does not.
    """
    for part in only or ():
        if part not in PARTS:
            raise UsageError(f'--only knows {", ".join(PARTS)}, not "{part[:40]}"')
    found = adjusted(recipes(recipe), Wish(serves, units=units, cups=cups, exact=exact))
    if json:
        documents(found, explain=explain)
    elif explain:
        explanations(found, only or (), quiet=quiet)
    else:
        views(found, only or (), quiet=quiet, marks=not no_marks)
