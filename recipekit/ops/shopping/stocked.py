"""What the pantry has, taken off what the recipes need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from recipekit.foods.identity import identity
from recipekit.model import Kind, Wording
from recipekit.ops.shopping.adding import MASS, VOLUME, base_of, kind_of
from recipekit.ops.shopping.needs import amounts_of
from recipekit.ops.shopping.values import Amount, Stock
from recipekit.parse.items import read_ingredient
from recipekit.units import CUPS, Dimension

NOTHING = Fraction(0)


def stock_of(food: str, amount: str | None, cups: str = CUPS[0]) -> Stock | None:
    """Return what the pantry has of *food*: the *amount*, or always enough where it is None.

    None where *amount* says none.

    >>> stock_of("rice", "2 kg").amounts[0][:3]
    (Fraction(2, 1), Fraction(2, 1), 'kg')
    """
    known = identity(food)
    if amount is None:
        return Stock(food, known, None, "")
    item, unreadable = read_ingredient(Wording(f"{amount} {food}", 1))
    amounts = amounts_of((each for each in item.quantities if each.kind in (Kind.AMOUNT, Kind.SIZE)), cups)
    if unreadable or not amounts or identity(item.name).key != known.key:
        return None
    in_cans = any(each.unit == "can" for each in amounts)
    return Stock(food, identity(food, canned=in_cans), amounts, amount)


def stocked(pantry: Iterable[Stock]) -> Mapping[object, Stock]:
    """Return what the pantry has by the identity of the foods; the first of a food counts."""
    found: dict[object, Stock] = {}
    for stock in pantry:
        found.setdefault(stock.food.key, stock)
    return found


def without(
    needed: tuple[Amount, ...], stock: Stock, called: str, density: Callable[[], Fraction | None]
) -> tuple[Amount, ...] | None:
    """Return what is left of *needed* when the pantry's *stock* is used up; None where it cannot be taken off.

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
    return tuple(left) if taken else None


def _ratio(
    amount: Amount, stock: tuple[Amount, ...], called: str, density: Callable[[], Fraction | None]
) -> tuple[Fraction, bool] | None:
    """Return how many of the unit of *amount* one of the first of *stock* is, and whether that took a density."""
    kind = kind_of(amount, called)
    for each in stock:
        scale = each.low / stock[0].low if stock[0].low else Fraction(1)
        other = kind_of(each, called)
        if other == kind or (other.unit == kind.unit and other.dimension is kind.dimension is Dimension.COUNT):
            return scale * base_of(each) / base_of(amount), False
        if amount.size is not None:  # 800 g of what comes in cans of 400 g are two cans
            inside = Amount(amount.size.low, amount.size.high, amount.size.unit, cups=amount.cups)
            if kind_of(inside, called) == other:
                return scale * base_of(each) / (base_of(inside) * inside.low), False
    for each in stock:
        scale = each.low / stock[0].low if stock[0].low else Fraction(1)
        other = kind_of(each, called)
        if {kind, other} == {MASS, VOLUME} and (g_per_ml := density()):
            per = g_per_ml if kind == MASS else 1 / g_per_ml
            return scale * base_of(each) * per / base_of(amount), True
    return None
