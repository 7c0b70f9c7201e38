"""The exact amount beside a whole that was cut: "1½ eggs (75 g)", "½ (14 oz) can (7 oz)"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from recipekit.model import Kind, Quantity, Rounding
from recipekit.ops.friendly import Cut, friendly
from recipekit.ops.spelling import Spelling, as_written, cut_of
from recipekit.ops.spoons import CLOSE, off
from recipekit.ops.style import MEASURED, Manner, term_text
from recipekit.units import Dimension, dimension_of

Pair = tuple[Quantity, Spelling | None]


def with_exact_beside(text: str, pairs: Sequence[Pair], food: str | None, manner: Manner) -> list[Pair]:
    """Return *pairs* with what an egg, a can or another whole that was cut weighs, where that can be known.

    Where the text says the same amount by weight or volume anyway, nothing stands beside it.
    """
    if manner.exact or not any(_is_cut(text, *pair, food) for pair in pairs):
        return list(pairs)
    if any(q.scales and dimension_of(q.unit) in MEASURED for q, _ in pairs):
        return list(pairs)
    quantities = [quantity for quantity, _ in pairs]
    return [
        (quantity, spelling and _weighed(text, quantity, spelling, quantities, food, manner))
        for quantity, spelling in pairs
    ]


def _is_cut(text: str, quantity: Quantity, spelling: Spelling | None, food: str | None) -> bool:
    if spelling is None or spelling.written is None or spelling.low != spelling.high or spelling.low.denominator == 1:
        return False
    if dimension_of(spelling.unit) not in (None, Dimension.COUNT):
        return False
    cut = cut_of(as_written(text, quantity), food)
    moved = spelling.rounding is not None and off(spelling.low, spelling.rounding.low) > CLOSE
    return cut is Cut.HALVES or (moved and cut is Cut.QUARTERS)


def _weighed(
    text: str, quantity: Quantity, spelling: Spelling, quantities: Iterable[Quantity], food: str | None, manner: Manner
) -> Spelling:
    """Return *spelling* with its exact amount in another measure, as far as that is known."""
    if not _is_cut(text, quantity, spelling, food):
        return spelling
    size = next((other for other in quantities if _is_size_of(other, quantity)), None)
    if size is not None:
        value, unit = spelling.low * size.low, size.unit
        style = size.text
    else:
        grams = _grams(text, quantity, spelling, quantities, food, manner)
        if grams is None:
            return spelling
        value, unit, style = grams, "g", ""
    said = term_text([friendly(value, unit, value, cups=manner.cups)], style, " ", manner)
    rounding = spelling.rounding or Rounding(spelling.low, spelling.high)
    return spelling._replace(rounding=rounding._replace(beside=said))


def _is_size_of(size: Quantity, whole: Quantity) -> bool:
    """Tell whether *size* is what one package of *whole* holds."""
    near = whole.start <= size.start <= whole.end + 2
    return size.kind is Kind.SIZE and dimension_of(size.unit) in MEASURED and size.low == size.high and near


def _grams(
    text: str, quantity: Quantity, spelling: Spelling, quantities: Iterable[Quantity], food: str | None, manner: Manner
) -> Fraction | None:
    from recipekit.ops.larder import Larder  # noqa: PLC0415 - only a whole that is cut needs the tables of weights

    end = quantity.word.end if quantity.word else quantity.end
    own = text[quantity.number_end : end].strip()
    name = own if quantity.start > min(other.start for other in quantities) else food or own  # "2 eggs plus 1 yolk"
    one = quantity._replace(low=spelling.low, high=spelling.high, unit=spelling.unit)
    return Larder(manner.weights).grams(name, one, manner.cups) if name else None
