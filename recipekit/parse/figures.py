"""The kilocalories and the servings that a cell or a line states, as numbers with their places in its words."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from recipekit.model import Wording
from recipekit.parse.found import WORD, Found
from recipekit.parse.quantities import find_quantities
from recipekit.words import words

KJ_PER_KCAL = Fraction("4.184")
"""Source: the thermochemical calorie, by which food is labelled (FAO Food and Nutrition Paper 77)."""

_SPACED = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")


class Figure(NamedTuple):
    """Energy as it is written: the number stands from *start* to *end*; *unit* is kcal or kJ. A range has two ends."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    unit: str

    @property
    def kcal(self) -> Fraction:
        """The kilocalories, of a range its middle."""
        middle = (self.low + self.high) / 2
        return middle / KJ_PER_KCAL if self.unit == "kJ" else middle


def figures_in_cell(text: str, lang: str = "", unit: str = "kcal") -> tuple[Figure, ...]:
    """Return the figures of a cell of the calories column; the first counts, the others say it in another unit.

    *unit* is what a bare number counts.

    >>> [(str(figure.low), figure.unit) for figure in figures_in_cell("~1,200 kcal (5,021 kJ)")]
    [('1200', 'kcal'), ('5021', 'kJ')]
    """
    found = find_quantities(_SPACED.sub("\u00a0", text), lang)[0]
    if not found or found[0].unit not in (None, "kcal", "kJ"):
        return ()
    others = (more for more in found[1:] if more.unit in ("kcal", "kJ"))
    return tuple(_figure(number, unit) for number in (found[0], *others))


def figures_in_statement(text: str, lang: str = "") -> tuple[Figure, ...]:
    """Return the figures of a line like "Total (for 6 servings): ~6,968 kcal (29,154 kJ)"; the first counts.

    >>> [str(figure.low) for figure in figures_in_statement("Per serving (6 servings): ~1,162")]
    ['1162']
    """
    found = find_quantities(_SPACED.sub("\u00a0", text), lang)[0]
    marked = [number for unit in ("kcal", "kJ") for number in found if number.unit == unit]
    if marked:
        return tuple(_figure(number) for number in marked)
    counted = servings_in_label(text, lang)
    bare = [number for number in found if number.unit is None and (counted is None or number.start != counted.start)]
    return (_figure(bare[-1]),) if bare else ()


def servings_in_label(text: str, lang: str = "") -> Found | None:
    """Return the number of servings that a label names: "Per serving (6 servings)", "Total (for 6)"; None without one.

    >>> label = servings_in_label("Total (for 6 servings)")
    >>> label and str(label.low), servings_in_label("Per serving (250 g)")
    ('6', None)
    """
    for number in find_quantities(text, lang)[0]:
        if number.unit not in (None, "serving") or number.low <= 0:
            continue
        noun = WORD.match(text, number.number_end + 1)
        if number.unit == "serving" or (noun and noun[0].lower() in words("people")):
            return number
        if noun is None and text[number.end : number.end + 1] == ")" and number.low.denominator == 1:
            return number
    return None


def is_negligible(cell: Wording | None) -> bool:
    """Tell whether a cell of the calories column says that there are none to speak of, or nothing at all."""
    said = cell.text.lower().strip(" *~.") if cell is not None else ""
    return not said or said in words("negligible")


def _figure(number: Found, unit: str = "kcal") -> Figure:
    return Figure(number.start, number.number_end, number.low, number.high, number.unit or unit)
