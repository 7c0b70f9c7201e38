"""Recipe → what its lines need: the food of each, and its amount in every measure that the line gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recipekit.foods.identity import identity
from recipekit.foods.splitting import split_foods
from recipekit.grammar import singular
from recipekit.model import Ingredient, Kind, Quantity, Recipe
from recipekit.ops.larder import is_liquid
from recipekit.ops.shopping.values import Amount, Need, Size
from recipekit.parse.items import UTENSIL
from recipekit.units import CUPS, Dimension, dimension_of, unit_named
from recipekit.words import words

PACKAGES = frozenset(("bag", "block", "bottle", "box", "can", "carton", "envelope", "jar", "loaf", "pack", "package",
                      "packet", "sachet", "tub"))  # fmt: skip
"""What food is sold in whole."""
_SAME_UNIT = {"tin": "can"}
_PLUS = re.compile(r"(?:\bplus|\+|\bund|\band)\s+(?:about\s+|~)?$", re.IGNORECASE)
_MORE = re.compile(r"\b(?:plus|and|und|\+)\s+(?:(?:a|ein|etwas|some)\s+)*(?:(?:little|bit|bisschen)\s+)?"
                   r"(?:more|extra|additional|mehr)\b", re.IGNORECASE)  # fmt: skip
_OTHER = re.compile(r"\b(?:or|oder)\s+(?:about\s+|~)?$", re.IGNORECASE)
_EACH = re.compile(r"\b(?:each|je|jeweils)\b", re.IGNORECASE)
_END = re.compile(r"[,;()\[\]]")
_WORD = re.compile(r"[^\W\d_]+")


def needs_of(recipe: Recipe, index: int) -> Iterator[Need]:
    """Yield what each line of *recipe* needs, in their order; *index* is its place among the recipes of the list."""
    cups = recipe.cups or CUPS[0]
    for group in recipe.ingredients:
        for item in group.items:
            for need in _needs(item, index, cups):
                yield need._replace(group=group.title)


def _needs(item: Ingredient, index: int, cups: str) -> Iterator[Need]:
    text = item.wording.text
    listed = [each for each in item.quantities if each.kind is Kind.AMOUNT]
    first, more = _parted(text, listed)
    amounts = _said_in(item, amounts_of([*first, *_sizes(item)], cups))
    called, note = _called(item), item.note
    utensil = any(each.why == UTENSIL for each in first) or _is_utensil(called)
    parts = split_foods(called)
    if amounts and len(parts) > 1 and not _EACH.search(text):
        parts = (called,)  # nothing tells how much of each
    for part in parts:
        name, own = _counted(part, amounts)
        in_cans = any(amount.unit == "can" for amount in own)
        food = identity(name, _as_behind(item), canned=in_cans and not is_liquid(name))
        if own and own[0].unit in food.word.split() and unit_named(own[0].unit or "") is None:
            name = food.word  # "juice of 1 lime" takes a lime for lime juice
        some_more = bool(_MORE.search(text))
        yield Need(index, text, item.wording.line, food, name, note, own, item.optional, some_more, utensil)
    for each in more:
        name = _behind(text, each)
        own = amounts_of([each], cups)
        yield Need(index, text, item.wording.line, identity(name), name, None, own, item.optional)


def amounts_of(quantities: Iterable[Quantity], cups: str) -> tuple[Amount, ...]:
    """Return what the *quantities* of a line say, all of one food: its amount, and the same in other measures.

    A size belongs to what is counted before it. "1 can (400 g)" says one too, but nothing tells whether "2 cans
    (400 g)" are 400 g each.
    """
    found: list[Amount] = []
    size: Size | None = None
    one = None
    for quantity in quantities:
        if quantity.kind is Kind.SIZE:
            size = size or Size(quantity.low, quantity.high, quantity.unit or "")
            continue
        unit = _SAME_UNIT.get(quantity.unit or "", quantity.unit)
        found.append(Amount(quantity.low, quantity.high, unit, None, quantity.approximate, cups=cups))
        low, high = quantity.written[1:3] if quantity.written else (quantity.low, quantity.high)
        if unit in PACKAGES and low == high == 1:
            one = found[-1]
        elif one is not None and size is None and dimension_of(unit) in (Dimension.MASS, Dimension.VOLUME):
            size = Size(found[-1].low / one.low, found[-1].high / one.low, unit or "")
    counted = next((each for each in found if dimension_of(each.unit) in (None, Dimension.COUNT)), None)
    return tuple(each._replace(size=size) if each is counted else each for each in found)


def _sizes(item: Ingredient) -> list[Quantity]:
    """Return the size of what is counted, where it stands with the amount: "2 (13.4 oz) cans", "1 (2-inch) piece"."""
    if not item.quantities or item.quantities[0].unit is None:
        return []
    first = item.quantities[0]
    inside = (each for each in item.quantities if each.kind is Kind.SIZE and each.end <= first.end + len(" (") + 24)
    return [each for each in inside if each.start >= first.start and each.unit][:1]


def _parted(text: str, amounts: list[Quantity]) -> tuple[list[Quantity], list[Quantity]]:
    """Return the amounts of the line's food, and those that come on top with a food of their own: "plus 1 egg yolk"."""
    own, more = amounts[:1], []
    for each in amounts[1:]:
        before = text[: each.start]
        if _PLUS.search(before) and _behind(text, each):
            more.append(each)
        elif not _OTHER.search(before) and not _is_inside(own[0], each):
            own.append(each)
    return own, more


