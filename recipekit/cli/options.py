"""The options that commands share, and what their words mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from recipekit.errors import UsageError

if TYPE_CHECKING:
    from fractions import Fraction


def complete_recipe(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Return the names of recipes that a shell may offer, each with its title."""
    from recipekit.cli.naming import complete  # noqa: PLC0415 - only a shell asks

    return complete(ctx, incomplete)


RecipeNames = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[RECIPE]...",
        help="Markdown files, documents from --json, names of recipes in the library, or - for standard input. "
        "Without any: what is piped in, else the one recipe of this folder.",
        show_default=False,
        autocompletion=complete_recipe,
    ),
]
Serves = Annotated[
    str | None, typer.Option("--serves", metavar="N", help="Scale to feed N people.", show_default=False)
]
Times = Annotated[
    str | None,
    typer.Option("--times", metavar="FACTOR", help="Scale by a factor: 2, 1.5 or 1/2.", show_default=False),
]
Yield = Annotated[
    str | None,
    typer.Option("--yield", metavar="N", help='Scale to N of what it makes ("Makes 24 cookies").', show_default=False),
]
Have = Annotated[
    str | None,
    typer.Option(
        "--have", metavar="AMOUNT", help='Scale so that this is used up: "500 g ground pork".', show_default=False
    ),
]
PanName = Annotated[
    str | None,
    typer.Option(
        "--pan",
        metavar="FROM:TO",
        help="Scale from the written pan to yours: 9x13in:8x8in, 23cm:26cm (one number: round).",
        show_default=False,
    ),
]
Units = Annotated[
    str | None,
    typer.Option("--units", metavar="SYSTEM", help="Write every amount in metric, us or imperial.", show_default=False),
]
Cups = Annotated[
    str | None,
    typer.Option(
        "--cups", metavar="WHOSE", help="Whose cups and spoons: us, metric, imperial or au [us].", show_default=False
    ),
]
Exact = Annotated[bool, typer.Option("--exact", help="Print exact amounts, measurable or not.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Leave out the notes about times, pans and roundings.")]
Explain = Annotated[bool, typer.Option("--explain", help="List every number with its sentence, decision and reason.")]
NoMarks = Annotated[bool, typer.Option("--no-marks", help="Do not underline what grows with the servings.")]
InPlace = Annotated[bool, typer.Option("--in-place", "-i", help="Change the file itself, and nothing else in it.")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the changed recipe to FILE.", show_default=False),
]
To = Annotated[
    str | None,
    typer.Option("--to", metavar="FORMAT", help="Print the changed file itself: markdown.", show_default=False),
]
Diff = Annotated[bool, typer.Option("--diff", help="Print what would change, for git apply -p1 or patch -p1.")]
Json = Annotated[bool, typer.Option("--json", help="Print the JSON document, and nothing else.")]


_MOST = 10**6


def positive(text: str, option: str) -> Fraction:
    """Return the number that an option gives.

    Raises:
        UsageError: it is none above nought.
    """
    from recipekit.amounts import parse_number  # noqa: PLC0415

    value = parse_number(text.strip())
    if value is None or not 0 < value <= _MOST:
        raise UsageError(f'{option} wants a number above 0 and at most a million like 2, 1.5 or 1/2, not "{text[:40]}"')
    return value


def one_of(option: str, value: str | None, known: Iterable[str]) -> None:
    """Refuse a *value* that is none of *known*.

    Raises:
        UsageError: it is none.
    """
    if value is not None and value not in known:
        raise UsageError(f'{option} knows {", ".join(known)}, not "{value[:40]}"')
