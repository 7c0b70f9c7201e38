"""The unit that stands behind a number: "g", "Tbsp.", "fl. oz.", "°F", "imperial pint"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from recipekit.units import unit_named
from recipekit.words import meanings

SOFT = frozenset("-‐‑")
"""The hyphens that may join a number and its unit: "14-oz"."""

_BLANK = " \t\u00a0\u2009\u202f"
_SYMBOLS = {"%": "%", '"': "inch", "″": "inch", "”": "inch", "℃": "°C", "℉": "°F"}
_DEGREES = re.compile(r"[°º]\s?([CFcf])?\b|°")
_POUNDS = re.compile(r"#(?!\w)")
_LOWEST_OVEN = 50  # "180C" is a temperature, "2 C" are two cups
_LETTERS = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"\.?[ \t\u00a0\u2009\u202f]?([^\W\d_]+)")
_NONE = (None, 0, 0)
_MOST_WORDS = 3  # "imperial fluid ounces"


@cache
def _first_words() -> frozenset[str]:
    """The words that a unit of several words begins with."""
    return frozenset(name.partition(" ")[0] for name in meanings("units") if " " in name)


@cache
def _special() -> frozenset[str]:
    """The words that name a unit in some places only, or only with the next one."""
    return _first_words() | {"f", "c", "in", "degree", "degrees"}


def unit_at(text: str, position: int, value: Fraction) -> tuple[str | None, int, int]:
    """Return the unit that stands at *position* behind a number, and its place; (None, 0, 0) if none does."""
    start = position
    size = len(text)
    while start < size and text[start] in _BLANK:
        start += 1
    if start >= size:
        return _NONE
    glued = start == position
    character = text[start]
    if glued and character in SOFT:
        start += 1
        character = text[start : start + 1]
    word = _LETTERS.match(text, start) if character != "º" else None  # Unicode calls that a letter
    if word is None:
        return _symbol(text, position, start, character)
    return _unit_word(text, word, value, glued=glued)


def _symbol(text: str, position: int, start: int, character: str) -> tuple[str | None, int, int]:
    if character in ("°", "º") and (degrees := _DEGREES.match(text, start)):
        letter = degrees[1]
        return ("°" + letter.upper() if letter else "°C"), start, degrees.end()
    if character in _SYMBOLS and (start == position or not text[start + 1 : start + 2].isalpha()):  # 4 "milk tin" cups
        return _SYMBOLS[character], start, start + 1
    if character == "#" and _POUNDS.match(text, start):  # "2# potatoes", but not "1 #10 can"
        return "lb", start, start + 1
    return _NONE


def _unit_word(text: str, word: re.Match[str], value: Fraction, *, glued: bool) -> tuple[str | None, int, int]:
    start, end = word.span()
    written = word[0]
    lowered = written.lower()
    if lowered in _special():
        if lowered in ("f", "c") and value >= _LOWEST_OVEN:
            return "°" + written.upper(), start, end
        if lowered in ("degrees", "degree"):
            return _degrees(text, start, end)
        if lowered == "in" and not glued and text[end : end + 1] != ".":
            return _NONE  # "add 2 in the middle"
        if lowered in _first_words() and (long := _long_name(text, word)):
            return long
    unit = unit_named(written)
    if unit is None or (text[end : end + 1] in SOFT and text[end + 1 : end + 2].isalpha()):
        return _NONE  # "thumb-sized"
    return unit, start, end


def _long_name(text: str, first: re.Match[str]) -> tuple[str, int, int] | None:
    """Return the longest unit of several words that begins with *first*: "fl. oz", "metric cups"."""
    name = first[0].lower()
    end = first.end()
    longest = None
    for _ in range(_MOST_WORDS - 1):
        following = _NEXT.match(text, end)
        if following is None:
            break
        end = following.end()
        name += " " + following[1].lower()
        unit = unit_named(name)
        if unit is not None:
            longest = unit, first.start(), end
    return longest


def _degrees(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Read "degrees", "degrees F", "degrees Celsius"; degrees alone are an oven's in Fahrenheit above 260."""
    word = _LETTERS.match(text, end + 1)
    unit = unit_named("°" + word[0]) or unit_named(word[0]) if word else None
    if word and unit in ("°C", "°F"):
        return unit, start, word.end()
    return "°F", start, end
