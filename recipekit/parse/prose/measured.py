"""Measures that the lexer leaves open: "a cup of stock", "1 heaping tablespoon", "3 more cups"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from recipekit.parse.quantities import Found, approximate_before
from recipekit.parse.unit_words import unit_at
from recipekit.source import Span
from recipekit.units import ROUGH, Dimension, dimension_of
from recipekit.words import words

_SIZE = re.compile(r"\s([^\W\d_]+(?:-[^\W\d_]+)?)\.?")
_OF = re.compile(r"\s(?:of\b|[A-ZÄÖÜ])")
_OR_MORE = re.compile(r"\s(?:or|oder)\s(?:two|more|three|zwei|mehr)\b", re.IGNORECASE)
_ENGLISH = (" a ", " an ")
_IN = (" in ", " per ", " to ")
_PART_OF_A = re.compile(r"\s(?:of\s)?(?:an?|eine[nrms]?)(?=\s)")
_BEFORE = re.compile(r"(?<![^\W\d_])(an?)\s$", re.IGNORECASE)
_AND_A = re.compile(r"\sand\s(?:an?\s)?")
_ONE = Fraction(1)


@cache
def _articles() -> tuple[str, ...]:
    return tuple(f" {article} " for article in sorted(words("articles", "dative_articles")))


def _places(text: str) -> Iterator[Span]:
    """Yield where an article stands."""
    lowered = f" {text.lower()}"
    if len(lowered) != len(text) + 1:
        return
    for article in _articles() if " ein" in lowered else _ENGLISH:
        at = lowered.find(article)
        while at >= 0:
            yield Span(at, at + len(article) - 2)
            at = lowered.find(article, at + 1)


def with_open_measures(text: str, found: list[Found]) -> list[Found]:
    """Return *found* with the articles that count a measure or a package among them, and with measures behind a word.

    A pinch, a handful and an egg are no numbers: "a" says no more there than in "a pan".

    >>> [(text[n.start : n.end], n.unit) for text in ("Add a cup of stock.",) for n in with_open_measures(text, [])]
    [('a cup', 'cup')]
    """
    if found:
        found = [
            _sized(text, number) if number.unit is None else _opened(text, number)
            for number in found
            if not _is_article(text, number)
        ]
    if "half" in text or "quarter" in text:
        found = _with_parts(text, found)
    if " a " not in text and " an " not in text and "ein" not in text and text[:1] not in ("A", "E"):
        return found
    more = [number for article in _places(text) if (number := _counting(text, article, found))]
    return _with_parts(text, sorted([*found, *more])) if more else found


def _with_parts(text: str, found: list[Found]) -> list[Found]:
    """Return *found* with "a cup and a half" as one number, which like every compound ends where its words end."""
    joined: list[Found] = []
    for number in found:
        whole = joined[-1] if joined else None
        part = _AND_A.fullmatch(text, whole.end, number.start) if whole else None
        if whole and part and number.high < 1 and number.unit is None and whole.unit and _is_measured(whole.unit):
            low, high = whole.low + number.low, whole.high + number.high
            joined[-1] = whole._replace(low=low, high=high, end=number.end, number_end=number.end)
        else:
            joined.append(number)
    return joined


def _is_article(text: str, number: Found) -> bool:
    """Tell whether a number word is but an article: "einer Pfanne", "eine Prise"; no "eine Tasse", no "one cup"."""
    if not number.spelled or number.high != 1 or text[number.start : number.number_end].lower() not in _german():
        return False
    return number.unit is None or number.unit in ROUGH or not _can_count(number.unit)


@cache
def _german() -> frozenset[str]:
    return words("articles", "dative_articles") - {"a", "an"}


def _opened(text: str, number: Found) -> Found:
    """Return "a third of a cup" with its first article, which goes with the rest of it."""
    if not number.spelled or number.high >= 1 or " of " not in text[number.start : number.number_end]:
        return number
    opening = _BEFORE.search(text, max(0, number.start - 3), number.start)
    return number if opening is None else number._replace(start=opening.start(1))


def _sized(text: str, number: Found) -> Found:
    """Return *number* with the measure that stands behind a size or "more": "1 heaping tablespoon"."""
    part = _PART_OF_A.match(text, number.end) if number.high < 1 else None
    if part is not None:
        unit, start, end = unit_at(text, part.end(), number.high)
        if unit is None:
            return number
        return _opened(text, number._replace(unit=unit, unit_start=start, end=end, number_end=part.end()))
    size = _SIZE.match(text, number.end)
    if size is None or (size[1].lower() not in words("sizes") and size[1].lower() not in words("more")):
        return number
    unit, start, end = unit_at(text, size.end(), number.high)
    if unit is None or not (_is_measured(unit) or unit in words("loose_measures")):
        return number
    return number._replace(unit=unit, unit_start=start, end=end)


def _counting(text: str, article: Span, found: list[Found]) -> Found | None:
    """Return the number that an article is, None where it is none."""
    start, end = article
    if any(number.start < end and start < number.end for number in found):
        return None
    unit, unit_start, unit_end = unit_at(text, end, _ONE)
    if unit is None and (size := _SIZE.match(text, end)) and size[1].lower() in words("sizes"):
        unit, unit_start, unit_end = unit_at(text, size.end(), _ONE)
    if unit is None or unit in ROUGH or not _can_count(unit) or _OR_MORE.match(text, unit_end):
        return None
    if dimension_of(unit) is Dimension.COUNT and not _OF.match(text, unit_end):
        return None
    if any(0 <= start - number.end <= 1 or text[number.end : start] in _IN for number in found):  # "£2 a kilo"
        return None
    if any(number.start < unit_end and unit_start < number.end for number in found):
        return None
    approximate = approximate_before(text, start)
    return Found(start, unit_end, end, _ONE, _ONE, unit, unit_start, approximate, joined=False, spelled=True)


def _is_measured(unit: str) -> bool:
    return dimension_of(unit) in (Dimension.MASS, Dimension.VOLUME)


def _can_count(unit: str) -> bool:
    return _is_measured(unit) or unit in words("counted_with_an_article")
