"""Turns an amount as a cook writes it into another unit: "1 1/2 cups flour" into grams, "350 F" into °C."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from recipekit.errors import ImpossibleWishError, UsageError
from recipekit.ops.asked import Asked, Target, read_amount, read_target
from recipekit.ops.measured import spell_measured, system_words, unit_words
from recipekit.ops.weighing import (
    Files,
    Said,
    density_of,
    is_size,
    no_density,
    no_weight,
    piece_weight,
    piece_words,
)
from recipekit.units import CUPS, LOCAL, ROUGH, Dimension, dimension_of, size_of
from recipekit.units.registry import IncompatibleUnitsError, convert
from recipekit.units.weights import Density, Piece

_WEIGHED = (Dimension.MASS, Dimension.VOLUME, Dimension.COUNT)


class Other(NamedTuple):
    """The same amount by another authority, which differs by more than a tenth."""

    low: Fraction
    high: Fraction
    text: str
    source: str


class Converted(NamedTuple):
    """An amount in the unit that was asked for: exactly, and as *text* for a cook.

    *food* is the row whose weight was used, *source* where its figure comes from; *assumed* is what the recipe did not
    say ("medium onion"), *cups* whose cups or spoons were used where that makes a difference ("US cups").
    """

    given: str
    low: Fraction
    high: Fraction
    unit: str
    text: str
    approximate: bool = False
    food: str | None = None
    source: str | None = None
    other: Other | None = None
    assumed: str | None = None
    cups: str | None = None


class _Weights(NamedTuple):
    """What turning weights, volumes and counts into each other takes; *piece* is given, *counted* is wanted."""

    density: Density | None = None
    piece: Piece | None = None
    counted: Piece | None = None


def convert_amount(text: str, unit: str, cups: str = "us", extra: Files = ()) -> Converted:
    """Return the amount *text* in *unit*.

    Args:
        text: an amount as it stands in a recipe, with its food where that matters: "2-3 cups milk".
        unit: the unit that is wanted, as a cook writes it ("g", "°C", "fl oz", "metric cups"), or the food to count.
        cups: whose cups, spoons and pints are meant, one of `CUPS`.
        extra: files with densities and piece weights of a cook's own.

    Raises:
        UsageError: the amount cannot be read, or there is no such unit or system of cups.
        IncompatibleUnitsError: they measure different things.
        UnknownFoodError: it takes a weight that is not known.
        UnreadableRecipeError: one of *extra* cannot be read.

    >>> convert_amount("1 1/2 cups flour", "g").text, convert_amount("350 F", "C").text
    ('180 g', '177 °C')
    >>> convert_amount("2 sticks butter", "tbsp").text, convert_amount("3 medium onions", "g").text
    ('16 tbsp', '330 g')
    """
    if cups not in CUPS:
        raise UsageError(f'cups are {", ".join(CUPS)}, not "{cups[:40]}"')
    target = read_target(unit, text)
    asked = read_amount(text, target)
    weights = _weights(asked, target, extra)
    low, high = _turned(asked, target, cups, weights)
    rough = any(used in ROUGH for used in (target.unit, *(term.unit for term in asked.terms)))
    noun = piece_words(weights.counted) if weights.counted else ""

    def spelled(least: Fraction, most: Fraction) -> str:
        """Return both ends as a cook reads them."""
        mark = "~" if asked.approximate or rough else ""
        return mark + spell_measured(least, most, target.unit, noun, asked.style, rough=rough)

    other = None
    if weights.density and weights.density.other and weights.density.other_source:
        ends = _turned(asked, target, cups, weights._replace(density=_as_other(weights.density)))
        other = Other(*ends, spelled(*ends), weights.density.other_source)
    used = [row for row in weights if row is not None]
    return Converted(
        given=text, low=low, high=high, unit=target.unit or noun, text=spelled(low, high),
        approximate=asked.approximate or rough, food=used[0].food if used else None,
        source="; ".join(row.source for row in used) or None, other=other,
        assumed=_assumed(asked, weights), cups=_whose(asked, target, cups),
    )  # fmt: skip


def _as_other(density: Density) -> Density:
    """Return *density* with the figure of the other authority."""
    assert density.other is not None
    return density._replace(g_per_ml=density.other)


def _weights(asked: Asked, target: Target, extra: Files) -> _Weights:
    """Return the weights that it takes to turn the terms of *asked* into *target*.

    Raises:
        IncompatibleUnitsError: no weight helps.
        UnknownFoodError: a weight that would help is not known.
    """
    kinds = {_kind(term.unit) for term in asked.terms}
    if all(_is_same(term.unit, target) for term in asked.terms) and kinds == {target.dimension}:
        return _Weights()
    food, unit = asked.food, asked.terms[0].unit
    if target.dimension not in _WEIGHED or not kinds <= set(_WEIGHED):
        wanted = unit_words(target.unit) if target.unit else target.size
        raise IncompatibleUnitsError(unit_words(unit) if unit else "a count", wanted)
    if not food.name:
        have, want = (
            unit_words(unit) if unit else "a bare number",
            unit_words(target.unit) if target.unit else target.size,
        )
        raise ImpossibleWishError(f'cannot turn {have} into {want} without a food; name it, like "1 cup flour"')
    piece = counted = None
    if Dimension.COUNT in kinds:
        piece = piece_weight(food, unit, extra)
        if piece is None:
            raise no_weight(food.name, unit, extra)
    if target.dimension is Dimension.COUNT:
        counted = piece_weight(Said(food.name, food.note, target.size), target.unit, extra)
        if counted is None:
            raise no_weight(food.name, target.unit, extra)
    measured = (kinds | {target.dimension}) - {Dimension.MASS}
    density = _density(food, piece or counted, extra) if Dimension.VOLUME in measured else None
    return _Weights(density, piece, counted)


def _density(food: Said, piece: Piece | None, extra: Files) -> Density:
    """Return the density of *food*, or of what its *piece* is one of: "garlic cloves" are garlic."""
    found = density_of(food.name, food.note, extra) or (density_of(piece.food, "", extra) if piece else None)
    if found is None:
        raise no_density(f"{food.name}, {food.note}" if food.note else food.name, extra)
    return found


def _kind(unit: str | None) -> Dimension:
    return dimension_of(unit) or Dimension.COUNT


def _is_same(unit: str | None, target: Target) -> bool:
    """Tell whether *unit* turns into *target* without any weight."""
    return _kind(unit) is target.dimension and (
        target.dimension is not Dimension.COUNT or unit == target.unit is not None
    )


def _turned(asked: Asked, target: Target, cups: str, weights: _Weights) -> tuple[Fraction, Fraction]:
    """Return both ends of the amount in the unit of *target*."""
    low = sum((_value(term.low, term.unit, target, cups, weights) for term in asked.terms), Fraction(0))
    high = sum((_value(term.high, term.unit, target, cups, weights) for term in asked.terms), Fraction(0))
    return low, high


def _value(value: Fraction, unit: str | None, target: Target, cups: str, weights: _Weights) -> Fraction:
    to = target.unit or ""
    if _is_same(unit, target):
        return convert(value, unit or "", to, cups)
    per_ml = weights.density.g_per_ml if weights.density else Fraction(0)
    if weights.piece and _kind(unit) is Dimension.COUNT:
        grams = value * weights.piece.grams
    elif _kind(unit) is Dimension.VOLUME:
        grams = convert(value, unit or "", "ml", cups) * per_ml
    else:
        grams = convert(value, unit or "", "g")
    if weights.counted:
        return grams / weights.counted.grams
    return convert(grams / per_ml, "ml", to, cups) if target.dimension is Dimension.VOLUME else convert(grams, "g", to)


def _assumed(asked: Asked, weights: _Weights) -> str | None:
    """Return which piece was taken where the recipe did not say so."""
    if weights.piece is None:
        return None
    said = f"{asked.food.name} {asked.food.note} {asked.food.size}".lower()
    sizes = [word for word in weights.piece.piece.split() if is_size(word)]
    open_size = sizes and not all(word in said for word in sizes)
    return piece_words(weights.piece) if open_size or "(" in weights.piece.piece else None


def _whose(asked: Asked, target: Target, cups: str) -> str | None:
    """Return whose cups or spoons were used, where others would give another answer."""
    for term in asked.terms:
        for unit in (term.unit, target.unit):
            if unit not in LOCAL or unit in ROUGH:
                continue
            ratios = {(size_of(term.unit, c) or 1) / (size_of(target.unit, c) or Fraction(1)) for c in CUPS}
            if len(ratios) > 1:
                return system_words(cups, unit)
    return None
