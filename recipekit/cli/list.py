"""``recipekit list``: the recipes of the library."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.library import JsonLines, Null, Paths, Verbose, Where

EXAMPLE = "recipekit list --library examples --sort kcal"
LIBRARY = ("library", "no_index")

Sort = Annotated[str, typer.Option("--sort", metavar="KEY", help="Sort by title, path, serves, time or kcal, upwards.")]
Reverse = Annotated[bool, typer.Option("--reverse", "-r", help="Sort downwards.")]
Columns = Annotated[
    str | None,
    typer.Option(
        "--columns", metavar="NAMES", show_default=False,
        help="What to show, between commas: title, path, id, description, serves, unit, prep, cook, time, kcal, tags.",
    ),
]  # fmt: skip
Group = Annotated[
    str | None, typer.Option("--group", metavar="WHAT", help="A part for each folder or each tag.", show_default=False)
]
Csv = Annotated[bool, typer.Option("--csv", help="Print CSV, for a spreadsheet.")]


def list(  # noqa: A001 - the command's name
    where: Where = None, sort: Sort = "title", reverse: Reverse = False, columns: Columns = None, group: Group = None,
    json: JsonLines = False, csv: Csv = False, paths: Paths = False, null: Null = False, verbose: Verbose = False,
) -> None:  # fmt: skip
    """List the recipes of the library.

    Title, servings, time in all, calories of a serving, tags.

    The library is the folder that --library, RECIPEKIT_LIBRARY or the configuration names, else the one where the
    configuration stands, else this one. Files that git ignores, hidden ones and Markdown that is no recipe are passed
    by; --verbose says why.
    """
    from recipekit.cli.listing import Wanted, list_recipes  # noqa: PLC0415 - not for help

    list_recipes(Wanted(
        where, sort, reverse, tuple(name.strip() for name in columns.split(",")) if columns is not None else None,
        group, json, csv, paths or null, null, verbose,
    ))  # fmt: skip
