"""``recipekit calories``: the calories of a recipe or a folder: recomputed, checked, corrected, looked at."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.adjusting import Wish, adjusted
from recipekit.cli.library import Where, files_where
from recipekit.cli.options import (
    Cups,
    Diff,
    Exact,
    InPlace,
    Json,
    Output,
    Quiet,
    Serves,
    To,
    Units,
    complete_recipe,
    one_of,
)
from recipekit.cli.present import documents, tables
from recipekit.cli.recipes import recipes
from recipekit.cli.writing import Writing
from recipekit.errors import UsageError

EXAMPLE = "recipekit calories examples/lentil-soup.md --sort kcal"
LIBRARY = ("library", "no_index")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[RECIPE|FOLDER]...",
        help="Recipes, or folders of them: a folder gives a line a recipe. "
        "Without any: what is piped in, else the one recipe of this folder.",
        show_default=False,
        autocompletion=complete_recipe,
    ),
]
Check = Annotated[bool, typer.Option("--check", help="Report wrong figures with their places; exit with 1 if any.")]
Fix = Annotated[bool, typer.Option("--fix", help="Rewrite wrong totals, figures per serving and labels in the files.")]
Add = Annotated[bool, typer.Option("--add", help="Write a missing total and a missing line per serving.")]
Sort = Annotated[
    str | None,
    typer.Option(
        "--sort", metavar="KEY", show_default=False,
        help="Sort by kcal, share, density or name; in a folder by kcal, total, difference or name.",
    ),
]  # fmt: skip
Per = Annotated[str, typer.Option("--per", metavar="WHAT", help="Calories per recipe, serving or 100g.")]
Kj = Annotated[bool, typer.Option("--kj", help="Kilojoules instead of kilocalories.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print the rows as CSV, for a spreadsheet.")]


def calories(
    recipe: Paths = None, serves: Serves = None, units: Units = None, cups: Cups = None, exact: Exact = False,
    sort: Sort = None, per: Per = "recipe", kj: Kj = False, check: Check = False, fix: Fix = False, add: Add = False,
    diff: Diff = False, in_place: InPlace = False, output: Output = None, to: To = None, quiet: Quiet = False,
    csv: Csv = False, json: Json = False, where: Where = None,
) -> None:  # fmt: skip
    """Add up the calories of RECIPE, or of every recipe in FOLDER.

    Each row with its share and its kcal per 100 g, the total, and one serving.

    It says where what the file states differs from what its rows add up to, and which rows give no number.

    --check prints a line for each wrong figure, --fix puts right in the file what follows from its rows (total, per
    serving, the servings of a label) and says what it changed, --add writes what is missing; with --diff they only show
    it, with --output or --to markdown the result goes elsewhere. Of a folder, a line a recipe is printed as written.
    """
    from recipekit.render.view import PER, View  # noqa: PLC0415 - not for help

    writing = Writing(in_place, output, to, diff)
    one_of("--per", per, PER)
    _refuse_clashes(check=check, fix=fix or add, csv=csv, json=json, kj=kj or per != "recipe", writing=writing)
    if check or fix or add:
        _refuse_adjusting(serves=serves, units=units)
    if where is not None:
        recipe = files_where(recipe or (), where)
    if check:
        from recipekit.cli.checking import check_calories  # noqa: PLC0415

        check_calories(recipe, json=json, quiet=quiet)
    elif fix or add:
        from recipekit.cli.mending import mend  # noqa: PLC0415

        mend(recipe, writing, fix=fix, add=add, quiet=quiet)
    elif where is not None or any(map(_is_folder, recipe or ())):
        from recipekit.cli.overview import overview  # noqa: PLC0415

        _refuse_adjusting(serves=serves, units=units, per=None if per == "recipe" else per)
        overview(recipe or (), sort, csv=csv, json=json, kj=kj)
    else:
        found = adjusted(recipes(recipe), Wish(serves, units=units, cups=cups, exact=exact))
        view = View(sort, per, kj=kj)
        if json:
            documents(found, sort=sort)
        else:
            tables(found, view, csv=csv)


def _is_folder(name: str) -> bool:
    from recipekit.files import is_folder  # noqa: PLC0415 - not for help

    return is_folder(name)


def _refuse_clashes(*, check: bool, fix: bool, csv: bool, json: bool, kj: bool, writing: Writing) -> None:
    """Refuse options that cannot be meant together.

    Raises:
        UsageError: two of them ask for different things.
    """
    asked = {"--check": check, "--fix or --add": fix, "--csv": csv, "--json": json}
    named = [name for name, value in asked.items() if value]
    if len(named) > 1 and named != ["--check", "--json"]:
        raise UsageError(f"say one of {' and '.join(named)}, not both")
    if writing.wanted and not fix:
        raise UsageError("calories writes with --fix or --add; other servings and units are written by scale")
    if json and kj and not check:
        raise UsageError("--json holds the kilocalories of the whole recipe; --kj and --per are for tables and --csv")


def _refuse_adjusting(**options: str | None) -> None:
    for name, value in options.items():
        if value is not None:
            raise UsageError(f"--{name} is for looking at one recipe; here files are taken as they are written")
