"""The options that commands share, and what their words mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from recipekit.errors import UsageError
from recipekit.units import CUPS, SYSTEMS

if TYPE_CHECKING:
    from fractions import Fraction
    from pathlib import Path

    from recipekit.model import Recipe
    from recipekit.ops.style import Manner


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


class Wish(NamedTuple):
    """What a cook wants of a recipe: at most one of the first five, which scale it, and how it is to be written."""

    serves: str | None = None
    times: str | None = None
    makes: str | None = None
    have: str | None = None
    pan: str | None = None
    units: str | None = None
    cups: str | None = None
    exact: bool = False

    @property
    def scalings(self) -> int:
        """How many of the options that scale were given."""
        return sum(value is not None for value in self[:5])


def adjusted(recipes: Iterable[Recipe], wish: Wish) -> Iterator[Recipe]:
    """Yield each of *recipes* as *wish* wants it: its cups, scaled, in other units.

    Raises:
        RecipeKitError: an option or the configuration cannot be meant, or a recipe cannot meet the wish.
    """
    from recipekit.config import load_config  # noqa: PLC0415 - `schema` and `--version` need none

    config = load_config()
    one_of("--cups", wish.cups, CUPS)
    one_of("--units", wish.units, SYSTEMS)
    weights = tuple(path for path in (config.densities, config.pieces) if path is not None)
    for recipe in recipes:
        said = config.cups if config.cups != CUPS[0] else None
        cups = wish.cups or recipe.cups or said
        yield _adjusted(recipe._replace(cups=cups), wish, wish.units or config.units, weights)


def one_of(option: str, value: str | None, known: Iterable[str]) -> None:
    """Refuse a *value* that is none of *known*.

    Raises:
        UsageError: it is none.
    """
    if value is not None and value not in known:
        raise UsageError(f'{option} knows {", ".join(known)}, not "{value[:40]}"')


def _adjusted(recipe: Recipe, wish: Wish, units: str | None, weights: tuple[Path, ...]) -> Recipe:
    if not wish.scalings and units is None:
        return recipe
    from recipekit.ops.style import manner_of  # noqa: PLC0415 - a recipe shown as written needs no spelling

    manner = manner_of(recipe)._replace(exact=wish.exact, weights=weights)
    if wish.scalings:
        recipe = _scaled(recipe, wish, manner)
    if units is not None:
        from recipekit.ops.conversion import to_units  # noqa: PLC0415 - pint takes 130 ms
        from recipekit.ops.larder import Larder  # noqa: PLC0415

        recipe = to_units(recipe, units, manner, Larder(weights))
    return recipe


def _scaled(recipe: Recipe, wish: Wish, manner: Manner) -> Recipe:
    from recipekit.ops.scaling import checked_factor, scale, scale_to, scale_to_yield  # noqa: PLC0415

    if wish.serves is not None:
        return scale_to(recipe, positive(wish.serves, "--serves"), manner)
    if wish.makes is not None:
        return scale_to_yield(recipe, positive(wish.makes, "--yield"), manner)
    if wish.times is not None:
        return scale(recipe, positive(wish.times, "--times"), manner)
    from recipekit.ops.wishes import factor_for_stock, pan_factor, with_pan_note  # noqa: PLC0415

    if wish.have is not None:
        return scale(recipe, checked_factor(factor_for_stock(recipe, wish.have, manner), "--have"), manner)
    factor = checked_factor(pan_factor(wish.pan or ""), "--pan")
    return with_pan_note(scale(recipe, factor, manner), wish.pan or "")
