"""The steps to which converted amounts are rounded, as cookery books print them.

Source: the conversion tables of British and American cookery books, and what kitchen scales, jugs and pans are sold in.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from recipekit.ops.friendly import half_up
from recipekit.ops.spoons import EIGHTHS, HALVES, LADDER, QUARTERS, Term, near, off, single
from recipekit.units import Dimension, dimension_of, size_of

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


def in_unit(term: Term, unit: str, cups: str) -> Fraction:
    """Return how many of *unit* a term is.

    >>> in_unit(Term(F(1), "cup"), "tbsp", "us")
    Fraction(16, 1)
    """
    if term.unit == unit:
        return term.value
    cups = "us" if cups == "metric" else cups
    return term.value * (size_of(term.unit, cups) or F(1)) / (size_of(unit, cups) or F(1))


def in_one_unit(
    terms: list[tuple[Term, ...]], ends: Sequence[Fraction], unit: str, cups: str
) -> list[tuple[Term, ...]]:
    """Return both ends of a range in one measure of one unit: nobody reads "3 tbsp + 1–5 tbsp".

    *terms* are the ends as each alone is measured best, *ends* what they are exactly, in *unit*.
    """
    if dimension_of(unit) not in (Dimension.MASS, Dimension.VOLUME):
        return terms
    units = list(dict.fromkeys(term.unit for end in reversed(terms) for term in end))
    if len(set(ends)) == 1 or (len(units) == 1 and all(len(end) == 1 for end in terms)):
        return terms
    tried: list[tuple[Fraction, int, list[Terms]]] = []
    for index, to in enumerate(units):
        values = [in_unit(Term(end, unit), to or unit, cups) for end in ends]
        rounded = [single(value, to) if to in LADDER else near(value, QUARTERS) for value in values]
        missed = max(off(value, said) for value, said in zip(values, rounded, strict=True))
        tried.append((missed, index, [(Term(value, to),) for value in rounded]))
    return min(tried)[2]
