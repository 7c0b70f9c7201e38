"""``recipekit schema``: the JSON Schemas of what recipekit prints."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from recipekit.cli.options import one_of
from recipekit.cli.output import write_out

EXAMPLE = "recipekit schema | jq .title"
NAMES = ("recipe", "calories", "finding", "entry", "shopping", "plan")

Name = Annotated[
    str,
    typer.Argument(
        metavar="[NAME]",
        help="recipe, calories (of a folder, a line a recipe), finding (--check), entry (list), shopping or plan.",
    ),
]


def schema(name: Name = "recipe") -> None:
    """Print the JSON Schema of what --json prints (draft 2020-12)."""
    import recipekit.render  # noqa: PLC0415

    one_of("schema", name, NAMES)
    write_out(Path(recipekit.render.__file__).with_name(f"{name}.schema.json").read_text(encoding="utf-8"))