def _is_inside(first: Quantity, other: Quantity) -> bool:
    """Tell whether *other* only tells of what the count is: "½ of 1 lemon"."""
    return first.unit is None and other.unit is None and first.start < other.start


def _behind(text: str, quantity: Quantity) -> str:
    """Return the food that stands behind a quantity."""
    start = quantity.number_end if quantity.unit is None else quantity.end
    return _END.split(text[start:], maxsplit=1)[0].strip(" .")


def _called(item: Ingredient) -> str:
    """Return the name of the food, without the number in it: "juice of limes" for "juice of 1 lime"."""
    name = " ".join(item.name.split())
    first = item.quantities[0] if item.quantities else None
    if first and item.name_span and first.start > item.name_span.start and first.kind is Kind.AMOUNT:
        name = name.replace(first.text[: first.number_end - first.start], "", 1)
        name = " ".join(name.split())
    if name.lower().rstrip(":") in words("optional") and item.note:
        return item.note
    return name or item.wording.text


def _as_behind(item: Ingredient) -> str:
    """Return the note as it stands behind the name: in brackets, or behind a comma."""
    if not item.note:
        return ""
    bracketed = any(mark + item.note in item.wording.text for mark in "([")
    return f" ({item.note})" if bracketed else f", {item.note}"


def _counted(name: str, amounts: tuple[Amount, ...]) -> tuple[str, tuple[Amount, ...]]:
    """Return a name without the piece that is counted, and the amounts in it: "3 garlic cloves" are 3 cloves."""
    if not amounts or amounts[0].unit is not None:
        return name, amounts
    rest, _, last = name.rpartition(" ")
    unit = unit_named(last)
    if not rest or not last.isalpha() or dimension_of(unit) is not Dimension.COUNT or unit in words("count_sizes"):
        return name, amounts
    food = identity(rest)
    if food.key != identity(name).key or unit in food.word.split():  # "bay" alone is a bay leaf
        return name, amounts
    return rest, (amounts[0]._replace(unit=_SAME_UNIT.get(unit or "", unit)), *amounts[1:])


def _is_utensil(name: str) -> bool:
    said = _WORD.findall(name.lower())
    return bool(said) and (said[-1] in words("utensils") or singular(said[-1]) in words("utensils"))


def _said_in(item: Ingredient, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """Return the amounts of a line; what is counted within the name counts the noun there: "juice of 1 lime"."""
    name = item.name_span
    if name is None or not amounts or amounts[0].unit is not None or item.quantities[0].start <= name.start:
        return amounts
    noun = _WORD.search(item.wording.text, item.quantities[0].number_end)
    return amounts if noun is None else (amounts[0]._replace(unit=singular(noun[0].lower())), *amounts[1:])
