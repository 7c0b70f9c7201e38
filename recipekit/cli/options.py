"""The options that commands share, and what their words mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from recipekit.errors import UsageError

if TYPE_CHECKING:
    from fractions import Fraction

    from recipekit.model import Recipe

RecipeName = Annotated[
    str | None,
    typer.Argument(
        metavar="[RECIPE]",
        help="A Markdown file, a document from --json, or - for standard input. "
        "Without it: what is piped in, else the one recipe of this folder.",
        show_default=False,
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
Json = Annotated[bool, typer.Option("--json", help="Print the JSON document, and nothing else.")]


def positive(text: str, option: str) -> Fraction:
    """Return the number that an option gives.

    Raises:
        UsageError: it is none above nought.
    """
    from recipekit.amounts import parse_number  # noqa: PLC0415

    value = parse_number(text.strip())
    if value is None or value <= 0:
        raise UsageError(f'{option} wants a number above 0 and at most a million like 2, 1.5 or 1/2, not "{text[:40]}"')
    return value


def scaled(recipe: Recipe, serves: str | None, times: str | None = None, makes: str | None = None) -> Recipe:
    """Return *recipe* scaled as the options wish; as it is where they wish nothing.

    Raises:
        RecipeKitError: an option holds no number, or this recipe cannot meet the wish.
    """
    if serves is None and times is None and makes is None:
        return recipe
    from recipekit.ops.scaling import scale, scale_to, scale_to_yield  # noqa: PLC0415

    if serves is not None:
        return scale_to(recipe, positive(serves, "--serves"))
    if makes is not None:
        return scale_to_yield(recipe, positive(makes, "--yield"))
    return scale(recipe, positive(times or "", "--times"))
