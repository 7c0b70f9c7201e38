"""Finds every number and number word of a text, with its unit: the one lexer of amounts.

What a number *is* (an amount, a time, a size) is not decided here: `items`, `cells` and `prose` do that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise

from recipekit.amounts import DASHES, NUMBER, parse_number
from recipekit.grammar import singular
from recipekit.parse.found import WORD, Found, approximate_before, found_at, word_before
from recipekit.parse.spelled import names_a_number, take_spelled
from recipekit.parse.unit_words import unit_at
from recipekit.source import Span
from recipekit.units import METRIC, Dimension, dimension_of, size_of, unit_named
from recipekit.words import words

__all__ = ["WORD", "Found", "approximate_before", "find_quantities", "unit_at", "word_before"]

_START = re.compile("[\\d¼-¾⅐-⅞]")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?![\d/⁄.,]\d|\d| ?[¼-¾⅐-⅞])")
_NAME = 40  # code points in which a tin or a fillet is looked for
_LONGEST_LINK = 9  # ", minus "
_LINK_ENDS = frozenset(" +&\u00a0\u202f")
_MEASURED = (Dimension.MASS, Dimension.VOLUME)
_Read = Callable[[str], Fraction | None]


@cache
def _figures() -> re.Pattern[str]:
    to = "|".join(words("to"))
    return re.compile(
        rf"(?:(?<![\w.,])(?<!\d[/⁄])|(?<=\d[x×]))(?P<low>{NUMBER})"
        rf"(?:(?:\s?[{DASHES}]\s?|-?\s(?:{to})\s)(?P<high>{NUMBER}))?"
    )


@cache
def _links() -> re.Pattern[str]:
    named = "|".join(words("plus") | words("minus"))
    return re.compile(rf"\.?(?:,?\s*(\+|&|\b(?:{named})\b))?\s*", re.IGNORECASE)


def find_quantities(text: str, lang: str = "") -> tuple[list[Found], list[Span]]:
    """Return the numbers of *text* in order, and the places of those that no cook can mean ("1/0").

    *lang* is the language that the recipe says it is in: "de" makes "1.000" a thousand.

    >>> [(f.low, f.unit) for f in find_quantities("12 tbsp (180 g)")[0]]
    [(Fraction(12, 1), 'tbsp'), (Fraction(180, 1), 'g')]
    >>> [(str(f.low), f.unit) for f in find_quantities("2 lb 3 oz beef")[0]]
    [('35/16', 'lb')]
    """
    found: list[Found] = []
    unreadable: list[Span] = []
    start = _START.search(text)
    figures = _figures().match
    read = partial(parse_number, lang=lang) if lang else parse_number
    while start:
        place = start.start()
        match = figures(text, place - 1) if place and text[place - 1] == "." else None  # ".5" begins before its digit
        match = match or figures(text, place)
        if match and text[match.end() : match.end() + 1].isnumeric() and _START.match(text, match.end()):  # "1½½"
            match = None
            unreadable.append(Span(place, _run_end(text, place)))
        position = _take(text, match, read, found, unreadable) if match else _run_end(text, place)
        start = _START.search(text, position)
    if names_a_number(text):
        take_spelled(text, found)
    for first, second in pairwise(found):
        if text[second.start - 1] in _LINK_ENDS and _ratio(text, first, second):
            return _compounded(text, found), unreadable
    return found, unreadable


def _run_end(text: str, position: int) -> int:
    """Return where the digits that belong to a word or a code end: they are no number of their own."""
    while position < len(text) and _START.match(text, position):
        position += 1
    return position


def _take(text: str, match: re.Match[str], read: _Read, found: list[Found], unreadable: list[Span]) -> int:
    """Add what *match* found; return where to look on."""
    end = match.end()
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isdecimal() and (spaced := _spaced_thousand(text, match)):
        number: Found | None = spaced
    else:
        values = _values(match, read)
        if values is None:
            unreadable.append(Span(*match.span()))
            return end
        number = found_at(text, match.start(), *values, spelled=False)
    if number is None:
        return end
    found.append(number)
    return number.number_end


def _values(match: re.Match[str], read: _Read) -> tuple[Fraction, Fraction, int] | None:
    """Return low, high and where the number ends; a range that falls is no range."""
    low = read(match["low"])
    if match["high"] is None:
        return None if low is None else (low, low, match.end())
    high = read(match["high"])
    if low is None or high is None:
        return None
    return (low, high, match.end()) if low < high else (low, low, match.end("low"))


def _spaced_thousand(text: str, match: re.Match[str]) -> Found | None:
    """Return "1 000 g" as one number; None for "2 400 g tins", which are two of 400 g.

    Nobody sells anything by "000 g", so that is always a thousand. Any other group is one only of grams or millilitres,
    and only where no tin, fillet or other thing that has a size is named behind.
    """
    spaced = _SPACED.match(text, match.start())
    value = parse_number(spaced[0]) if spaced else None
    if spaced is None or value is None:
        return None
    number = found_at(text, spaced.start(), value, value, spaced.end(), spelled=False)
    if spaced[0].endswith(" 000") or number is None:
        return number
    if number.unit not in ("g", "ml") or number.joined:
        return None
    name = re.split("[,;]", text[number.end : number.end + _NAME], maxsplit=1)[0]
    return None if any(_is_counted(word) for word in WORD.findall(name)) else number


def _is_counted(word: str) -> bool:
    """Tell whether a word is a thing of which several have one size: "tins", "fillets", "steaks"."""
    return dimension_of(unit_named(word)) is Dimension.COUNT or singular(word).lower() in words("cuts")


def _compounded(text: str, found: list[Found]) -> list[Found]:
    """Return *found* with "2 lb 3 oz" and "¼ cup + 1 tbsp" each as one number in the first unit.

    The second must be less than one of the first, of the same dimension and, where nothing but a blank links them, of
    the same system: "1 oz 28 g" says one weight twice.
    """
    joined = [found[0]]
    last = found[0]
    for number in found[1:]:
        first = joined[-1]
        ratio = _ratio(text, last, number)
        if ratio:
            inner = ratio * (size_of(last.unit) or 0) / (size_of(first.unit) or 1)
            value = first.low + inner
            joined[-1] = first._replace(low=value, high=value, end=number.end, number_end=number.end)
        else:
            joined.append(number)
        last = number
    return joined


def _ratio(text: str, first: Found, second: Found) -> Fraction | None:
    """Return what share of one of *first*'s unit *second* adds ("minus": takes); None where they are no compound."""
    gap = second.start - first.end
    if not 0 < gap <= _LONGEST_LINK or first.unit == second.unit or dimension_of(first.unit) not in _MEASURED:
        return None
    link = _links().fullmatch(text, first.end, second.start)
    if link is None or first.low != first.high or second.low != second.high:
        return None
    outer, inner = size_of(first.unit), size_of(second.unit)
    if outer is None or inner is None or dimension_of(first.unit) is not dimension_of(second.unit) or inner >= outer:
        return None
    if not link[1] and (first.unit in METRIC) is not (second.unit in METRIC):
        return None
    ratio = second.low * inner / outer
    less = (link[1] or "").lower() in words("minus")
    if not 0 < ratio < 1 or (less and ratio >= first.low):
        return None
    return -ratio if less else ratio
