"""``recipekit schema``: the JSON Schema of the document."""

from __future__ import annotations

from pathlib import Path

from recipekit.cli.output import write_out

EXAMPLE = "recipekit schema | jq .title"


def schema() -> None:
    """Print the JSON Schema of what --json prints (draft 2020-12)."""
    import recipekit.render  # noqa: PLC0415

    write_out(Path(recipekit.render.__file__).with_name("recipe.schema.json").read_text(encoding="utf-8"))
