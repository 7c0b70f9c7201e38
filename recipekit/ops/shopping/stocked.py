"""What the pantry has, taken off what the recipes need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

from recipekit.foods.identity import identity
from recipekit.model import Kind, Wording
from recipekit.ops.shopping.adding import MASS, VOLUME, base_in, base_of, held_by, kind_of
from recipekit.ops.shopping.measures import amounts_of
from recipekit.ops.shopping.needs import food_of
from recipekit.ops.shopping.values import Amount, Stock
from recipekit.parse.items import read_ingredient
from recipekit.units import CUPS, Dimension

NOTHING = Fraction(0)
NONE = "0"
"""The amount of a food that the pantry does not have."""


def stock_of(food: str, amount: str | None, cups: str = CUPS[0]) -> Stock | None:
    """Return what the pantry has of *food*: the *amount*, always enough where that is None, nothing where it is `NONE`.

    Of what is no amount it is None.

    >>> stock_of("rice", "2 kg").amounts[0][:3]
    (Fraction(2, 1), Fraction(2, 1), 'kg')
    """
    known = identity(food)
    if amount in (None, NONE):
        return Stock(food, known, None if amount is None else (), "")
    if amount.strip().startswith(("-", "−")):
        return None
    item, unreadable = read_ingredient(Wording(f"{amount} {food}", 1))
    amounts = amounts_of((each for each in item.quantities if each.kind in (Kind.AMOUNT, Kind.SIZE)), cups)
    if unreadable or not amounts or identity(item.name).key != known.key:
        return None
    return Stock(food, food_of(food, amounts), amounts, amount)


def stocked(pantry: Iterable[Stock]) -> Mapping[object, Stock]:
    """Return what the pantry has by the identity of the foods; of two of one food the first counts."""
    found: dict[object, Stock] = {}
    for stock in pantry:
        found.setdefault(stock.food.key, stock)
    return found


class Left(NamedTuple):
    """What is still needed when a stock is used, and whether some of the stock is left over."""

    amounts: tuple[Amount, ...]
    enough: bool


def without(
    needed: tuple[Amount, ...], stock: Stock, called: str, density: Callable[[], Fraction | None]
) -> Left | None:
    """Return what is left of *needed* when the pantry's *stock* is used; None where it cannot be taken off.

    Args:
        needed: the amounts of one food, side by side.
        stock: what there is of it.
        called: the name of the food.
        density: tells its grams per millilitre, asked only where weights and volumes meet.
    """
    rest = stock.amounts or ()
    left: list[Amount] = []
    taken = False
    for amount in needed:
        ratio = _ratio(amount, rest, called, density) if rest else None
        if ratio is None:
            left.append(amount)
            continue
        taken = True
        there, weighed = ratio[0] * rest[0].low, ratio[1]
        low, high = (max(NOTHING, end - there) for end in (amount.low, amount.high))
        if high:
            approximate = amount.approximate or weighed or rest[0].approximate
            left.append(amount._replace(low=low, high=high, approximate=approximate))
        used = min(amount.high, there) / there if there else Fraction(1)
        rest = tuple(each.times(1 - used) for each in rest)
    return Left(tuple(left), any(each.low for each in rest)) if taken else None


def _ratio(
    amount: Amount, stock: tuple[Amount, ...], called: str, density: Callable[[], Fraction | None]
) -> tuple[Fraction, bool] | None:
    """Return how much of *amount* the first of *stock* makes up for a unit of it, and whether that took a density."""
    # what a package holds tells more than that it is one
    by_weight = sorted(
        stock, key=lambda each: amount.size is not None and each.size is None and each.unit == amount.unit
    )
    for weighed in (False, True):
        for each in by_weight:
            scale = each.low / stock[0].low if stock[0].low else Fraction(1)
            ratio = _counted(amount, each, called) if not weighed else _weighed(amount, each, called, density)
            if ratio is not None:
                return scale * ratio, weighed
    return None


def _counted(amount: Amount, each: Amount, called: str) -> Fraction | None:
    """Return how many of *amount* one of *each* is, where both weigh, pour or count alike, or a package holds it."""
    kind, other = kind_of(amount, called), kind_of(each, called)
    if kind == other:
        return base_of(each, called) / base_of(amount, called)
    if (
        kind.dimension is other.dimension is Dimension.COUNT
        and kind.unit == other.unit
        and None in (kind.size, other.size)
    ):
        return Fraction(1)  # nothing says that they are of other sizes
    inside, held = held_by(amount), held_by(each)
    if inside is None:
        return None
    holds, there = kind_of(inside, called), each if held is None else held
    if holds != kind_of(there, called) or holds.dimension is Dimension.COUNT:
        return None
    # 800 g of what comes in cans of 400 g are two cans
    unit = base_of(there, called) * (there.low if held is not None else 1)
    return unit / (base_of(inside, called) * inside.low)


def _weighed(amount: Amount, each: Amount, called: str, density: Callable[[], Fraction | None]) -> Fraction | None:
    kind = kind_of(amount, called)
    one = base_in(each, kind, called, density) if kind in (MASS, VOLUME) else None
    return None if one is None else one / base_of(amount, called)
