"""``recipekit convert``: an amount in another unit."""

from __future__ import annotations

from typing import Annotated

import typer

from recipekit.cli.answers import answers
from recipekit.cli.options import Cups, Json

EXAMPLE = 'recipekit convert "1 1/2 cups flour" g'
Amount = Annotated[
    str,
    typer.Argument(
        metavar="AMOUNT", help='An amount with its food, like "2 cups flour", or - for a line each of standard input.'
    ),
]
Unit = Annotated[
    str,
    typer.Argument(
        metavar="UNIT", help='The unit to turn it into: g, ml, cups, "fl oz", C, inches, or what is counted.'
    ),
]


def convert(amount: Amount, unit: Unit, cups: Cups = None, json: Json = False) -> None:
    """Turn AMOUNT into UNIT.

    Behind the answer stands what it rests on: whose cups, and for a weight the food, its source, and another source
    where that differs by more than a tenth.
    """
    answers(amount, unit, cups, json=json)
