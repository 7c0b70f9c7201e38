"""``recipekit ingredients``: the foods of the library, and how many recipes use each."""

from __future__ import annotations

from recipekit.cli.library import JsonLines, Verbose, Where

EXAMPLE = "recipekit ingredients --library examples --where tag:soup"
LIBRARY = ("library", "no_index")


def ingredients(where: Where = None, json: JsonLines = False, verbose: Verbose = False) -> None:
    """Count the foods of the library, the commonest first.

    The same food under several names ("scallions", "green onions") is counted once, under its commonest name.
    """
    from recipekit.cli.counting import foods_of, print_counts  # noqa: PLC0415 - not for help

    print_counts(foods_of, where, "food", json=json, verbose=verbose)
