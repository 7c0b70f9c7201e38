"""Every number of a recipe with its decision and its reason, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from recipekit.model import Recipe
from recipekit.ops.explaining import Decision, Explained, explained, was
from recipekit.render.layout import Hanging
from recipekit.render.safe import visible
from recipekit.render.terminal import heading_lines

_STYLES = {Decision.CHANGES: "bold", Decision.STAYS: "", Decision.UNSURE: "bold italic"}
_PLACES = {"ingredients": "ingredient", "steps": "step", "calories": "calories", "notes": "note"}
_WIDEST = 34  # columns of a number
_INDENT = 7  # columns before a number: those of the line's own number


def explanation_view(recipe: Recipe, only: Iterable[str] = ()) -> RenderableType:
    """Return the numbers of *recipe* as a table: each sentence with its line, below it number, decision and reason.

    *only* names the parts that are wanted: ingredients, steps, calories, notes; all without it.
    """
    wanted = {_PLACES[part] for part in only} or {*_PLACES.values(), "serves"}
    found = (number for number in explained(recipe) if number.where in wanted)
    numbers = sorted(found, key=lambda number: number.wording.line)
    lines: list[RenderableType] = [*heading_lines(recipe), Text("")]
    if not numbers:
        return Group(*lines, Text("There is no number in this recipe."))
    width = min(_WIDEST, max(cell_len(_named(number)) for number in numbers))
    lines.append(Text(f"{'Line':>4}   {'Number'.ljust(width)}  {'Decision':8}  Reason", style="dim"))
    for _, group in groupby(numbers, key=lambda number: (number.where, number.wording)):
        lines += _sentence(list(group), width)
    return Group(*lines)


def _sentence(numbers: list[Explained], width: int) -> Iterable[RenderableType]:
    wording = numbers[0].wording
    text = Text(visible(wording.text))
    for number in numbers:
        if number.decision is Decision.CHANGES:
            start, end = (len(visible(wording.text[:place])) for place in (number.quantity.start, number.quantity.end))
            text.stylize("underline", start, end)
    label = f"{visible(numbers[0].label)}: " if numbers[0].label else ""
    yield Hanging(Text(f"{wording.line:>4}   ", style="dim"), Text(label).append_text(text))
    for number in numbers:
        named = _named(number)
        gap = " " * max(0, width - cell_len(named))
        prefix = Text(" " * (_INDENT + 2) + named + gap + "  ", style=_STYLES[number.decision])
        prefix.append(f"{number.decision.value:8}  ")
        yield Hanging(prefix, Text(visible(number.quantity.why), style="dim"))


def _named(number: Explained) -> str:
    """Return the number as it stands, and what the author wrote for it: "2 cups (was 1 cup)"."""
    before = was(number.quantity)
    return visible(f"{number.quantity.text} (was {before})" if before else number.quantity.text)
