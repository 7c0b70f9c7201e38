"""The steps to which converted amounts are rounded, as cookery books print them.

Source: the conversion tables of British and American cookery books, and what kitchen scales, jugs and pans are sold in.
"""

from __future__ import annotations

from fractions import Fraction

from recipekit.ops.friendly import half_up
from recipekit.ops.spoons import EIGHTHS, HALVES, QUARTERS, Term, near, off

F = Fraction
Terms = tuple[Term, ...]
_SMALL_LENGTHS = {
    F(1, 8): Term(F(3), "mm"), F(1, 4): Term(F(5), "mm"), F(3, 8): Term(F(1), "cm"), F(1, 2): Term(F(1), "cm"),
    F(3, 4): Term(F(2), "cm"),
}  # fmt: skip
"""What cookery books print for parts of an inch."""


def spoon_for(millilitres: Fraction) -> str:
    """Return the American measure for so many millilitres."""
    if millilitres < 15:
        return "tsp"
    return "tbsp" if millilitres < 59 else "cup" if millilitres < 1890 else "quart"


def metric_step(value: Fraction, unit: str) -> Fraction:
    """Round as cookery books convert: 5 g from 20 g on, 10 g from 250 g on, 10 ml from 100 ml on, 50 g by the kilo."""
    if unit in ("kg", "l"):
        return half_up(value, F(1, 20))
    large = 250 if unit == "g" else 100
    step = F(10) if value >= large else F(5) if value >= 20 else F(1) if value >= 5 else F(1, 2)
    rounded = half_up(value, step)
    return rounded if rounded and off(value, rounded) <= F(1, 40) else max(half_up(value, F(1)), F(1, 2))


def centimetres(exact: Fraction, written: Fraction) -> Terms:
    """Return a length in centimetres, to the steps of knives and pans; below half an inch in millimetres."""
    if written in _SMALL_LENGTHS:
        return (_SMALL_LENGTHS[written],)
    if exact < 1:
        return (Term(max(F(1), half_up(exact * 10, F(1))), "mm"),)
    return (Term(half_up(exact, F(1, 2) if exact < 10 else F(1)), "cm"),)


def inches(exact: Fraction, _written: Fraction) -> Terms:
    """Return a length in inches: by the eighth below one, by the quarter below three, else by the half."""
    parts = EIGHTHS if exact < 1 else QUARTERS if exact < 3 else HALVES
    return (Term(near(exact, parts), "inch"),)
