"""The kilocalories and the servings that a cell or a line states, as numbers with their places in its words."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from recipekit.model import Wording
from recipekit.parse.found import WORD, Found
from recipekit.parse.quantities import find_quantities
from recipekit.words import words

KJ_PER_KCAL = Fraction("4.184")
"""Source: the thermochemical calorie, by which food is labelled (FAO Food and Nutrition Paper 77)."""

_SPACED = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
POINTED = re.compile(r"(?<![\d.,])([1-9]\d{0,2})\.(\d{3})(?![\d.,])")
"""Thousands parted by a point, whatever language a recipe is in: nobody gives thousandths of a kcal."""
_SLASH = re.compile(r"(?<=\d)/(?=\d{2})")  # "440/1841" of a column kcal/kJ
_BRACKETS = re.compile(r"\([^()]*\)")
_SAME = Fraction(1, 20)  # how far kcal and kJ of one food are apart at most


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


def in_unit(kcal: Fraction, unit: str) -> Fraction:
    """Return kilocalories in *unit*, kcal or kJ."""
    return kcal * KJ_PER_KCAL if unit == "kJ" else kcal


def figures_in_cell(text: str, lang: str = "", unit: str = "kcal") -> tuple[Figure, ...]:
    """Return the figures of a cell of the calories column; the first counts, the others say it in another unit.

    *unit* is what a bare number counts.

    >>> [(str(figure.low), figure.unit) for figure in figures_in_cell("~1,200 kcal (5,021 kJ)")]
    [('1200', 'kcal'), ('5021', 'kJ')]
    """
    found = find_quantities(readable(text), lang)[0]
    if not found or found[0].unit not in (None, "kcal", "kJ"):
        return ()
    first = _figure(found[0], unit)
    other = "kcal" if first.unit == "kJ" else "kJ"
    more = (_figure(number, other) for number in found[1:] if number.unit in (None, "kcal", "kJ"))
    return (first, *(figure for figure in more if says_the_same(first, figure)))


def readable(text: str) -> str:
    r"""Return *text* as long as it was, with "1 900", "1'900", "1.900" and "440/1841" as the lexer knows numbers.

    >>> readable("1'900/7950 kJ"), readable("1.475 kcal")
    ('1\xa0900|7950 kJ', '1\xa0475 kcal')
    """
    return _SLASH.sub("|", POINTED.sub("\\1\u00a0\\2", _SPACED.sub("\u00a0", text)))


def says_the_same(first: Figure, other: Figure) -> bool:
    """Tell whether *other* is the energy of *first* in the other unit, and not so much of something else."""
    return first.unit != other.unit and abs(first.kcal - other.kcal) <= _SAME * max(first.kcal, other.kcal)


def figures_in_statement(text: str, lang: str = "") -> tuple[Figure, ...]:
    """Return the figures of a line like "Total (for 6 servings): ~6,968 kcal (29,154 kJ)"; the first counts.

    >>> [str(figure.low) for figure in figures_in_statement("Per serving (6 servings): ~1,162")]
    ['1162']
    """
    bare = _BRACKETS.sub(lambda bracket: " " * len(bracket[0]), text)
    colon = bare.find(":") + 1
    for start, part in ((colon, bare[colon:]), (0, bare), (0, text)):
        first = _first(readable(part), lang)
        if first is not None:
            first = first._replace(start=first.start + start, end=first.end + start)
            more = (
                _figure(number) for number in find_quantities(readable(text), lang)[0] if number.unit in ("kcal", "kJ")
            )
            return (first, *(figure for figure in more if says_the_same(first, figure)))
    return ()


def _first(text: str, lang: str) -> Figure | None:
    """Return what a stretch states: its first kcal, else its first kJ, else its last bare number but servings."""
    found = find_quantities(text, lang)[0]
    for unit in ("kcal", "kJ"):
        marked = [number for number in found if number.unit == unit]
        if marked:
            return _figure(marked[0])
    counted = servings_in_label(text, lang)
    bare = [number for number in found if number.unit is None and (counted is None or number.start != counted.start)]
    return _figure(bare[-1]) if bare else None


@lru_cache(maxsize=512)  # the same few labels in all recipes of a collection
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
