"""The amount a line or a cell begins with: "12 tbsp (180 g)", "2 (13.4 oz) cans", "1 big stalk", "2 lb 3 oz".

What stands there is one amount said in one or several measures, and perhaps the size of a package, which never scales.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from recipekit.amounts import DASHES
from recipekit.model import Kind, Quantity
from recipekit.parse.packages import (
    BRACKETS,
    MEASURED,
    OF,
    SIZED,
    is_measured,
    packaged,
    past_dot,
    past_package,
    read_package,
    sized_unit,
)
from recipekit.parse.quantities import WORD, Found, approximate_before
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

__all__ = [
    "AMOUNT",
    "EACH",
    "Measures",
    "is_measured",
    "read_measures",
    "sized_unit",
    "with_article",
    "with_article_behind",
]

AMOUNT = "amount of an ingredient"
EACH = "for each one"

_LINK = re.compile(r"\.?(?:,?\s*(?:[/|=≈+]|\bplus\b|\bor\b|\boder\b|\band\b))?\s*[~≈]?\s*", re.IGNORECASE)
_UP_TO = re.compile(r"\.?\s*(?:[-–—]|\bto\b|\bbis\b)\s*", re.IGNORECASE)
_EACH = re.compile(r"\.?\s*(?:each|apiece|per|je)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(an?|eine[nrm]?)\s", re.IGNORECASE)
_COUNTED = (*MEASURED, Dimension.COUNT)
_BRACKETED = (*_COUNTED, Dimension.LENGTH)
_RANGE_DASHES = frozenset(DASHES)


class Measures(NamedTuple):
    """What a text begins with: its amounts, the sizes among them, how many numbers that took, where the rest begins."""

    amounts: tuple[Quantity, ...]
    sizes: tuple[Quantity, ...]
    used: int
    rest: int


def leading_start(text: str) -> int:
    """Return where the number of a text may begin, behind "~", "about" and the like.

    >>> leading_start("about 2 lb"), leading_start("salt"), leading_start("at least 4 cups")
    (6, 0, 9)
    """
    position = 0
    if text[:1].isnumeric():
        return 0
    while True:
        while text[position : position + 1] in ("~", "≈", " "):
            position += 1
        word = WORD.match(text, position)
        lowered = word[0].lower() if word else ""
        if word is None or (lowered not in words("approximately") and lowered not in words("before_amounts")):
            qualified = _qualifiers().match(text, position) if word else None
            if qualified is None:
                return position
            word = qualified
        position = word.end() + (text[word.end() : word.end() + 1] == ".")


@cache
def _qualifiers() -> re.Pattern[str]:
    """Return what matches words before a number that qualify it: "at least", "another"."""
    said = "|".join(re.escape(each) for each in sorted(words("qualifiers"), key=len, reverse=True))
    return re.compile(rf"(?:{said})(?=\s+[~≈]?[\d¼-¾⅐-⅞])", re.IGNORECASE)


def with_article(text: str, found: list[Found]) -> list[Found]:
    """Return *found*, and before it "a pinch" where the text begins with an article and a measure to count in."""
    if found and not found[0].start:
        return found
    start = leading_start(text)
    article = WORD.match(text, start)
    if article is None or article[0].lower() not in words("articles"):
        return found
    one = Fraction(1)
    approximate = approximate_before(text, start)
    unit: str | None = None
    unit_start, end = 0, article.end()
    if not found or not _is_sized(text, article.end(), found[0]):
        unit, unit_start, end = sized_unit(text, article.end())
        if unit is None or unit not in words("count_nouns") or (found and found[0].start < end):
            return found
    number = Found(start, end, article.end(), one, one, unit, unit_start, approximate, joined=False, spelled=True)
    return [number, *found]


def _is_sized(text: str, position: int, size: Found) -> bool:
    """Tell whether at *position* a size stands and behind it what has that size: "a 400g tin", "a 4-lb chicken"."""
    if text[position : size.start].strip() or dimension_of(size.unit) not in SIZED:
        return False
    return size.joined or sized_unit(text, past_dot(text, size.end))[0] is not None


def read_measures(text: str, found: list[Found]) -> Measures | None:
    """Return the amount that *text* begins with, None where it begins with none; *found* are all its numbers.

    >>> from recipekit.parse.quantities import find_quantities
    >>> text = "2 (13.4 oz) cans black beans"
    >>> measures = read_measures(text, find_quantities(text)[0])
    >>> [(q.text, q.unit) for q in measures.amounts + measures.sizes], text[measures.rest:]
    ([('2 (13.4 oz) cans', 'can'), ('13.4 oz', 'oz')], 'black beans')
    """
    if not found or found[0].start != leading_start(text) or not found[0].high or _is_share(text, found[0]):
        return None
    main = found[0]
    if main.joined or (main.unit is not None and dimension_of(main.unit) not in _COUNTED):
        return None
    sizes: tuple[Quantity, ...] = ()
    used = 1
    if main.unit is None:
        main, sizes, used = read_package(text, found)
    if main.unit is None:
        unit, unit_start, end = packaged(text, main.end)
        if unit is not None and dimension_of(unit) in _COUNTED:
            main = main._replace(unit=unit, unit_start=unit_start, end=end)
    if used < len(found) and main.unit is not None and _is_upper_end(text, main, found[used]):
        upper = found[used]  # "250g-300g": the unit stands at both ends of a range
        main = upper._replace(start=main.start, low=main.low, high=upper.high, approximate=main.approximate)
        used += 1
    amounts = [main.quantity(text, Kind.AMOUNT, AMOUNT, scales=True)]
    position = main.end if main.unit or not sizes else _close(text, main.end, sizes[-1].end)
    if main.unit is None and used < len(found) and "(" in text:
        position = _past_sizes(text, position)
    others, more, used, position = _others(text, found, used, position)
    rest = OF.match(text, position)
    start = rest.end() if rest else position
    if main.unit is None and main.high < 1 and (article := _ARTICLE.match(text, start)):
        start = article.end()
        amounts[0] = with_article_behind(amounts[0], text, article.end(1))
    return Measures((*amounts, *others), (*sizes, *more), used, past_package(text, start, main))


def _is_share(text: str, number: Found) -> bool:
    """Tell whether a number is the lean and the fat of meat: "85/15 ground beef, 1 lb"."""
    lean, slash, fat = text[number.start : number.number_end].partition("/")
    return bool(slash) and lean.isdecimal() and fat.isdecimal() and int(lean) + int(fat) == 100


def _close(text: str, start: int, end: int) -> int:
    """Return where the bracket that opens behind *start* closes, *end* where there is none."""
    opening = text[start:end].lstrip()[:1]
    return text.find(BRACKETS[opening], end) + 1 or end if opening in BRACKETS else end


def _past_sizes(text: str, position: int) -> int:
    """Return where the bracket opens in "1 large (800 g) cauliflower"; *position* where it is another."""
    end = position
    while (word := WORD.match(text, end + (text[end : end + 1] == " "))) and word[0].lower() in words("sizes"):
        end = word.end()
    return end if text[end : end + 2] == " (" else position


def _is_upper_end(text: str, lower: Found, upper: Found) -> bool:
    if upper.unit != lower.unit or upper.low <= lower.high:
        return False
    link = text[lower.end : upper.start].strip(" .").lower()
    return link in _RANGE_DASHES or link in words("to")


def with_article_behind(amount: Quantity, text: str, end: int) -> Quantity:
    """Return "half" of "half an onion" with its article, which goes where the number becomes another."""
    return amount._replace(text=text[amount.start : end], number_end=end, end=end)


def _others(text: str, found: list[Found], used: int, position: int) -> tuple[list[Quantity], list[Quantity], int, int]:
    """Read the same amount in other measures: "/ 85 g", "(180 g)", "+ 1 tbsp"; and the size of each one: "à 400 g"."""
    amounts: list[Quantity] = []
    sizes: list[Quantity] = []
    while used < len(found):
        number = found[used]
        gap = text[position : number.start]
        opening = _opening(gap)
        if dimension_of(number.unit) not in (_COUNTED if opening is None else _BRACKETED):
            break
        if opening is not None:
            close = text.find(BRACKETS[opening], number.end) + 1 or len(text)
            inside = _inside(text, found, used, close)
            if inside is None:
                break
            more, each = inside
            if each or _is_size_link(gap):
                sizes += [number.quantity(text, Kind.SIZE, EACH, scales=False) for number in more]
            else:
                amounts += [number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True) for number in more]
            used += len(more)
            position = close
            continue
        ranges = used == 1 and dimension_of(number.unit) is dimension_of(found[0].unit)  # "500 g – 1 kg"
        if _LINK.fullmatch(gap) or (ranges and _UP_TO.fullmatch(gap)):
            amounts.append(number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True))
        elif _is_size_link(gap) and is_measured(number):
            sizes.append(number.quantity(text, Kind.SIZE, EACH, scales=False))
        else:
            break
        position = number.end
        used += 1
    return amounts, sizes, used, position


def _inside(text: str, found: list[Found], used: int, close: int) -> tuple[list[Found], bool] | None:
    """Return the numbers in a bracket and whether they are sizes of each one; None where one of them is no amount."""
    inside = []
    each = False
    for number in found[used:]:
        if number.start >= close:
            break
        dimension = dimension_of(number.unit)
        if dimension not in _BRACKETED:
            return None
        each = each or number.joined or dimension is Dimension.LENGTH or _EACH.match(text, number.end) is not None
        inside.append(number)
    return inside, each


def _is_size_link(gap: str) -> bool:
    """Tell whether *gap* says that a size follows: "2 Dosen *à* 400 g", "2 bags *(each* 200 g)"."""
    return gap.strip(" .,([").lower() in words("size_links")


def _opening(gap: str) -> str | None:
    """Return the opening bracket that *gap* is, with at most words like "about" behind it; None if it is none."""
    gap = gap.strip(" .~≈\u00a0")
    if gap in BRACKETS:
        return gap
    if gap[:1] not in BRACKETS:
        return None
    known = words("approximately") | words("to") | words("size_links")
    return gap[0] if all(word.lower() in known for word in WORD.findall(gap)) else None
