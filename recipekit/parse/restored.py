"""Quantities read back from a document, exactly: what one command wrote, the next one scales on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from recipekit.amounts import NUMBER
from recipekit.model import Kind, Quantity, Rounding, Written
from recipekit.parse.checked import LONGEST_QUANTITY, exactly, text_of
from recipekit.parse.measures import sized_unit, with_article
from recipekit.parse.prose.making import sized_package
from recipekit.parse.prose.sentences import lower_case
from recipekit.parse.quantities import WORD, find_quantities
from recipekit.source import Span

_DEEPEST_OVERLAP = 4  # "one 15-ounce can" holds a size; nothing holds more
_LONGEST_BESIDE = 40  # code points of "75 g"
_NUMBER = re.compile(NUMBER)
_FIRST = re.compile(r"\S+")
_ARTICLE = re.compile(r"\s(?:of\s)?(?:an?|eine[nrm]?)\b")
_OPENING = re.compile(r"an?\s", re.IGNORECASE)

Document = Mapping[str, Any]


def quantities_of(node: Document) -> tuple[Quantity, ...]:
    """Return the quantities of a text of a document.

    Raises:
        KeyError, TypeError, ValueError: they are not as the schema says, or overlap.
    """
    text = str(node["text"])
    spans = [_span(quantity) for quantity in node["quantities"]]
    if sum(end - start for start, end in spans) > _DEEPEST_OVERLAP * len(text):
        raise ValueError("quantities overlap")
    quantities = tuple(_quantity(quantity, text) for quantity in node["quantities"])
    growing = sorted((quantity.start, quantity.end) for quantity in quantities if quantity.scales)
    if any(end > start for (_, end), (start, _) in pairwise(growing)):
        raise ValueError("quantities overlap")
    return quantities


def _span(node: Document) -> Span:
    span = node["span"]
    if not isinstance(span, list) or len(span) != 2 or not all(type(place) is int for place in span):
        raise TypeError("a span is no pair of places")
    return Span(*span)


def _quantity(node: Document, text: str) -> Quantity:
    start, end = _span(node)
    if not 0 <= start < end <= len(text):
        raise ValueError("a span lies outside its text")
    low, high = (exactly(value) for value in node["exact"])
    if not 0 <= low <= high or (node["scales"] and node["kind"] != "amount"):
        raise ValueError(f"{text[start:end]!r:.40} is no quantity that can be")
    written = written_of(node.get("written"))
    unit = text_of(node["unit"])
    compound = written is None or written.word is None
    number_end, word = _parts(text[start : min(end, start + LONGEST_QUANTITY)], unit, compound=compound)
    word = word and Span(start + word.start, start + word.end)
    if unit is None and written is not None and written.word is None:
        word = None  # the author's word does not agree with this number, so that no scaling may touch one
    elif word is None and unit is None and node["scales"]:
        word = sized_package(lower_case(text), end)
    return Quantity(
        text[start:end], low, high, unit, bool(node["approximate"]), start, end, start + number_end,
        word, Kind(node["kind"]), bool(node["scales"]), str(node["why"]),
        written, _rounding(node.get("rounded")),
    )  # fmt: skip


def _rounding(node: Document | None) -> Rounding | None:
    if node is None:
        return None
    if not isinstance(node, Mapping):
        raise TypeError("rounded is no object")
    low, high = (exactly(value) for value in node["exact"])
    beside = text_of(node["beside"])
    if not 0 <= low <= high or (beside is not None and len(beside) > _LONGEST_BESIDE):
        raise ValueError("an amount was rounded to what cannot be")
    return Rounding(low, high, beside)


def _parts(text: str, unit: str | None, *, compound: bool) -> tuple[int, Span | None]:
    """Return where the number of a quantity's text ends, and where its unit or noun stands.

    Of two measures ("1 lb 5 oz") all is the number where the author wrote a *compound*, else the second belongs to the
    unit word.
    """
    found = with_article(text, find_quantities(text)[0])
    if found and not found[0].start and found[0].unit is not None and found[0].number_end == found[0].end:
        if compound:
            return found[0].end, None
        first = _NUMBER.match(text)
        word = WORD.search(text, first.end() if first else 0)
        return first.end() if first else 0, Span(word.start() if word else 0, len(text))
    opening = _OPENING.match(text)  # "a quarter of a lime"
    if not found or found[0].start > (opening.end() if opening else 0):
        first = _FIRST.match(text)
        end = first.end() if first else len(text)
    else:
        end = found[0].number_end
        article = _ARTICLE.match(text, end) if found[0].high < 1 else None
        end = article.end() if article else end
        if found[0].unit is not None and (" + " in text or found[0].unit != unit):
            return end, Span(found[0].unit_start, len(text))  # "¼ cup + 1 tbsp", "a pinch of"
        if found[0].unit is not None:
            return end, Span(found[0].unit_start, found[0].end)
    if unit is not None:
        named, start, stop = sized_unit(text, end)
        if named == unit:
            return end, Span(start, stop)
    nouns = list(WORD.finditer(text, end))
    return end, Span(*nouns[-1].span()) if nouns else None


def written_of(node: Document | None) -> Written | None:
    """Return what the author wrote for an amount that was scaled; None where the document says nothing of it.

    Raises:
        KeyError, TypeError, ValueError: it is not as the schema says.
    """
    if node is None:
        return None
    low, high = (exactly(value) for value in node["exact"])
    factor = exactly(node["factor"])
    if not 0 <= low <= high or factor <= 0:
        raise ValueError("what was written is no amount that can be")
    return Written(str(node["number"]), low, high, text_of(node["unit"]), text_of(node["word"]), factor)
