"""Values of a JSON document, each checked to be what the schema says; a document is untrusted."""

from __future__ import annotations

import re
from fractions import Fraction

DEEPEST = 40
_EXACT = re.compile(r"-?\d{1,60}(?:/\d{1,60})?")


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


def shallow(values: object) -> dict[str, object]:
    """Return the front matter, which may not be nested deeper than a file's own may be.

    Raises:
        TypeError: it is no object.
        ValueError: it is nested too deep.
    """
    if not isinstance(values, dict):
        raise TypeError("front_matter is no object")
    level: list[object] = [values]
    for _ in range(DEEPEST):
        inner = [list(item.values()) if isinstance(item, dict) else item for item in level]
        level = [child for item in inner if isinstance(item, list) for child in item]
        if not level:
            return values
    raise ValueError(f"front_matter is nested deeper than {DEEPEST} levels")
