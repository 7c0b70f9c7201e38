"""How ``calories FOLDER`` answers: a line a recipe, as a table, as CSV or as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import typer

from recipekit.cli.options import one_of
from recipekit.cli.output import show, write_error, write_out, write_sheet
from recipekit.cli.paths import files_of, watched
from recipekit.errors import RecipeKitError
from recipekit.files import read_source
from recipekit.ops.overview import SORTS, Summary, is_recipe, sorted_summaries, summary_of
from recipekit.parse.recipe import parse_recipe

_NARROW = 72  # columns, below which not all of it has room


def overview(names: Sequence[str], sort: str | None, *, csv: bool, json: bool, kj: bool) -> None:
    """Print the calories of every recipe in the folders and files *names*.

    Raises:
        UsageError: it cannot be sorted so.
        Exit: a file cannot be read; the others have been.
    """
    one_of("--sort", sort, SORTS)
    files = files_of(names)
    failed: list[int] = []
    summaries = list(_summaries(files, failed))
    if sort is not None:
        summaries = sorted_summaries(summaries, sort)
    if json:
        from recipekit.render.summaries import record  # noqa: PLC0415

        write_out("".join(f"{record(one)}\n" for one in summaries))
    elif csv:
        from recipekit.render.spreadsheet import overview_csv  # noqa: PLC0415

        write_sheet(overview_csv(summaries, kj=kj))
    else:
        _print(summaries, kj=kj)
    if failed:
        raise typer.Exit(failed[0])


def _summaries(files: Sequence[str], failed: list[int]) -> Iterator[Summary]:
    for path in watched(files, "Reading"):
        try:
            recipe = parse_recipe(read_source(path))
        except RecipeKitError as error:
            write_error(f"recipekit: {error}")
            failed.append(error.exit_code)
            continue
        if is_recipe(recipe):
            yield summary_of(recipe)


def _print(summaries: Sequence[Summary], *, kj: bool) -> None:
    from rich.console import Group, RenderableType  # noqa: PLC0415 - CSV and JSON need none
    from rich.text import Text  # noqa: PLC0415

    from recipekit.render.layout import Columns  # noqa: PLC0415
    from recipekit.render.safe import visible  # noqa: PLC0415
    from recipekit.render.summaries import closing, lines  # noqa: PLC0415

    found = [[visible(cell) for cell in row] for row in lines(summaries, kj=kj)]

    def view(width: int, _links: bool) -> RenderableType:
        """Return the table with its closing line; where it is narrow, without what the difference says too."""
        titles, *rows = found if width >= _NARROW else [[*row[:4], row[5]] for row in found]
        cells = [[Text(cell, style="dim") for cell in titles], *([Text(cell) for cell in row] for row in rows)]
        return Group(Columns(cells, right=(1, 2, 3, 4, 5), give=(0,)), Text(""), Text(closing(summaries)))

    show(view)
