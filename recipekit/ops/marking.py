"""Shows where amounts were rounded: "≈" before one that was moved far, the exact amount beside a whole that was cut."""

from __future__ import annotations

from fractions import Fraction

from recipekit.model import Quantity, Recipe
from recipekit.ops.friendly import UNCUT_BITS
from recipekit.ops.rewording import Respelled, respelled, reworded
from recipekit.ops.spelling import has_dot
from recipekit.ops.spoons import UNSEEN, off
from recipekit.source import Edit, Span
from recipekit.units import ROUGH

MARK = "≈"


def marked(recipe: Recipe) -> Recipe:
    r"""Return *recipe* as it is shown to a person, the roundings marked in its texts.

    >>> from fractions import Fraction
    >>> import recipekit
    >>> recipe = recipekit.read_recipe("# Roux\n\n## Ingredients\n\n- 8 oz butter\n")
    >>> marked(recipekit.scale(recipe, Fraction(1, 3))).ingredients[0].items[0].wording.text
    '≈2¾ oz butter'
    """
    return reworded(recipe, mark)


def moved_by(quantity: Quantity) -> Fraction:
    """Return by which part of itself rounding moved the amount that stands in the text; 0 where it did not."""
    rounding = quantity.rounding
    if rounding is None or not quantity.low:
        return Fraction(0)
    return max(off(quantity.low, rounding.low), off(quantity.high, rounding.high))


def mark(text: str, quantities: tuple[Quantity, ...], _food: str | None) -> Respelled:
    """Return *text* with its roundings marked."""
    edits: list[Edit] = []
    for quantity in quantities:
        if quantity.rounding is None:
            continue
        shown = (
            text[quantity.start].isnumeric() and quantity.unit not in ROUGH | UNCUT_BITS and not quantity.approximate
        )
        if shown and moved_by(quantity) > UNSEEN:
            edits.append(Edit(Span(quantity.start, quantity.start), MARK))
        if quantity.rounding.beside:
            end = max(quantity.end, quantity.word.end if quantity.word else 0)
            end += quantity.end == end and has_dot(text, quantity)
            joined = text.startswith(" (", end)  # "½ onion (18 g, diced)", not two brackets
            place = Span(end + 2, end + 2) if joined else Span(end, end)
            beside = quantity.rounding.beside
            edits.append(Edit(place, f"{beside}, " if joined else f" ({beside})"))
    return respelled(text, [(quantity, None) for quantity in quantities], edits)
