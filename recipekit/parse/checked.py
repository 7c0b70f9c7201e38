"""Values of a JSON document, each checked to be what the schema says; a document is untrusted."""

from __future__ import annotations

import json
import math
import re
from fractions import Fraction
from typing import Any, NoReturn

from recipekit.errors import ImpossibleWishError, UnreadableRecipeError

DEEPEST = 40
LONGEST_QUANTITY = 200
"""How much of a quantity's text is read for its number and its unit, in code points."""
_MOST_VALUES = 50_000  # 10,000 lines, a quantity for each and what was written for it, and findings
_MOST_QUANTITIES = 10_000
_MOST_TEXT = 1 << 22  # code points; a recipe has a quarter of it, and what is scaled may grow
MOST_DIGITS = 60
"""How many digits an exact number of a document may have above or below its bar."""
HINT = "give it the output of recipekit … --json"

_EXACT = re.compile(rf"-?\d{{1,{MOST_DIGITS}}}(?:/\d{{1,{MOST_DIGITS}}})?")
_TOO_LONG = 10**MOST_DIGITS


def read_json(text: str, path: str | None, line: int | None) -> Any:
    """Return what a JSON text says; *line* is where it stands among JSON Lines.

    Raises:
        UnreadableRecipeError: it is no JSON.
    """
    column = None
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        line, column = line or error.lineno, error.colno
        said = error.msg.removesuffix(" at").removesuffix(" starting")
        problem = f"the JSON does not parse: {said[:1].lower()}{said[1:]}"
        raise UnreadableRecipeError(path, problem, HINT, line=line, column=column) from error
    except RecursionError as error:
        raise UnreadableRecipeError(path, "the JSON is nested too deep", HINT, line=line) from error
    except ValueError as error:  # Python's own words for a number of 5,000 digits are advice to programmers
        said = str(error) if isinstance(error, _NoNumberError) else "a number has too many digits"
        raise UnreadableRecipeError(path, f"the JSON does not parse: {said}", HINT, line=line) from error


class _NoNumberError(ValueError):
    """JSON knows no such number."""


def _no_number(name: str) -> NoReturn:
    raise _NoNumberError(f"{name} is no number")


def exact_text(value: Fraction) -> str:
    """Return the exact number of a document, which `exactly` reads back: "3", "1/3".

    Raises:
        ImpossibleWishError: it has so many digits that no document may hold it.
    """
    if abs(value.numerator) >= _TOO_LONG or value.denominator >= _TOO_LONG:
        raise ImpossibleWishError(
            f"an exact amount would have more than {MOST_DIGITS} digits after so much scaling; scale the recipe itself"
        )
    return str(value)


def exactly(text: object) -> Fraction:
    """Return the value of an exact number of a document: "3", "1/3".

    Raises:
        ValueError: *text* is none.
    """
    if (
        not isinstance(text, str)
        or not _EXACT.fullmatch(text)
        or (text.partition("/")[2].strip("0") == "" and "/" in text)
    ):
        raise ValueError(f"{text!r:.40} is no exact number")
    return Fraction(text)


def number_of(value: object) -> Fraction:
    """Return a JSON number as a Fraction.

    Raises:
        TypeError: it is none.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value!r:.40} is no number")
    return Fraction(value).limit_denominator(10**6)


def text_of(value: object) -> str | None:
    """Return a text or None.

    Raises:
        TypeError: it is something else.
    """
    if value is not None and not isinstance(value, str):
        raise TypeError(f"{value!r:.40} is no text")
    return value


def one_of(value: object, known: tuple[str, ...]) -> str:
    """Return a word that is one of *known*.

    Raises:
        ValueError: it is none of them.
    """
    if value not in known:
        raise ValueError(f"{value!r:.40} is none of {', '.join(known)}")
    return str(value)


def texts_of(values: object) -> list[str]:
    """Return a list of texts.

    Raises:
        TypeError: it is no list.
    """
    if not isinstance(values, list):
        raise TypeError("tags are no list")
    return [str(value) for value in values]


def line_of(value: object) -> int:
    """Return a line number.

    Raises:
        TypeError: it is none.
    """
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10**9:
        raise TypeError(f"{value!r:.40} is no line")
    return value


def refuse_size(document: object) -> None:
    """Refuse a document that is larger than that of any recipe, before it is read.

    Raises:
        ValueError: it holds too many values or too much text.
    """
    level: list[object] = [document]
    nodes = quantities = text = longest = 0
    while level:
        inner: list[object] = []
        for value in level:
            if isinstance(value, str):
                text += len(value)
            elif isinstance(value, (dict, list)):
                longest = max(longest, len(value))
                nodes += 1
                quantities += "span" in value
                inner += value.values() if isinstance(value, dict) else value
        if max(longest, nodes / 5) > _MOST_VALUES or quantities > _MOST_QUANTITIES or text > _MOST_TEXT:
            raise ValueError("no recipe is so large")
        level = inner


def shallow(values: object) -> dict[str, object]:
    """Return the front matter, which may not be nested deeper than a file's own may be.

    Raises:
        TypeError: it is no object.
        ValueError: it is nested too deep, or holds a number that is none.
    """
    if not isinstance(values, dict):
        raise TypeError("front_matter is no object")
    level: list[object] = [values]
    for _ in range(DEEPEST):
        if any(isinstance(item, float) and not math.isfinite(item) for item in level):
            raise ValueError("a number of front_matter is endless")
        inner = [list(item.values()) if isinstance(item, dict) else item for item in level]
        level = [child for item in inner if isinstance(item, list) for child in item]
        if not level:
            return values
    raise ValueError(f"front_matter is nested deeper than {DEEPEST} levels")
