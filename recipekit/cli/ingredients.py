"""``recipekit ingredients``: the foods of the library, and how many recipes use each."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.library import Verbose, Where

EXAMPLE = "recipekit ingredients --library examples --where tag:soup"
LIBRARY = ("library", "no_index")

Json = Annotated[bool, typer.Option("--json", help="Print a JSON document a line for each food.")]


def ingredients(where: Where = None, json: Json = False, verbose: Verbose = False) -> None:
    """Count the foods of the library, the commonest first.

    The same food under several names ("scallions", "green onions") is counted once, under its commonest name.
    """
    from recipekit.cli.counting import foods_of, print_counts  # noqa: PLC0415 - not for help

    print_counts(foods_of, where, "food", json=json, verbose=verbose)
