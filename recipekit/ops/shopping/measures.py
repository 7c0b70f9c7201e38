"""What a line says of how much: its amount, the same in other measures, and the sizes of what is counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from recipekit.grammar import plural, singular
from recipekit.model import Ingredient, Kind, Quantity
from recipekit.ops.shopping.lines import factor_of
from recipekit.ops.shopping.values import Amount, Size
from recipekit.units import Dimension, dimension_of, size_of, unit_named

PACKAGES = frozenset(("bag", "block", "bottle", "box", "can", "carton", "envelope", "jar", "loaf", "pack", "package",
                      "packet", "sachet", "tub"))  # fmt: skip
"""What food is sold in whole."""
_SAME_UNIT = {"tin": "can"}
_SIZED = (Dimension.MASS, Dimension.VOLUME)
_SAME = re.compile(
    r"(?P<opens>[(\[])?(?P<links>[/=|]|,(?=\s*[^\W\d~]))?\s*"
    r"(?P<about>(?:about|approx\.?|approximately|roughly|circa|ca\.?|etwa|à)\s*|[~≈]\s*)?$",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"\.?\s*(?:[)\]/;,|=]|$|(?:or|oder|in all|total|insgesamt)\b)", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|je|jeweils|à)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TO = re.compile(r"\.?\s*(?:[-–—]|to|bis)\s*", re.IGNORECASE)
_WITHIN = 26  # code points behind an amount, in which its size may stand


def amounts_in(item: Ingredient, cups: str, factor: Fraction) -> tuple[Amount, ...]:
    """Return what a line says of how much it takes of its food, in each measure that it gives.

    *factor* is that of the recipe, for packages that no number counts: "15-oz can corn".
    """
    amounts = amounts_of([*_of_its_food(item.wording.text, item.quantities), *_sizes(item)], cups)
    if amounts or not item.quantities or item.quantities[0].kind is not Kind.SIZE or item.quantities[0].start:
        return _ranged(item, _packed(item, amounts))
    only, said = item.quantities[0], _package_word(item)
    size = _size(only.low, only.high, only.unit)
    return (Amount(factor, factor, one_word(unit_named(said)), size, cups=cups, word=said),) if said and size else ()


def _package_word(item: Ingredient) -> str:
    """Return the word for one package between an amount and the name: "tin" of "400 g tin of tomatoes"; else ""."""
    start = item.name_span.start if item.name_span else 0
    last = max((each.end for each in item.quantities if each.end <= start), default=0)
    said = item.wording.text[last:start].strip(" .-").removesuffix(" of")
    return said if one_word(unit_named(said)) in PACKAGES and plural(singular(said)) != said else ""


def one_word(unit: str | None) -> str | None:
    """Return one unit for what is the same: a tin is a can."""
    return _SAME_UNIT.get(unit or "", unit)


def amounts_of(quantities: Iterable[Quantity], cups: str) -> tuple[Amount, ...]:
    """Return what the *quantities* of a line say, all of one food: its amount, and the same in other measures.

    A size belongs to what is counted before it. "1 can (400 g)" says one too, but nothing tells whether "2 cans
    (400 g)" are 400 g each, so that these stay cans.
    """
    found: list[Amount] = []
    size: Size | None = None
    one = None
    several = False
    for quantity in quantities:
        if quantity.kind is not Kind.AMOUNT:
            size = size or _size(quantity.low, quantity.high, quantity.unit)
            continue
        unit = one_word(quantity.unit)
        word = next(iter(_WORD.findall(quantity.text)[-1:]), None)
        if several and dimension_of(unit) in _SIZED:
            continue
        low, high = quantity.written[1:3] if quantity.written else (quantity.low, quantity.high)
        several = several or (unit in PACKAGES and high > 1)
        line = high if quantity.written is None or quantity.written.unit == quantity.unit else quantity.high
        found.append(
            Amount(quantity.low, quantity.high, unit, None, quantity.approximate, cups=cups, line=line, word=word)
        )
        if unit in PACKAGES and low == high == 1:
            one = found[-1]
        elif one is not None and size is None and dimension_of(unit) in _SIZED:
            size = _size(found[-1].low / one.low, found[-1].high / one.low, unit)
    counted = next((each for each in found if dimension_of(each.unit) in (None, Dimension.COUNT)), None)
    return tuple(each._replace(size=size) if each is counted else each for each in found)


def _ranged(item: Ingredient, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Return "500 ml-1 litre" as a range, where its ends are said in two units."""
    if not amounts or len(item.quantities) < 2:
        return amounts
    low, high = item.quantities[:2]
    sizes = [size_of(each.unit, amounts[0].cups) for each in (low, high)]
    alike = dimension_of(low.unit) in _SIZED and dimension_of(low.unit) == dimension_of(high.unit)
    if not alike or not all(sizes) or not _TO.fullmatch(item.wording.text, low.end, high.start):
        return amounts
    most = high.high * (sizes[1] or 1) / (sizes[0] or 1)
    return (amounts[0]._replace(high=most, line=None), *amounts[1:]) if most > amounts[0].high else amounts


def _size(low: Fraction, high: Fraction, unit: str | None) -> Size | None:
    return Size(low, high, unit) if unit and low > 0 else None


def _sizes(item: Ingredient) -> list[Quantity]:
    """Return the size of what is counted: "2 (13.4 oz) cans", "1 (2-inch) piece", "2 bags spinach (10 oz each)"."""
    if not item.quantities or item.quantities[0].kind is not Kind.AMOUNT:
        return []
    first, *others = item.quantities
    return [each for each in others if each.unit and _is_size(item.wording.text, first, each)][:1]


def _is_size(text: str, first: Quantity, other: Quantity) -> bool:
    weighs = dimension_of(other.unit) in _SIZED
    if other.kind is Kind.SIZE:
        return (weighs or first.unit is not None) and first.start <= other.start and other.end <= first.end + _WITHIN
    of_each = other.kind is Kind.PER_SERVING and _EACH.match(text[other.end :].lstrip())
    return bool(of_each) and weighs and (first.unit is None or first.unit in PACKAGES)


def _of_its_food(text: str, quantities: Iterable[Quantity]) -> list[Quantity]:
    """Return the amount of a line, and those that say the same in another measure: "12 tbsp (6 oz)", "150 g / 5 oz"."""
    own: list[Quantity] = []
    for each in quantities:
        if each.kind is Kind.AMOUNT and (not own or _says_the_same(text, own[0], each)):
            own.append(each)
    return own


def _says_the_same(text: str, first: Quantity, other: Quantity) -> bool:
    if first.unit is None and other.unit is None:
        return False  # "½ of 1 lemon", "2 limes (1 juiced)"
    link = _SAME.search(text[: other.start])
    if link is None or not (link["opens"] or link["links"]):
        return False
    return bool(link["links"] and link["links"] != ",") or _CLOSES.match(text, other.end) is not None


def _packed(item: Ingredient, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Return "400 g tin chopped tomatoes" as one tin of 400 g, "500 g bag spinach" as 500 g and a bag of so much."""
    if not amounts or dimension_of(amounts[0].unit) not in _SIZED or not (said := _package_word(item)):
        return amounts
    package = one_word(unit_named(said))
    first, factor = amounts[0], factor_of(item)
    size = _size(first.low / factor, first.high / factor, first.unit)
    packed = Amount(factor, factor, package, size, first.approximate, cups=first.cups, word=said)
    return (packed,) if package == "can" else (*amounts, packed)
