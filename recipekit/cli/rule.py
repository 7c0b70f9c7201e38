"""``recipekit rule``: what one rule of the linter finds, and why that matters."""

from __future__ import annotations

import json as writer
from typing import Annotated

import typer

from recipekit.cli.options import Json
from recipekit.cli.output import write_out

EXAMPLE = "recipekit rule RK202"

Code = Annotated[str, typer.Argument(metavar="CODE", help="A code, RK202, or a name, amount-without-unit.")]


def rule(code: Code, json: Json = False) -> None:
    """Explain a rule of check.

    What it finds, why that matters, and a bad and a good recipe.
    """
    from recipekit.check.pages import page_of  # noqa: PLC0415 - not for help
    from recipekit.check.selecting import rule_named  # noqa: PLC0415
    from recipekit.render.pages import page_record, page_text  # noqa: PLC0415
    from recipekit.render.safe import visible  # noqa: PLC0415

    page = page_of(rule_named(code))
    write_out(writer.dumps(page_record(page), indent=2) + "\n" if json else visible(page_text(page)))
