"""The amount a line or a cell begins with: "12 tbsp (180 g)", "2 (13.4 oz) cans", "1 big stalk", "2 lb 3 oz".

What stands there is one amount said in one or several measures, and perhaps the size of a package, which never scales.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import DASHES
from recipekit.model import Kind, Quantity
from recipekit.parse.quantities import WORD, Found, approximate_before, unit_at
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

AMOUNT = "amount of an ingredient"
SIZE = "the size of one piece or package"
EACH = "for each one"

_LINK = re.compile(r"\s*(?:/|=|≈|\+|\bplus\b|\bor\b|\boder\b|\band\b)?\s*[~≈]?\s*", re.IGNORECASE)
_TIMES = re.compile(r"\s*[x×]?\s*")
_EACH = re.compile(r"\s*(?:each|apiece|per|je)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(an?|eine[nrm]?)\s", re.IGNORECASE)
_OF = re.compile(r"\.?\s*(?:(?:of|von|vom)\s+(?:the\s+)?)?", re.IGNORECASE)
_MEASURED = (Dimension.MASS, Dimension.VOLUME)
_SIZED = (*_MEASURED, Dimension.LENGTH)
_COUNTED = (*_MEASURED, Dimension.COUNT)


class Measures(NamedTuple):
    """What a text begins with: its amounts, the sizes among them, how many numbers that took, where the rest begins."""

    amounts: tuple[Quantity, ...]
    sizes: tuple[Quantity, ...]
    used: int
    rest: int


def is_measured(found: Found) -> bool:
    """Tell whether *found* is a weight or a volume."""
    return dimension_of(found.unit) in _MEASURED


def leading_start(text: str) -> int:
    """Return where the number of a text may begin, behind "~", "about" and the like.

    >>> leading_start("about 2 lb"), leading_start("salt")
    (6, 0)
    """
    position = 0
    if text[:1].isnumeric():
        return 0
    while True:
        while text[position : position + 1] in ("~", "≈", " "):
            position += 1
        word = WORD.match(text, position)
        if word is None or word[0].lower() not in words("approximately"):
            return position
        position = word.end() + (text[word.end() : word.end() + 1] == ".")


def with_article(text: str, found: list[Found]) -> list[Found]:
    """Return *found*, and before it "a pinch" where the text begins with an article and a measure to count in."""
    if found and not found[0].start:
        return found
    start = leading_start(text)
    article = WORD.match(text, start)
    if article is None or article[0].lower() not in words("articles"):
        return found
    unit, unit_start, end = sized_unit(text, article.end())
    if unit is None or unit not in words("count_nouns") or (found and found[0].start < end):
        return found
    one = Fraction(1)
    approximate = approximate_before(text, start)
    number = Found(start, end, article.end(), one, one, unit, unit_start, approximate, joined=False, spelled=True)
    return [number, *found]


def sized_unit(text: str, position: int) -> tuple[str | None, int, int]:
    """Return the unit at *position* and its place, size words stepped over: "big stalk", "heaped tbsp"."""
    while True:
        unit = unit_at(text, position, Fraction(0))
        if unit[0] is not None:
            return unit
        word = WORD.match(text, position + (text[position : position + 1] == " "))
        if word is None or (word[0].lower() not in words("sizes") and not word[0].lower().endswith("-sized")):
            return None, 0, 0
        position = word.end()


def read_measures(text: str, found: list[Found]) -> Measures | None:
    """Return the amount that *text* begins with, None where it begins with none; *found* are all its numbers.

    >>> from recipekit.parse.quantities import find_quantities
    >>> text = "2 (13.4 oz) cans black beans"
    >>> measures = read_measures(text, find_quantities(text)[0])
    >>> [(q.text, q.unit) for q in measures.amounts + measures.sizes], text[measures.rest:]
    ([('2 (13.4 oz) cans', 'can'), ('13.4 oz', 'oz')], 'black beans')
    """
    if not found or found[0].start != leading_start(text) or not found[0].high:
        return None
    main = found[0]
    if main.joined or (main.unit is not None and dimension_of(main.unit) not in _COUNTED):
        return None
    sizes: tuple[Quantity, ...] = ()
    used = 1
    if main.unit is None:
        main, sizes, used = _package(text, found)
    if main.unit is None:
        unit, unit_start, end = sized_unit(text, main.end)
        if unit is not None and dimension_of(unit) in _COUNTED:
            main = main._replace(unit=unit, unit_start=unit_start, end=end)
    if used < len(found) and main.unit is not None and _is_upper_end(text, main, found[used]):
        upper = found[used]  # "250g-300g": the unit stands at both ends of a range
        main = upper._replace(start=main.start, low=main.low, high=upper.high, approximate=main.approximate)
        used += 1
    amounts = [main.quantity(text, Kind.AMOUNT, AMOUNT, scales=True)]
    position = main.end if main.unit or not sizes else text.find(")", sizes[-1].end) + 1 or sizes[-1].end
    others, more, used, position = _others(text, found, used, position)
    rest = _OF.match(text, position)
    start = rest.end() if rest else position
    if main.high < 1 and main.unit is None and (article := _ARTICLE.match(text, start)):
        start = article.end()
        amounts[0] = _with_article(amounts[0], text, article.end(1))
    return Measures((*amounts, *others), (*sizes, *more), used, start)


def _is_upper_end(text: str, lower: Found, upper: Found) -> bool:
    dash = text[lower.end : upper.start].strip()
    return dash in tuple(DASHES) and upper.unit == lower.unit and upper.low > lower.high and bool(dash)


def _with_article(amount: Quantity, text: str, end: int) -> Quantity:
    """Return "half" of "half an onion" with its article, which goes where the number becomes another."""
    return amount._replace(text=text[amount.start : end], number_end=end, end=end)


def _package(text: str, found: list[Found]) -> tuple[Found, tuple[Quantity, ...], int]:
    """Read "2 x 400 g tins", "one 15-ounce can", "2 (13.4 oz) cans", "4 (6 oz) fillets": a count and a size."""
    main = found[0]
    if len(found) < 2 or dimension_of(found[1].unit) not in _SIZED:
        return main, (), 1
    size = found[1]
    gap = text[main.end : size.start]
    end = size.end
    if gap.strip() == "(":
        end = text.find(")", size.end) + 1
        if not end or not text[end:].strip():
            return main, (), 1  # "6 (600 g)" says the same in grams
    elif not _TIMES.fullmatch(gap):
        return main, (), 1
    used = sum(1 for number in found if number.start < end)
    unit, unit_start, unit_end = sized_unit(text, end)
    if unit is None and size.joined and dimension_of(size.unit) is Dimension.LENGTH:
        return main, (), 1  # "6 12-inch tortillas": the size is part of the name
    if unit is not None:
        main = main._replace(unit=unit, unit_start=unit_start, end=unit_end)
    return main, tuple(number.quantity(text, Kind.SIZE, SIZE, scales=False) for number in found[1:used]), used


def _others(text: str, found: list[Found], used: int, position: int) -> tuple[list[Quantity], list[Quantity], int, int]:
    """Read the same amount in other measures: "/ 85 g", "(180 g)", "+ 1 tbsp", "3 oz"."""
    amounts: list[Quantity] = []
    sizes: list[Quantity] = []
    while used < len(found):
        number = found[used]
        gap = text[position : number.start]
        if dimension_of(number.unit) not in _COUNTED:
            break
        if _LINK.fullmatch(gap):
            amounts.append(number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True))
            position = number.end
            used += 1
        elif _opens_bracket(gap):
            close = text.find(")", number.end) + 1 or len(text)
            while used < len(found) and found[used].start < close:
                number = found[used]
                if _EACH.match(text, number.end):
                    sizes.append(number.quantity(text, Kind.SIZE, EACH, scales=False))
                elif dimension_of(number.unit) in _COUNTED:
                    amounts.append(number.quantity(text, Kind.AMOUNT, AMOUNT, scales=True))
                else:
                    return amounts, sizes, used, position
                used += 1
            position = close
        else:
            break
    return amounts, sizes, used, position


def _opens_bracket(gap: str) -> bool:
    """Tell whether *gap* is an opening bracket and at most words like "about"."""
    gap = gap.lstrip()
    if not gap.startswith("("):
        return False
    return all(word.lower() in words("approximately") | words("to") for word in WORD.findall(gap))
