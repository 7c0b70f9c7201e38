"""Amounts for other servings: "1¼ cups water (2¼ cups for 4 servings)" in a recipe for 6.

The base stands for an unknown batch and the alternative for 4, so neither is touched.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from recipekit.model import Kind, Quantity
from recipekit.parse.prose.sentences import NOTHING_LISTED, Sentences
from recipekit.words import numbers, words

BASE = "stands beside an amount for other servings: for how many it is meant is unknown"
ALTERNATIVE = "for another number of servings"
SERVINGS = "names a number of servings"


_OPENER = re.compile(
    r"\b([^\W\d_]+)\s+(?:(?:an?|the|eine)\s+)?(?:(\d{1,4})(?:\s?[-–]\s?\d{1,4})?|([^\W\d_]+))(?:\s+([^\W\d_]+))?"
)
_BARE_END = re.compile(r"\s*(?:[);.]|$)")


class Marker(NamedTuple):
    """A place that names another batch: "for 4 servings", "for larger portions"; *servings* is None for the latter."""

    start: int
    end: int
    servings: int | None


def markers(text: str) -> Iterator[Marker]:
    """Yield every place of *text* that names another batch, whatever the recipe is for."""
    lowered = text.lower()
    for opener in words("servings_for"):
        if opener not in lowered:
            continue
        for place in re.finditer(rf"\b{opener}\b", text, re.IGNORECASE):
            found = _OPENER.match(text, place.start())
            if found is None:
                continue
            _, count, batch, noun = found.groups()
            noun = (noun or "").lower()
            spelled = numbers().get((batch or "").lower(), "")
            if noun in words("people") and (count or spelled.isdigit()):
                yield Marker(found.start(), found.end(), int(count or spelled))
            elif count and _BARE_END.match(text, found.end(2)):
                yield Marker(found.start(), found.end(2), int(count))
            elif batch and batch.lower() in words("other_batch") and noun in words("batch_nouns"):
                yield Marker(found.start(), found.end(), None)


def _leave_pairs(text: str, quantities: list[Quantity]) -> None:
    """Leave "300 ml [600 ml]" alone: one amount twice in one unit, so that one of them is another batch's."""
    for index, (first, second) in enumerate(pairwise(quantities)):
        if first.unit is None or first.unit != second.unit or not (first.scales and second.scales):
            continue
        bracket = text[first.end : second.start].strip()
        if bracket in ("(", "[") and first.low != second.low and text[second.end : second.end + 1] in (")", "]"):
            quantities[index] = first._replace(scales=False, why=BASE)
            quantities[index + 1] = second._replace(scales=False, why=ALTERNATIVE)


class Alternative(NamedTuple):
    """A stretch from *start* to *end* with amounts for other servings: the indices of *others* and of their *bases*."""

    marker: Marker
    start: int
    end: int
    others: tuple[int, ...]
    bases: tuple[int, ...]


def _is_bare_before(text: str, quantity: Quantity, marker: Marker) -> bool:
    """Tell whether a number right before a marker says the amount without its noun: "2 limes (3 for 4 servings)"."""
    return quantity.unit is None and 0 < marker.start - quantity.end <= 1 and text[quantity.end] == " "


def leave_other_servings(text: str, quantities: list[Quantity], serves: int | None) -> list[Quantity]:
    """Return *quantities* with the amounts for other servings, and those beside them, left alone."""
    if not any(quantity.scales for quantity in quantities):
        return quantities
    _leave_pairs(text, quantities)
    ends: list[int] | None = None
    for marker in markers(text):
        if marker.servings is not None and marker.servings == serves:
            continue
        ends = Sentences(text, NOTHING_LISTED).sentence_ends if ends is None else ends
        start, end, bracketed = _segment(text, marker.start, marker.end, ends)
        others = [
            index for index, quantity in enumerate(quantities)
            if start <= quantity.start < end
            and ((quantity.scales and quantity.kind is Kind.AMOUNT) or _is_bare_before(text, quantity, marker))
        ]  # fmt: skip
        before = [
            index for index, quantity in enumerate(quantities)
            if quantity.start < start and quantity.scales and not _ends_between(ends, quantity.end, start)
        ]  # fmt: skip
        for index in others:
            quantities[index] = quantities[index]._replace(scales=False, why=ALTERNATIVE)
        for index in before[len(before) - len(others) :] if bracketed else ():
            quantities[index] = quantities[index]._replace(scales=False, why=BASE)
        for index, quantity in enumerate(quantities):
            if marker.start < quantity.start < marker.end:
                quantities[index] = quantity._replace(kind=Kind.OTHER, scales=False, why=SERVINGS)
    return quantities


def alternatives(text: str, quantities: Sequence[Quantity], servings: int) -> Iterator[Alternative]:
    """Yield where *text* gives amounts for exactly so many *servings*, and which amounts they are set against."""
    if all(quantity.why != ALTERNATIVE for quantity in quantities):
        return
    taken: set[int] = set()
    ends = Sentences(text, NOTHING_LISTED).sentence_ends
    for marker in markers(text):
        start, end, bracketed = _segment(text, marker.start, marker.end, ends)
        others = [i for i, each in enumerate(quantities) if start <= each.start < end and each.why == ALTERNATIVE]
        before = [
            i for i, each in enumerate(quantities) if each.start < start and each.why == BASE and i not in taken
        ]  # fmt: skip
        bases = before[len(before) - len(others) :]
        if marker.servings == servings and bracketed and others and len(bases) == len(others):
            yield Alternative(marker, start, end, tuple(others), tuple(bases))
        if text[end : end + 1] != ";":  # else a second one stands in the same bracket
            taken.update(bases)


def _ends_between(ends: list[int], first: int, last: int) -> bool:
    """Tell whether a sentence ends between two places."""
    return bisect_left(ends, first) < bisect_right(ends, last)


def _segment(text: str, start: int, end: int, ends: list[int]) -> tuple[int, int, bool]:
    """Return the stretch that an amount "for 4 servings" stands in, and whether something is set against it.

    *ends* are where the sentences of *text* end.
    """
    opening = text.rfind("(", 0, start)
    if opening >= 0 and text.find(")", opening, start) < 0:
        close = text.find(")", end)
        close = len(text) if close < 0 else close
        semicolon = text.rfind(";", opening, start)
        if semicolon >= 0:
            return semicolon, close, True
        second = text.find(";", end, close)
        return opening, close if second < 0 else second, True
    at = bisect_right(ends, start)
    sentence = ends[at - 1] if at else 0
    stop = len(text) if at == len(ends) else len(text[: ends[at]].rstrip()) - 1
    stop = max(stop, end)
    choice = max(text.rfind(" or ", sentence, start), text.rfind(" oder ", sentence, start))
    return (choice, stop, True) if choice >= 0 else (sentence, stop, False)
