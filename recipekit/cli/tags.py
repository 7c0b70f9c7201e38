"""``recipekit tags``: the tags of the library, and how many recipes have each."""

from __future__ import annotations

from recipekit.cli.library import JsonLines, Verbose, Where

EXAMPLE = "recipekit tags --library examples"
LIBRARY = ("library", "no_index")


def tags(where: Where = None, json: JsonLines = False, verbose: Verbose = False) -> None:
    """Count the tags of the library, the commonest first.

    Tags that differ in capitals and accents alone are counted together, under their commonest spelling.
    """
    from recipekit.cli.counting import print_counts, tags_of  # noqa: PLC0415 - not for help

    print_counts(tags_of, where, "tag", json=json, verbose=verbose)
