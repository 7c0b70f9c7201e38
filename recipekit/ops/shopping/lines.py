"""An ingredient line that names several amounts → a line for each: "2 eggs plus 1 yolk", "1 onion and 2 carrots"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.foods.lexicon import Role, lexicon, words_of
from recipekit.foods.reading import alternatives, phrases_of
from recipekit.model import Ingredient, Kind, Quantity, Wording
from recipekit.ops.spelling import as_written
from recipekit.parse.items import read_ingredient
from recipekit.words import words

_JOINT = re.compile(
    r"(?P<comma>\s*,)?\s*(?:(?P<plus>\bplus|\+|&|\bund|\band)\s+)?(?:about\s+|another\s+|~)?$", re.IGNORECASE
)
_MORE = re.compile(
    r"\s*,?\s*(?:\b(?:plus|and|und)|\+)\s+(?:(?:a|ein|etwas|some)\s+)*(?:(?:little|bit|bisschen)\s+)?"
    r"(?:more|extra|additional|mehr)\b.*$",
    re.IGNORECASE,
)
_ONE_FOR = re.compile(r"(?:\bplus|\+)\s+(?P<number>\S+)\s+(?:for|to|für|zum)\b", re.IGNORECASE)


class Part(NamedTuple):
    """A line about one amount of one food; *of_before* tells that it is more of the food of the part before it.

    *more* tells that it takes some more without saying how much ("plus more for the pan").
    """

    item: Ingredient
    of_before: bool = False
    more: bool = False


def parts_of(item: Ingredient) -> Iterator[Part]:
    """Yield the parts of a line, which is nearly always the line itself."""
    text = item.wording.text
    more = _MORE.search(text)
    if more is not None and not text[: more.start()].strip():
        more = None  # the line is about nothing else
    joints = _joints(text, item.quantities)
    if not joints and more is None:
        yield Part(item)
        return
    stops = [joint.start for joint in joints] + [len(text)]
    yield Part(_between(item, 0, min(stops[0], more.start() if more else stops[0])), more=more is not None)
    for joint, stop in zip(joints, stops[1:], strict=True):
        end = more.start() if more is not None and joint.begins < more.start() < stop else stop
        part = _between(item, joint.begins, end)
        yield Part(part, of_before=not names_a_food(part.name))


class _Joint(NamedTuple):
    """Where a line goes over to another amount: the end of what stands before, and the beginning of that."""

    start: int
    begins: int


def _joints(text: str, quantities: Sequence[Quantity]) -> list[_Joint]:
    joints: list[_Joint] = []
    for each in quantities[1:]:
        before = text[: each.start]
        joint = _JOINT.search(before)
        if joint is None or not joint[0].strip() or before.count("(") > before.count(")"):
            continue
        counts = each.kind in (Kind.AMOUNT, Kind.PER_SERVING) or _is_more_of_it(text, each)
        if counts if joint["plus"] else each.kind is Kind.AMOUNT and _is_before_a_food(text, each):
            joints.append(_Joint(joint.start(), each.start))
    return joints


def _is_before_a_food(text: str, quantity: Quantity) -> bool:
    """Tell whether a food that is known stands behind an amount: "2 eggs, 1 yolk", but not "2 lb chicken, 8 pieces"."""
    return is_known(read_ingredient(Wording(text[quantity.start :], 1))[0].name)


def _is_more_of_it(text: str, quantity: Quantity) -> bool:
    """Tell whether a bare number is some more of what was counted: "2 eggs, plus 1 for brushing"."""
    found = _ONE_FOR.search(text)
    return found is not None and quantity.unit is None and quantity.start == found.start("number")


def _between(item: Ingredient, start: int, end: int) -> Ingredient:
    """Return the line from *start* to *end* as it reads by itself, times what the item was scaled by."""
    text = item.wording.text[start:end].rstrip(" ,;")
    read = read_ingredient(Wording(text, item.wording.line))[0]
    first = next((each for each in item.quantities if each.start >= start), None)
    if first is None or not read.quantities or not read.quantities[0].low:
        return read._replace(optional=item.optional)
    one = read.quantities[0]
    ratio = first.low / one.low
    if _is_more_of_it(item.wording.text, first):  # the reader takes a bare number for no amount, and keeps it
        ratio = _factor_of(item)
    quantities = tuple(_times(text, each, ratio) if each.kind is Kind.AMOUNT else each for each in read.quantities)
    return read._replace(quantities=quantities, optional=item.optional)


def _factor_of(item: Ingredient) -> Fraction:
    """Return by how much the first amount of a line was scaled."""
    written = item.quantities[0].written
    return written.factor if written else Fraction(1)


def _times(text: str, quantity: Quantity, ratio: Fraction) -> Quantity:
    written = as_written(text, quantity)._replace(factor=ratio)
    return quantity._replace(low=quantity.low * ratio, high=quantity.high * ratio, written=written)


def names_a_food(name: str) -> bool:
    """Tell whether *name* is a food, known or not, and no more than how or what for: "melted", "for the pan"."""
    said = words_of(name)
    if not said or said[0] in lexicon().lists["tails"] or said[0] in words("heads_end"):
        return False
    return any(phrase.role not in (Role.LEFT_OUT, Role.KIND) for phrase in phrases_of(said))


def is_known(name: str) -> bool:
    """Tell whether *name* is a food that the lexicon knows."""
    heads = [reading.head for reading in alternatives(name)] if name else []
    return bool(heads) and all(lexicon().roles.get(head, (None,))[0] is Role.FOOD for head in heads)
