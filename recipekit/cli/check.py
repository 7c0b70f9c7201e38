"""``recipekit check``: the linter for recipes."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.library import Where, chosen_folder, files_where
from recipekit.cli.options import complete_recipe

EXAMPLE = "recipekit check examples --format sarif | jq .runs[].results"
LIBRARY = ("library", "no_index")

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Recipes, folders of them, or - for standard input; else this folder.",
        show_default=False, autocompletion=complete_recipe,
    ),
]  # fmt: skip
Select = Annotated[
    list[str] | None,
    typer.Option(
        "--select", metavar="RULES", show_default=False,
        help="Run these rules alone: codes, beginnings of codes, names, default or ALL, between commas.",
    ),
]  # fmt: skip
Ignore = Annotated[
    list[str] | None, typer.Option("--ignore", metavar="RULES", help="Leave these rules out.", show_default=False)
]
Fix = Annotated[bool, typer.Option("--fix", help="Mend in the files what can be mended safely.")]
Unsafe = Annotated[bool, typer.Option("--unsafe-fixes", help="Mend what may change the meaning or an address, too.")]
Diff = Annotated[bool, typer.Option("--diff", help="Print what the fixes would change, and change nothing.")]
Format = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="text, concise, json (a line a finding), github or sarif.")
]
Statistics = Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule instead.")]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0, whatever is found.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Leave out the line that counts.")]


def check(
    path: Paths = None, select: Select = None, ignore: Ignore = None, fix: Fix = False, unsafe_fixes: Unsafe = False,
    diff: Diff = False, format: Format = "text", statistics: Statistics = False,  # noqa: A002 - the option's name
    exit_zero: ExitZero = False, quiet: Quiet = False, where: Where = None,
) -> None:  # fmt: skip
    """Find what is wrong with recipes, and mend it.

    Form, amounts, calories, steps against the list, links; style where it is selected.

    Each finding is a line file:line:column: CODE name message, with the place and the way out below it;
    `recipekit rule CODE` tells more. A comment <!-- recipekit: ignore RK204 --> silences a rule on its line.

    --fix mends what can be mended without changing the recipe, --unsafe-fixes the rest that can be; with --diff
    they only show it. Exits with 1 where something was found.
    """
    from recipekit.cli.linting import Asked, lint  # noqa: PLC0415 - not for help

    asked = Asked(
        _paths(path, where), _split(select), _split(ignore), fix=fix or unsafe_fixes or diff, unsafe=unsafe_fixes,
        diff=diff, form=format, statistics=statistics, exit_zero=exit_zero, quiet=quiet,
    )  # fmt: skip
    lint(asked)


def _paths(paths: list[str] | None, where: str | None) -> tuple[str, ...]:
    folder = chosen_folder()
    named = paths or ([] if folder is None else [folder])
    return tuple(named if where is None else files_where(named, where))


def _split(words: list[str] | None) -> tuple[str, ...]:
    return tuple(word.strip() for each in words or () for word in each.split(",") if word.strip())
