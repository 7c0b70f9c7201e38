"""Recipe → what its lines need: the food of each, and its amount in every measure that the line gives."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from recipekit.foods.identity import identity
from recipekit.foods.lexicon import Role, lexicon
from recipekit.foods.reading import alternatives
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
_SIZED = (Dimension.MASS, Dimension.VOLUME)
_PLUS = re.compile(r"[\s,]*(?:(?:\bplus|\+|&|\bund|\band)\s+(?:about\s+|~)?|,\s+)$", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\b(?:plus|and|und)|\+)\s+(?:(?:a|ein|etwas|some)\s+)*(?:(?:little|bit|bisschen)\s+)?"
    r"(?:more|extra|additional|mehr)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"(?:[(\[/=|]|,(?=\s*[^\W\d~]))\s*"
    r"(?:(?:about|approx\.?|approximately|roughly|circa|ca\.?|etwa|à)\s*|[~≈]\s*)?$",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|je|jeweils|à)\b", re.IGNORECASE)
_END = re.compile(r"[,;()\[\]]")
_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = 26  # code points behind an amount, in which its size may stand


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
    amounts = amounts_of([*first, *_sizes(item)], cups)
    called = _called(item, cut_at=more[0].start if more else None)
    called, amounts = _counted_within(item, called, amounts)
    utensil = any(each.why == UTENSIL for each in first) or _is_utensil(called)
    some = bool(_MORE.search(text))
    for part in _foods_of(called, text, amounts):
        name, own = _counted(part, amounts)
        in_cans = any(amount.unit == "can" for amount in own)
        food = identity(name, _as_behind(item), canned=in_cans and not is_liquid(name))
        yield Need(index, text, item.wording.line, food, name, item.note, own, item.optional, some, utensil)
    for each in more:
        name = each.food or called
        own = amounts_of([each.quantity], cups)
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
        if quantity.kind is not Kind.AMOUNT:
            size = size or Size(quantity.low, quantity.high, quantity.unit or "")
            continue
        unit = _SAME_UNIT.get(quantity.unit or "", quantity.unit)
        word = next(iter(_WORD.findall(quantity.text)[-1:]), None)
        found.append(Amount(quantity.low, quantity.high, unit, None, quantity.approximate, cups=cups, word=word))
        low, high = quantity.written[1:3] if quantity.written else (quantity.low, quantity.high)
        if unit in PACKAGES and low == high == 1:
            one = found[-1]
        elif one is not None and size is None and dimension_of(unit) in _SIZED:
            size = Size(found[-1].low / one.low, found[-1].high / one.low, unit or "")
    counted = next((each for each in found if dimension_of(each.unit) in (None, Dimension.COUNT)), None)
    return tuple(each._replace(size=size) if each is counted else each for each in found)


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


class _More(NamedTuple):
    """An amount on top of the line's first: of the *food* that stands behind it, "" for more of the same.

    From *start* on the line is about it.
    """

    quantity: Quantity
    food: str
    start: int


def _parted(text: str, amounts: list[Quantity]) -> tuple[list[Quantity], list[_More]]:
    """Return the amounts that say how much of its food a line needs, each the same, and those that come on top."""
    own, more = amounts[:1], list[_More]()
    for each in amounts[1:]:
        before = text[: each.start]
        joint = _PLUS.search(before)
        food = _behind(text, each)
        if _SAME.search(before) and not _is_inside(own[0], each):
            own.append(each)
        elif joint and before.count("(") <= before.count(")"):
            if _names_a_food(food):
                more.append(_More(each, food, joint.start()))
            elif "," not in joint[0] or joint[0].strip(" ,"):
                more.append(_More(each, "", joint.start()))
    return own, more


def _is_inside(first: Quantity, other: Quantity) -> bool:
    """Tell whether *other* only tells of what the count is: "½ of 1 lemon"."""
    return first.unit is None and other.unit is None and first.start < other.start


def _behind(text: str, quantity: Quantity) -> str:
    """Return the food that stands behind a quantity."""
    start = quantity.number_end if quantity.unit is None else quantity.end
    return _END.split(text[start:], maxsplit=1)[0].strip(" .")


def _called(item: Ingredient, *, cut_at: int | None) -> str:
    """Return what the line calls its food: up to *cut_at*, behind which it is about another one.

    A line without an amount keeps the words before the food ("handful of spinach").
    """
    text, span = item.wording.text, item.name_span
    name = " ".join(item.name.split())
    if name.lower().rstrip(":") in words("optional") and item.note:
        return item.note
    extra = _MORE.search(text)
    if cut_at is None and extra is not None:
        cut_at = extra.start()  # "sugar + extra for dusting"
    if cut_at is not None and span is not None and span.start < cut_at < span.end:
        name = " ".join(text[span.start : cut_at].split())
    elif span is not None and span.start and not any(each.kind is Kind.AMOUNT for each in item.quantities):
        name = " ".join(text[: span.end].split())
    return name or text


def _counted_within(item: Ingredient, name: str, amounts: tuple[Amount, ...]) -> tuple[str, tuple[Amount, ...]]:
    """Return a food whose number stands in its name, and what is counted there: "juice of 1 lime" takes a lime."""
    span, text = item.name_span, item.wording.text
    within = [each for each in item.quantities if span and span.start <= each.start < span.end]
    if span is None or not within or within[0].kind is not Kind.AMOUNT:
        return name, amounts
    first = within[0]
    if first is not item.quantities[0]:  # "½ of 1 lemon" is half a lemon
        return (text[first.number_end : span.end].strip() if first.start == span.start else name), amounts
    noun = _WORD.search(text, first.number_end)
    what = _WORD.findall(text[span.start : first.start])
    if noun is None or not amounts or amounts[0].unit is not None:
        return " ".join((text[span.start : first.start] + text[first.number_end : span.end]).split()), amounts
    while what and what[-1].lower() in words("of") | words("articles"):
        what.pop()
    counted = singular(noun[0])
    if counted.islower():
        what = [word.lower() for word in what]
    return " ".join((counted, *what)), (amounts[0]._replace(unit=counted.lower(), word=counted), *amounts[1:])


def _foods_of(name: str, text: str, amounts: tuple[Amount, ...]) -> tuple[str, ...]:
    """Return the foods that *name* lists, one where nothing tells how much there is of each."""
    parts = split_foods(name)
    if len(parts) == 1 and not amounts and "," in name and ":" not in name:
        listed = tuple(part.strip() for part in name.split(",") if part.strip())
        (whole, *choices) = alternatives(name)
        if len(whole.foods) > 1 and not choices and all(map(_names_a_food, listed)):
            return listed  # "salt, pepper, garlic powder", but not "vinegar, cider"
    within = any(amount.unit in name.lower().split() for amount in amounts)
    return (name,) if within or (amounts and len(parts) > 1 and not _EACH.search(text)) else parts


def _names_a_food(name: str) -> bool:
    """Tell whether *name* is a food that is known."""
    heads = [reading.head for reading in alternatives(name)] if name else []
    return bool(heads) and all(lexicon().roles.get(head, (None,))[0] is Role.FOOD for head in heads)


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
