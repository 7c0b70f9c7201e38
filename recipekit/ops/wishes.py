"""Scaling to what a cook has: one ingredient to use up, another pan. Both are turned into a factor."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import NUMBER, parse_number, spell_number
from recipekit.diagnostics import PAN_TAKEN_AS_ROUND, Diagnostic
from recipekit.errors import ImpossibleWishError, UsageError
from recipekit.foods import matching
from recipekit.grammar import singular
from recipekit.model import Ingredient, Kind, Quantity, Recipe, Wording
from recipekit.ops.asked import says_more
from recipekit.ops.larder import Larder
from recipekit.ops.style import Manner
from recipekit.parse.items import read_ingredient
from recipekit.units import Dimension, dimension_of, size_of

_PI = Fraction(355, 113)
"""Between a round pan and a square one. Source: Zu Chongzhi; off by less than one part in ten million."""
_UNIT = r"in(?:ch(?:es)?)?|[\"″”]|cm|mm"
_PAN = re.compile(
    rf"\s*(?P<first>{NUMBER})[\s-]*(?P<unit1>{_UNIT})?\s*(?:[x×]\s*(?P<second>{NUMBER})[\s-]*)?"
    rf"(?P<unit2>{_UNIT})?[\s-]*(?P<shape>round|square)?\s*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_LENGTHS = {"cm": Fraction(1), "mm": Fraction(1, 10)}
_INCH = Fraction("2.54")


class Pan(NamedTuple):
    """A pan: its sides in centimetres (one for a round one), whether a unit was given, and how it was written."""

    sides: tuple[Fraction, ...]
    round: bool
    unit: str | None
    text: str

    @property
    def area(self) -> Fraction:
        """How large its ground is, in square centimetres (or of whatever the numbers count)."""
        return _PI * (self.sides[0] / 2) ** 2 if self.round else self.sides[0] * self.sides[-1]


def pan_factor(wish: str) -> Fraction:
    """Return by how much the ground of the second pan of "9x13in:8in" is larger than that of the first.

    >>> pan_factor("9in:12in"), pan_factor("9x13in:8x8in"), pan_factor("20cm:8in round")
    (Fraction(16, 9), Fraction(64, 117), Fraction(16129, 15625))

    Raises:
        UsageError: *wish* does not name two pans.
    """
    first, colon, second = wish.partition(":")
    if not colon:
        raise UsageError(f'--pan wants the written pan and yours, like 9x13in:8x8in or 23cm:26cm, not "{wish[:40]}"')
    have, want = _pan(first), _pan(second)
    if have.unit and want.unit:
        have, want = (_in_centimetres(pan) for pan in (have, want))
    if have.round and want.round:
        return (want.sides[0] / have.sides[0]) ** 2
    return want.area / have.area


def _pan(text: str) -> Pan:
    found = _PAN.fullmatch(text)
    first = parse_number(found["first"]) if found else None
    second = parse_number(found["second"]) if found and found["second"] else None
    if found is None or not first or (found["second"] and not second):
        raise UsageError(f'"{text.strip()[:40]}" is no pan; write it like 9x13in, 8in (round), 8in square or 23cm')
    square = (found["shape"] or "").lower() == "square"
    unit = found["unit2"] or found["unit1"]
    sides = (first, second) if second else (first,)
    return Pan(sides, not second and not square, unit, text.strip())


def _in_centimetres(pan: Pan) -> Pan:
    size = _LENGTHS.get((pan.unit or "").lower(), _INCH)
    return pan._replace(sides=tuple(side * size for side in pan.sides))


def factor_for_stock(recipe: Recipe, wish: str, manner: Manner) -> Fraction:
    """Return by how much *recipe* must be scaled so that an amount like "500 g ground pork" is used up.

    Raises:
        UsageError: *wish* is no amount of a food.
        ImpossibleWishError: the recipe does not have the food, has several that are meant, or does not say how much.
    """
    have, _ = read_ingredient(Wording(wish.strip(), 1))
    if not have.quantities or have.quantities[0].kind is not Kind.AMOUNT or not have.name:
        raise UsageError(f'--have wants an amount and an ingredient, like "500 g ground pork", not "{wish[:40]}"')
    if says_more(have):
        raise UsageError(f'--have wants one ingredient to use up, not "{wish[:60]}"')
    items = [item for group in recipe.ingredients for item in group.items]
    names = _meant(have.name, tuple(dict.fromkeys(item.name for item in items)))
    where = recipe.path or f'"{recipe.title or "this recipe"}"'
    if not names:
        listed = ", ".join(dict.fromkeys(item.name for item in items)) or "nothing"
        raise ImpossibleWishError(f'{where} has no "{have.name[:40]}"; it lists {listed[:400]}')
    if len(names) > 1:
        raise ImpossibleWishError(f'"{have.name}" may be {_either(names)} in {where}; say which')
    lines = [item for item in items if item.name == names[0]]
    larder = Larder(manner.weights)
    needed = [_needed(item, have.quantities[0], larder, manner.cups) for item in lines]
    known = [amount for amount in needed if amount is not None]
    if len(known) < len(needed) or not sum(known):
        said = "; ".join(item.wording.text for item in lines)
        raise ImpossibleWishError(
            f'{where} does not say how much {names[0]} it takes in a measure that compares with "{wish[:40]}": {said}'
        )
    return have.quantities[0].low / sum(known, Fraction(0))


def _meant(wish: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that *wish* may mean: the one that says just that, else all that are or say as much."""
    said = _words(wish)
    alone = tuple(name for name in names if _words(name) == said)
    saying = [name for name in names if said < _words(name)]
    return alone or tuple(dict.fromkeys([*matching(wish, names), *saying]))


def _words(name: str) -> frozenset[str]:
    return frozenset(singular(word.lower()) for word in _WORD.findall(name))


def _either(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _needed(item: Ingredient, have: Quantity, larder: Larder, cups: str) -> Fraction | None:
    """Return how much of an ingredient the recipe takes, in the unit of *have*; None where that cannot be said."""
    amounts = [quantity for quantity in item.quantities if quantity.kind is Kind.AMOUNT and quantity.scales]
    for amount in amounts:
        if amount.unit == have.unit:
            return amount.low
        if dimension_of(amount.unit) is dimension_of(have.unit) and dimension_of(have.unit) is not Dimension.COUNT:
            sizes = size_of(amount.unit, cups), size_of(have.unit, cups)
            if sizes[0] and sizes[1]:
                return amount.low * sizes[0] / sizes[1]
    for amount in amounts:
        grams, each = (larder.grams(item.name, one, cups) for one in (amount, have._replace(low=Fraction(1))))
        if grams and each:
            return grams / each
    return None


def with_pan_note(recipe: Recipe, wish: str) -> Recipe:
    """Return *recipe* with a note where a pan of *wish* was taken for round and another one is square."""
    pans = [_pan(part) for part in wish.split(":", 1)]
    taken = next((pan for pan in pans if pan.round and "round" not in pan.text.lower()), None)
    if taken is None or all(pan.round for pan in pans):
        return recipe
    side = spell_number(taken.sides[0])
    message = f'"{taken.text}" was taken for a round pan'
    note = Diagnostic(PAN_TAKEN_AS_ROUND, message, 1, 1, f"write {side}x{side}{taken.unit or ''} for a square one")
    return recipe._replace(diagnostics=(*recipe.diagnostics, note))
