"""How ``convert`` answers: one amount, or one for every line of standard input."""

from __future__ import annotations

import re

import typer

from recipekit.cli.options import one_of
from recipekit.cli.output import write_error, write_out
from recipekit.errors import RecipeKitError
from recipekit.files import decode, piped_lines
from recipekit.units import CUPS

_BULLET = re.compile(r"^[-*•]\s+(?:\[[ xX]\]\s+)?")  # of a list of ingredients that was piped in


def answers(amount: str, unit: str, cups: str | None, *, json: bool) -> None:
    """Print *amount* in *unit*; for ``-`` each line of standard input, an empty line for what cannot be converted.

    Raises:
        RecipeKitError: the configuration cannot be meant, or the amount cannot be converted.
        Exit: one of several cannot; the others have been.
    """
    from recipekit.config import load_config  # noqa: PLC0415 - help needs no configuration
    from recipekit.ops.convert import Converted, convert_amount  # noqa: PLC0415 - and no reader
    from recipekit.render.answer import answer_document, answer_line  # noqa: PLC0415

    one_of("--cups", cups, CUPS)
    config = load_config()
    whose = cups or config.cups
    extra = tuple(path for path in (config.densities, config.pieces) if path is not None)
    written = answer_document if json else answer_line

    def answer(text: str) -> Converted:
        """Return *text* in the unit that is asked for."""
        return convert_amount(text, unit, whose, extra)

    if amount != "-":
        write_out(written(answer(amount)) + "\n")
        return
    failed = 0
    for number, line in enumerate(piped_lines(), 1):
        text = _BULLET.sub("", decode(line, None).text.strip().removeprefix("\ufeff"))
        try:
            write_out((written(answer(text)) if text else "") + "\n")
        except RecipeKitError as error:
            write_out("\n")
            write_error(f"recipekit: line {number}: {error}")
            failed = failed or error.exit_code
    if failed:
        raise typer.Exit(failed)
