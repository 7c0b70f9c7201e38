"""What shops sell: whole cans, packets and bunches, of the sizes that the recipes name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import ceil

from recipekit.ops.shopping.adding import MASS, VOLUME, base_of, kind_of
from recipekit.ops.shopping.needs import PACKAGES
from recipekit.ops.shopping.values import Amount, Need, Size
from recipekit.units import Dimension, dimension_of, size_of


def rounded_up(
    amounts: Sequence[Amount], needs: Iterable[Need], called: str, density: Callable[[], Fraction | None]
) -> tuple[Amount, ...]:
    """Return *amounts* of one food in whole pieces and packages, of a range its upper end.

    What is weighed or poured becomes packages where one of the *needs* names their size ("2 cans (400 g)"); where none
    does it stays, since shops weigh it, and no size is invented.
    """
    package = _package(needs)
    packed = [_packed(amount, package, called, density) if package else None for amount in amounts]
    alike = [each for each in packed if each is not None]
    whole = [_together(alike)] if alike else []
    for amount, into in zip(amounts, packed, strict=True):
        if into is None:
            whole.append(_whole(amount) if dimension_of(amount.unit) in (None, Dimension.COUNT) else amount)
    return tuple(whole)


def _together(alike: Sequence[Amount]) -> Amount:
    """Return so many packages of one size: half a can here and half a can there are one."""
    total = sum((each.high for each in alike), Fraction(0))
    optional, approximate = all(each.optional for each in alike), any(each.approximate for each in alike)
    return _whole(alike[0]._replace(low=total, high=total, optional=optional, approximate=approximate))


def _whole(amount: Amount) -> Amount:
    count = Fraction(ceil(amount.high))
    return amount._replace(low=count, high=count)


def _package(needs: Iterable[Need]) -> Amount | None:
    """Return the package that most of *needs* name the size of, the larger of two; None where none does."""
    counts: dict[tuple[str, Size], int] = {}
    for need in needs:
        for amount in need.amounts:
            if amount.size is not None and amount.unit in PACKAGES:
                counts[amount.unit or "", amount.size] = counts.get((amount.unit or "", amount.size), 0) + 1
    if not counts:
        return None
    unit, size = max(counts, key=lambda each: (counts[each], _held(each[1]), each))
    return Amount(Fraction(1), Fraction(1), unit, size)


def _held(size: Size) -> Fraction:
    return size.low * (size_of(size.unit) or Fraction(1))


def _packed(amount: Amount, package: Amount, called: str, density: Callable[[], Fraction | None]) -> Amount | None:
    """Return *amount* in so many of *package*; None where that cannot be said."""
    if amount.unit == package.unit and amount.size == package.size:
        return amount
    size = package.size
    assert size is not None
    inside = Amount(size.low, size.high, size.unit)
    kind, other = kind_of(amount, called), kind_of(inside, called)
    base, held = base_of(amount, called), base_of(inside, called) * size.low
    if kind == other and kind in (MASS, VOLUME):
        ratio = base / held
    elif {kind, other} == {MASS, VOLUME} and (g_per_ml := density()):
        ratio = base * (g_per_ml if other == MASS else 1 / g_per_ml) / held
    else:
        return None
    return amount.times(ratio)._replace(unit=package.unit, size=size)
