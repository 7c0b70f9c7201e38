"""What shops sell: whole cans, packets and bunches, of the sizes that the recipes name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import ceil

from recipekit.ops.shopping.adding import MASS, VOLUME, base_in, base_of, held_by, kind_of
from recipekit.ops.shopping.measures import PACKAGES
from recipekit.ops.shopping.values import Amount, Need
from recipekit.units import Dimension, dimension_of, size_of


def rounded_up(
    amounts: Sequence[Amount], needs: Iterable[Need], called: str, density: Callable[[], Fraction | None]
) -> tuple[Amount, ...]:
    """Return *amounts* of one food in whole pieces and packages, of a range its upper end.

    What is weighed or poured becomes packages where one of the *needs* names their size ("1 can (400 g)"); where none
    does it stays, since shops weigh it, and no size is invented. What is optional is rounded up apart.
    """
    package = _package(needs)
    packed = [_packed(amount, package, called, density) if package else None for amount in amounts]
    whole = []
    for optional in (False, True):
        alike = [each for each in packed if each is not None and each.optional is optional]
        whole += [_together(alike)] if alike else []
        for amount, into in zip(amounts, packed, strict=True):
            if into is None and amount.optional is optional:
                whole.append(_whole(amount) if dimension_of(amount.unit) in (None, Dimension.COUNT) else amount)
    return tuple(whole)


def _together(alike: Sequence[Amount]) -> Amount:
    """Return so many packages of one size: half a can here and half a can there are one."""
    total = sum((each.high for each in alike), Fraction(0))
    return _whole(alike[0]._replace(low=total, high=total, approximate=any(each.approximate for each in alike)))


def _whole(amount: Amount) -> Amount:
    count = Fraction(ceil(amount.high))
    return amount._replace(low=count, high=count)


def _package(needs: Iterable[Need]) -> Amount | None:
    """Return the package that most of *needs* name the size of, the larger of two; None where none does."""
    counts: dict[Amount, int] = {}
    for need in needs:
        for amount in need.amounts:
            if amount.size is not None and amount.unit in PACKAGES:
                one = Amount(Fraction(1), Fraction(1), amount.unit, amount.size, cups=amount.cups)
                counts[one] = counts.get(one, 0) + 1
    return max(counts, key=lambda one: (counts[one], _held(one), one.unit, one.size, one.cups), default=None)


def _held(package: Amount) -> Fraction:
    inside = held_by(package)
    return inside.low * (size_of(inside.unit, inside.cups) or Fraction(1)) if inside else Fraction(0)


def _packed(amount: Amount, package: Amount, called: str, density: Callable[[], Fraction | None]) -> Amount | None:
    """Return *amount* in so many of *package*; None where that cannot be said."""
    if amount.unit == package.unit and amount.size == package.size:
        return amount
    inside = held_by(package)
    if inside is None or (kind := kind_of(inside, called)) not in (MASS, VOLUME):
        return None
    one = base_in(amount, kind, called, density)
    if one is None:
        return None
    ratio = one / (base_of(inside, called) * inside.low)
    return amount.times(ratio)._replace(unit=package.unit, size=package.size, cups=package.cups)
