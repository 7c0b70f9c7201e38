"""``recipekit index``: the index of the library, which makes lists and searches quick."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.errors import UsageError

EXAMPLE = "recipekit index --library examples"
LIBRARY = ("library",)

Info = Annotated[bool, typer.Option("--info", help="Say where the index is, how large, and of what.")]
Clear = Annotated[bool, typer.Option("--clear", help="Remove it, and those of libraries that are there no more.")]


def index(info: Info = False, clear: Clear = False) -> None:
    """Bring the index of the library up to date.

    It lies in the cache folder of the user. Every command does this when it needs to: nothing is lost with an index,
    and --no-index of the other commands does without.
    """
    if info and clear:
        raise UsageError("say one of --info and --clear, not both")
    from recipekit.cli.indexing import clear_index, describe_index, update_index  # noqa: PLC0415 - not for help

    (clear_index if clear else describe_index if info else update_index)()
