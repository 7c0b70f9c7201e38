"""One amount said in two measures: whether both say the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations

from recipekit.model import Quantity
from recipekit.ops.calories import is_fluid
from recipekit.ops.weighing import density_of
from recipekit.units import CUPS, Dimension, dimension_of, size_of
from recipekit.words import words

Pair = tuple[Quantity, Quantity]
APART = Fraction(1, 20)
"""By which share two measures of one amount may differ."""
LEAST = Fraction(2)
"""By how many g or ml they may differ anyway: "¾ oz (20 g)" is rounded, not wrong."""

_WORD = re.compile(r"[^\W\d_]+")
_ADDED = re.compile(r"\+|\b(?:plus|and|und)\b")


def disagreeing(quantities: Sequence[Quantity], text: str, cups: str | None) -> Pair | None:
    """Return two of *quantities* that are said to be one amount and are not; None where all agree.

    Args:
        quantities: the amount in several measures.
        text: the words that they stand in.
        cups: whose cups and spoons they are; None where nothing says so: then they must disagree in every system.
    """
    return in_every_system(cups, lambda system: _disagreeing(quantities, text, system))


def in_every_system(cups: str | None, find: Callable[[str], Pair | None]) -> Pair | None:
    """Return what *find* returns for a system of *cups*; None where it finds nothing for one that may be meant."""
    pair = find(cups or CUPS[0])
    return pair if pair is not None and (cups or all(find(system) for system in CUPS[1:])) else None


def _disagreeing(quantities: Sequence[Quantity], text: str, cups: str) -> Pair | None:
    for one, other in combinations(quantities, 2):
        if one.unit == other.unit or dimension_of(one.unit) is not dimension_of(other.unit):
            continue
        if dimension_of(one.unit) not in (Dimension.MASS, Dimension.VOLUME):
            continue
        if (
            are_apart(one, other, cups, APART)
            and not _are_fluid((one, other), quantities, cups)
            and not says_more(text)
        ):
            return one, other
    return None


def are_apart(one: Quantity, other: Quantity, cups: str, leeway: Fraction) -> bool:
    """Tell whether two weights or two volumes differ by more than the share *leeway*, and by more than rounding."""
    sizes = [middle(quantity, cups) for quantity in (one, other)]
    return abs(sizes[0] - sizes[1]) > max(leeway * max(sizes), LEAST)


def _are_fluid(pair: Pair, quantities: Sequence[Quantity], cups: str) -> bool:
    return any(each.unit == "oz" and is_fluid(each, quantities, cups) for each in pair)


def says_more(text: str) -> bool:
    """Tell whether a text weighs twice, drained or raw, or adds its measures up."""
    said = f" {' '.join(_WORD.findall(text.lower()))} "
    return any(f" {phrase} " in said for phrase in words("weighed_twice")) or _ADDED.search(text) is not None


def middle(quantity: Quantity, cups: str) -> Fraction:
    """Return the middle of *quantity* in grams or millilitres."""
    return quantity.middle * (size_of(quantity.unit, cups) or Fraction(0))


def densities_of(food: str) -> tuple[Fraction, ...]:
    """Return what a millilitre of *food* weighs in grams, by every authority, packed or not; nothing where unknown.

    >>> [round(float(each), 2) for each in densities_of("brown sugar")], densities_of("unobtainium")
    ([0.93, 0.61], ())
    """
    found = [each for each in (density_of(food), density_of(food, "unpacked")) if each is not None]
    figures = [figure for each in found for figure in (each.g_per_ml, each.other) if figure is not None]
    return tuple(dict.fromkeys(figures))
