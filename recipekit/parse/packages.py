"""A count of packages or pieces and the size of one: "2 (13.4 oz) cans", "2 x 400 g tins", "one 15-ounce can".

The count scales, the size does not.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from recipekit.grammar import plural
from recipekit.model import Kind, Quantity
from recipekit.parse.quantities import WORD, Found, unit_at
from recipekit.units import Dimension, dimension_of
from recipekit.words import meanings, words

SIZE = "the size of one piece or package"
BRACKETS = {"(": ")", "[": "]"}
MEASURED = (Dimension.MASS, Dimension.VOLUME)
SIZED = (*MEASURED, Dimension.LENGTH)
OF = re.compile(r"\.?\s*(?:each:?\s+)?(?:(?:of|von|vom)\s+(?:the\s+)?)?", re.IGNORECASE)

_SAME = re.compile(r"\.?\s*[/|=≈]\s*[~≈]?\s*")
_TIMES = re.compile(r"\s*(?:[x×*]|\bmal\b)?\s*")
_NOUGHT = Fraction(0)


def is_measured(found: Found) -> bool:
    """Tell whether *found* is a weight or a volume."""
    return dimension_of(found.unit) in MEASURED


def past_dot(text: str, position: int) -> int:
    """Return where a text goes on behind an abbreviation's full stop."""
    return position + (text[position : position + 1] == ".")


def sized_unit(text: str, position: int) -> tuple[str | None, int, int]:
    """Return the unit at *position* and its place, size words stepped over: "big stalk", "heaped tbsp"."""
    while True:
        unit = unit_at(text, position, _NOUGHT)
        if unit[0] is not None:
            return unit
        word = WORD.match(text, position + (text[position : position + 1] == " "))
        if word is None or (word[0].lower() not in words("sizes") and not word[0].lower().endswith("-sized")):
            return None, 0, 0
        position = past_dot(text, word.end())


def packaged(text: str, position: int) -> tuple[str | None, int, int]:
    """Return the unit at *position*, and what else a size is given of: "container", "bar", "steaks"."""
    unit = sized_unit(text, position)
    if unit[0] is not None:
        return unit
    word = WORD.match(text, position + (text[position : position + 1] == " "))
    noun = _packages().get(word[0].lower()) if word else None
    return (noun, word.start(), word.end()) if word and noun else (None, 0, 0)


@cache
def _containers() -> frozenset[str]:
    return frozenset(word for word, unit in meanings("units").items() if unit in words("containers"))


@cache
def _packages() -> dict[str, str]:
    return {form: noun for noun in words("packages") for form in (noun, plural(noun))}


def read_package(text: str, found: list[Found]) -> tuple[Found, tuple[Quantity, ...], int]:
    """Read "2 x 400 g tins", "one 15-ounce can", "2 (13.4 oz) cans", "4 (6 oz) fillets": a count and a size."""
    main = found[0]
    if len(found) < 2 or dimension_of(found[1].unit) not in SIZED:
        return main, (), 1
    size = found[1]
    written = text[main.end : size.start].split()
    gap = " ".join(word for word in written if word.lower() not in words("sizes"))  # "2 large (28 oz) cans"
    used, end = _sizes(text, found, size.end)
    if gap in BRACKETS:
        end = text.find(BRACKETS[gap], size.end) + 1
        if not end or not text[end:].strip():
            return main, (), 1  # "6 (600 g)" says the same in grams
        used = sum(1 for number in found if number.start < end)
    elif not _TIMES.fullmatch(gap):
        return main, (), 1
    unit, unit_start, unit_end = packaged(text, end)
    if unit is None and (gap.split() != written or (size.joined and dimension_of(size.unit) is Dimension.LENGTH)):
        return main, (), 1  # "6 12-inch tortillas": the size is part of the name
    if unit is not None:
        main = main._replace(unit=unit, unit_start=unit_start, end=unit_end)
    return main, tuple(number.quantity(text, Kind.SIZE, SIZE, scales=False) for number in found[1:used]), used


def _sizes(text: str, found: list[Found], end: int) -> tuple[int, int]:
    """Return how many numbers a count and its size take, and where the size ends: "1 x 400g/14oz"."""
    used = 2
    while used < len(found) and _SAME.fullmatch(text, end, found[used].start) and is_measured(found[used]):
        end = found[used].end
        used += 1
    end = past_dot(text, end)
    if used < len(found) and text[end : found[used].start].strip() == "(" and is_measured(found[used]):
        close = text.find(")", found[used].end) + 1
        if close and packaged(text, close)[0] is not None:
            return used + 1, close
    return used, end


def past_size(text: str, size: Found) -> int:
    """Return where the food begins behind a size: "14-oz can *tomatoes*"; where the size begins if no unit is there."""
    if dimension_of(size.unit) not in SIZED:
        return size.start
    unit, _, end = packaged(text, past_dot(text, size.end))
    if unit is None and size.joined:
        return size.start  # "9-inch pie crust"
    rest = OF.match(text, end if unit else size.end)
    return rest.end() if rest and text[rest.end() : rest.end() + 1].isalpha() else size.start


def past_measure(text: str) -> int:
    """Return where the food begins in "Generous pinch of *salt*", which names a measure and no number; 0 elsewhere."""
    unit, _, end = sized_unit(text, 0)
    rest = OF.match(text, end) if unit in words("count_nouns") else None
    return rest.end() if rest and rest[0].strip(" .") and text[rest.end() : rest.end() + 1].isalpha() else 0


def past_package(text: str, start: int, main: Found) -> int:
    """Return where the food begins behind "12-14 oz pkg": the package is no part of its name."""
    word = WORD.match(text, start)
    if word is None or word[0].lower() not in _containers() or not is_measured(main):
        return start
    rest = OF.match(text, word.end())
    return rest.end() if rest and text[rest.end() : rest.end() + 1].isalpha() else start
