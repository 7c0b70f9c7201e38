"""Spoons and cups: what a cook can measure nearest to an exact volume.

Sources of the steps: the spoons and cups that are sold (⅛, ¼, ½, 1 tsp; ½, 1 tbsp; ¼, ⅓, ½, 1 cup), and the "Guide for
rounding off weights and measures" of quantity cookery (*Food for Fifty*), which stays within 6 % above a teaspoon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import floor
from typing import NamedTuple

from recipekit.units import size_of

F = Fraction
LADDER = ("cup", "tbsp", "tsp")
CLOSE = F(1, 20)
"""How far one measure may be off before two are better."""
UNSEEN = F(3, 100)
"""What nobody notices: an amount that is moved further is marked."""
HALVES = (F(0), F(1, 2))
QUARTERS = tuple(F(quarter, 4) for quarter in range(4))
EIGHTHS = tuple(F(eighth, 8) for eighth in range(8))
"""The parts of a whole that measures are marked in."""
_PARTS = {
    "tsp": (*EIGHTHS, F(1, 3), F(2, 3)),
    "tbsp": HALVES,
    "cup": (F(0), F(1, 4), F(1, 3), F(1, 2), F(2, 3), F(3, 4)),
}
_LEAST = {"tsp": F(1, 8), "tbsp": F(1), "cup": F(1, 4)}
_MOST = {"tsp": F(6), "tbsp": F(12), "cup": F(10**9)}


class Term(NamedTuple):
    """So many of a unit; a friendly amount is one of them, or two: "¼ cup + 1 tbsp"."""

    value: Fraction
    unit: str | None


def near(value: Fraction, parts: Iterable[Fraction]) -> Fraction:
    """Return the number nearest to *value* whose part of a whole is one of *parts*, never nought."""
    base = floor(value)
    grid = [whole + part for whole in (base, base + 1) for part in parts if whole + part > 0]
    return min(grid, key=lambda candidate: (abs(candidate - value), -candidate))


def off(value: Fraction, candidate: Fraction) -> Fraction:
    """Return by which part of *value* the *candidate* misses it; nothing is missed wholly."""
    if not value:
        return F(candidate != value)
    return abs(candidate - value) / value


def single(value: Fraction, unit: str) -> Fraction:
    """Return what *unit* (tsp, tbsp, cup) alone measures nearest to *value* of it.

    >>> single(F(16, 7), "tsp"), single(F(4, 7), "cup")
    (Fraction(9, 4), Fraction(1, 2))
    """
    quarter = near(value, QUARTERS)
    if value.denominator == 3 and unit == "tsp":
        return value
    if unit == "tsp" and value > 1 and off(value, quarter) <= CLOSE:
        return quarter
    return max(_LEAST[unit], near(value, _PARTS[unit]))


def is_plain(value: Fraction, unit: str | None) -> bool:
    """Tell whether a spoon or a cup of *unit* measures just *value*, or a scale shows it.

    >>> is_plain(F(1, 3), "cup"), is_plain(F(1, 3), "tbsp"), is_plain(F(5, 2), "oz")
    (True, False, True)
    """
    return single(value, unit) == value if unit in LADDER else value.denominator in (1, 2, 3, 4, 5, 8, 10)


def spoons(value: Fraction, unit: str, written: Fraction, cups: str) -> tuple[Term, ...]:
    """Return *value* of *unit* (tsp, tbsp, cup) in at most two measures; *written* is what the author wrote of it.

    The author's own unit goes before the others where it measures the amount, and one measure before two. Below ⅛ tsp
    it is a pinch.

    >>> spoons(F(5, 16), "cup", F(5, 8), "us")
    (Term(value=Fraction(1, 4), unit='cup'), Term(value=Fraction(1, 1), unit='tbsp'))
    """
    rack = _Rack(unit, written, cups)
    teaspoons = value * rack.sizes[unit]
    if teaspoons < _LEAST["tsp"]:
        return (Term(F(1), "pinch"),)
    exact = rack.exact(teaspoons)
    if exact is not None:
        return (exact,)
    two = rack.two(teaspoons)
    if two and rack.teaspoons(two) == teaspoons and two[1].value.denominator == 1:
        return two
    close = rack.nearest(teaspoons)
    if close is not None:
        return (close,)
    return two or (Term(near(teaspoons, EIGHTHS), "tsp"),)


def _clumsiness(terms: tuple[Term, Term], missed: Fraction) -> tuple[object, ...]:
    """Return what makes two measures harder to read than two others: less is better.

    Cups go before spoons, what is exact before what is near, whole and half spoons before others; then the larger
    measure is as large as it can be, or in an exact amount the smaller one a tablespoon ("¼ cup + 2 tbsp").
    """
    first, second = terms
    small = second.unit == "tsp"
    parts = second.value.denominator
    rest = (missed > UNSEEN, -first.value, small) if missed else (False, small, -first.value)
    return (first.unit != "cup", small and second.value > 4, missed > 0, parts > 2, *rest, parts)


class _Rack:
    """The measures in one kitchen's rack, the author's own first."""

    def __init__(self, unit: str, written: Fraction, cups: str) -> None:
        teaspoon = size_of("tsp", cups) or F(1)
        self.sizes = {name: (size_of(name, cups) or F(1)) / teaspoon for name in LADDER}
        self.order = (unit, *(name for name in LADDER if name != unit))
        self.most = {**_MOST, unit: max(_MOST[unit], written)}
        if unit == "cup":
            self.most |= {"tbsp": F(4), "tsp": F(4)}

    def teaspoons(self, terms: Iterable[Term]) -> Fraction:
        """Return how many teaspoons *terms* are together."""
        return sum((term.value * self.sizes[term.unit or ""] for term in terms), F(0))

    def fits(self, teaspoons: Fraction, name: str) -> bool:
        """Tell whether a cook would measure so much with *name*."""
        return _LEAST[name] <= teaspoons / self.sizes[name] <= self.most[name]

    def exact(self, teaspoons: Fraction) -> Term | None:
        """Return the one measure that is exact; None where none is."""
        order = ("tbsp", *self.order) if self.order[0] == "tsp" and teaspoons >= self.sizes["tbsp"] else self.order
        for name in order:
            value = teaspoons / self.sizes[name]
            if self.fits(teaspoons, name) and near(value, _PARTS[name]) == value:
                return Term(value, name)
        return None

    def nearest(self, teaspoons: Fraction) -> Term | None:
        """Return the first single measure that nobody would notice, or else the one that is least off."""
        terms = [
            Term(single(teaspoons / self.sizes[name], name), name) for name in self.order if self.fits(teaspoons, name)
        ]
        close = [(off(teaspoons, self.teaspoons((term,))), index, term) for index, term in enumerate(terms)]
        close = [found for found in close if found[0] <= CLOSE]
        if not close:
            return None
        return close[0][2] if close[0][0] <= UNSEEN else min(close)[2]

    def two(self, teaspoons: Fraction) -> tuple[Term, ...]:
        """Return the best amount in two measures, the larger as large as it can be; () if none is near."""
        options: list[tuple[tuple[object, ...], Fraction, tuple[Term, ...]]] = []
        for terms in self.pairs(teaspoons):
            missed = off(teaspoons, self.teaspoons(terms))
            if missed <= CLOSE:
                options.append((_clumsiness(terms, missed), missed, terms))
        return min(options)[-1] if options else ()

    def pairs(self, teaspoons: Fraction) -> Iterator[tuple[Term, Term]]:
        """Yield the pairs of measures near an amount: each large one that it holds, and what is nearest to the rest."""
        for large, small in (("cup", "tbsp"), ("cup", "tsp"), ("tbsp", "tsp")):
            for part in _PARTS[large]:
                first = floor(teaspoons / self.sizes[large]) + part
                rest = (teaspoons - first * self.sizes[large]) / self.sizes[small]
                if first < _LEAST[large] or rest < _LEAST[small] or (large == "tbsp" and first % 1):
                    continue
                for second in {near(rest, _PARTS[small]), near(rest, HALVES)}:
                    if second < (4 if small == "tbsp" else 6):
                        yield Term(first, large), Term(second, small)
