"""Finds every number and number word of a text, with its unit: the one lexer of amounts.

What a number *is* (an amount, a time, a size) is not decided here: `items`, `cells` and `prose` do that.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from recipekit.amounts import DASHES, NUMBER, parse_number
from recipekit.model import Kind, Quantity
from recipekit.source import Span
from recipekit.units import unit_named
from recipekit.words import numbers, words

_BLANK = " \t\u00a0\u2009\u202f"
_SYMBOLS = {"%": "%", '"': "inch", "″": "inch", "”": "inch", "℃": "°C", "℉": "°F"}
WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
"""A word of any script; hyphens and apostrophes may stand within."""

_DEGREES = re.compile(r"[°º]\s?([CFcf])?\b|°")
_SOFT = frozenset("-‐‑")
_LOWEST_OVEN = 50  # "180C" is a temperature, "2 C" are two cups


class Found(NamedTuple):
    """A number in a text: its value, its unit, and the places of both; *joined* by a hyphen as in "14-oz"."""

    start: int
    end: int
    number_end: int
    low: Fraction
    high: Fraction
    unit: str | None
    unit_start: int
    approximate: bool
    joined: bool
    spelled: bool

    def quantity(
        self, text: str, kind: Kind, why: str, *, scales: bool, end: int = 0, word: Span | None = None
    ) -> Quantity:
        """Return this number as a quantity of *text*, up to *end* where that is given."""
        if word is None and self.unit is not None:
            word = Span(self.unit_start, self.end)
        return Quantity(
            text[self.start : end or self.end], self.low, self.high, self.unit, self.approximate,
            self.start, end or self.end, self.number_end, word, kind, scales, why,
        )  # fmt: skip


_START = re.compile("[\\d¼-¾⅐-⅞]")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _number_words() -> frozenset[str]:
    return frozenset(numbers())


@cache
def _figures() -> re.Pattern[str]:
    to = "|".join(words("to"))
    return re.compile(
        rf"(?:(?<![\w.,])(?<!\d[/⁄])|(?<=\d[x×]))(?P<low>{NUMBER})"
        rf"(?:(?:\s?[{DASHES}]\s?|\s(?:{to})\s)(?P<high>{NUMBER}))?"
    )


def find_quantities(text: str) -> tuple[list[Found], list[Span]]:
    """Return the numbers of *text* in order, and the places of those that no cook can mean ("1/0").

    >>> [(f.low, f.unit) for f in find_quantities("12 tbsp (180 g)")[0]]
    [(Fraction(12, 1), 'tbsp'), (Fraction(180, 1), 'g')]
    """
    found: list[Found] = []
    unreadable: list[Span] = []
    start = _START.search(text)
    figures = _figures().match
    while start:
        place = start.start()
        match = figures(text, place - 1) if place and text[place - 1] == "." else None  # ".5" begins before its digit
        match = match or figures(text, place)
        if match and _START.match(text, match.end()):  # "1½½" is no number
            match = None
            unreadable.append(Span(place, _run_end(text, place)))
        position = _take(text, match, found, unreadable) if match else _run_end(text, place)
        start = _START.search(text, position)
    if not _number_words().isdisjoint(_LETTERS.findall(text.lower())):
        _take_spelled(text, found)
    return found, unreadable


def _take_spelled(text: str, found: list[Found]) -> None:
    """Add the number words: "half", "two or three"; not those that figures have taken, nor "twenty-five"."""
    values = numbers()
    taken = {place for number in found for place in range(number.start, number.end)}
    letters = list(_LETTERS.finditer(text))
    position = 0
    for index, word in enumerate(letters):
        if word.start() < position or word[0].lower() not in values:
            continue
        if word.start() in taken or _touches_dash(text, word, values):
            continue
        low = parse_number(values[word[0].lower()])
        if low is None:
            continue
        high, end = low, word.end()
        if index + 2 < len(letters) and text[end : letters[index + 2].start()].split() == [letters[index + 1][0]]:
            second = values.get(letters[index + 2][0].lower())
            if (
                second
                and letters[index + 1][0].lower() in words("to")
                and (upper := parse_number(second))
                and upper > low
            ):
                high, end = upper, letters[index + 2].end()
        start = word.start()
        if values[word[0].lower()] == "12" and (article := _ARTICLE_BEFORE.search(text, max(0, start - 6), start)):
            start = article.start(1)  # "a dozen"
        elif high < 1 and (parts := _parts_of_one(text, word, low, found)):
            start, low, high = parts  # "two thirds", "one and a half"
        elif (
            high < 1
            and (article := _ARTICLE_BEFORE.search(text, max(0, start - 6), start))
            and unit_at(text, end, high)[0]
        ):
            start = article.start(1)  # "a quarter cup"
        number = _found(text, start, low, high, end, spelled=True)
        if number is not None:
            found.append(number)
            position = number.end
    found.sort()


def _parts_of_one(
    text: str, word: re.Match[str], part: Fraction, found: list[Found]
) -> tuple[int, Fraction, Fraction] | None:
    """Join "two thirds" to one number, the count before it taken out of *found*; None where there is none."""
    for before in reversed(found[-2:]) if found else ():
        gap = text[before.number_end : word.start()]
        if before.unit is None and before.low.denominator == 1 and 0 < len(gap) <= 7:
            joined = before.low * part if gap in (" ", "-") else None
            if re.fullmatch(r"[ -]and[ -]an?[ -]", gap):
                joined = before.low + part
            if joined is not None:
                found.remove(before)
                return before.start, joined, joined
    return None


def _touches_dash(text: str, word: re.Match[str], values: dict[str, str]) -> bool:
    """Tell whether a number word is part of a longer one ("twenty-five", "all-in-one")."""
    if text[word.start() - 1 : word.start()] in tuple(DASHES) and word.start():
        return True
    if text[word.end() : word.end() + 1] in tuple(DASHES) and word.end() < len(text):
        second = _LETTERS.match(text, word.end() + 1)
        return second is not None and second[0].lower() in values
    return False


def _run_end(text: str, position: int) -> int:
    """Return where the digits that belong to a word or a code end: they are no number of their own."""
    while position < len(text) and _START.match(text, position):
        position += 1
    return position


def _take(text: str, match: re.Match[str], found: list[Found], unreadable: list[Span]) -> int:
    """Add what *match* found; return where to look on."""
    values = _values(match)
    if values is None:
        unreadable.append(Span(*match.span()))
        return match.end()
    number = _found(text, match.start(), *values, spelled=False)
    if number is None:
        return match.end()
    found.append(number)
    return number.number_end


def _values(match: re.Match[str]) -> tuple[Fraction, Fraction, int] | None:
    """Return low, high and where the number ends; a range that falls is no range."""
    low = parse_number(match["low"])
    if match["high"] is None:
        return None if low is None else (low, low, match.end())
    high = parse_number(match["high"])
    if low is None or high is None:
        return None
    return (low, high, match.end()) if low < high else (low, low, match.end("low"))


def _found(text: str, start: int, low: Fraction, high: Fraction, end: int, *, spelled: bool) -> Found | None:
    if "zen" in text[end : end + 12] and (dozen := _DOZEN.match(text, end)):
        low, high, end = low * 12, high * 12, dozen.end()
    article = _PART_OF_ONE.match(text, end) if spelled and high < 1 else None
    unit, unit_start, unit_end = unit_at(text, article.end(), high) if article else unit_at(text, end, high)
    if article and unit:
        end = article.end()
    following = text[end : end + 1]
    glued = unit is None and following.isalpha() and following not in "xX×"
    if glued and text[end : end + 2].lower() not in ("st", "nd", "rd", "th"):
        return None  # a code: "7up"
    joined = unit is not None and text[end] in _SOFT
    return Found(
        start, unit_end if unit else end, end, low, high, unit, unit_start,
        approximate_before(text, start), joined, spelled,
    )  # fmt: skip


def unit_at(text: str, position: int, value: Fraction) -> tuple[str | None, int, int]:
    """Return the unit that stands at *position* behind a number, and its place; (None, 0, 0) if none does."""
    start = position
    size = len(text)
    while start < size and text[start] in _BLANK:
        start += 1
    if start >= size:
        return None, 0, 0
    glued = start == position
    character = text[start]
    if glued and character in _SOFT:
        start += 1
        character = text[start : start + 1]
    if character in "°º" and (degrees := _DEGREES.match(text, start)):
        letter = degrees[1]
        return ("°" + letter.upper() if letter else "°C"), start, degrees.end()
    if character in _SYMBOLS:
        return _SYMBOLS[character], start, start + 1
    word = _LETTERS.match(text, start)
    if word is None:
        return None, 0, 0
    return _unit_word(text, word, value, glued=glued)


def _unit_word(text: str, word: re.Match[str], value: Fraction, *, glued: bool) -> tuple[str | None, int, int]:
    start, end = word.span()
    written = word[0]
    lowered = written.lower()
    if lowered in ("f", "c") and value >= _LOWEST_OVEN:
        return "°" + written.upper(), start, end
    if lowered in ("degrees", "degree"):
        return _degrees(text, start, end)
    if lowered in ("fl", "fluid"):
        second = _LETTERS.match(text, end + len(text[end:]) - len(text[end:].lstrip(". ")))
        if second and unit_named(f"{lowered} {second[0]}") == "fl_oz":
            return "fl_oz", start, second.end()
    if lowered == "in" and not glued and text[end : end + 1] != ".":
        return None, 0, 0  # "add 2 in the middle"
    if text[end : end + 1] in tuple(_SOFT) and text[end + 1 : end + 2].isalpha():
        return None, 0, 0  # "thumb-sized"
    unit = unit_named(written)
    return (unit, start, end) if unit else (None, 0, 0)


def _degrees(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Read "degrees", "degrees F", "degrees Celsius"; degrees alone are an oven's in Fahrenheit above 260."""
    word = _LETTERS.match(text, end + 1)
    unit = unit_named("°" + word[0]) or unit_named(word[0]) if word else None
    if word and unit in ("°C", "°F"):
        return unit, start, word.end()
    return "°F", start, end


_DOZEN = re.compile(r"\s(?:an?\s|ein\s)?(?:dozen|dutzend)\b", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(r"\b(an?|eine?)\s$", re.IGNORECASE)
_PART_OF_ONE = re.compile(r"\s(?:of\s)?(?:an?|eine[nrm]?)(?=\s)")


def word_before(text: str, start: int) -> str:
    """Return the word right before *start* in lower case, signs like "~" and "$" stepped over; "" if none is there.

    >>> word_before("add about ~18 oz", 11), word_before("flour, 2 cups", 7)
    ('about', '')
    """
    end = start
    while end and text[end - 1] in " ~≈#$€£":
        end -= 1
    if end and text[end - 1] == ".":
        end -= 1
    first = end
    while first and text[first - 1].isalpha():
        first -= 1
    return text[first:end].lower()


def approximate_before(text: str, start: int) -> bool:
    """Tell whether "~", "about" or the like stands right before *start*."""
    if not start or text[start - 1] == "(":
        return False
    if text[start - 1] in "~≈" or (text[start - 1] == " " and text[start - 2 : start - 1] in ("~", "≈")):
        return True
    return word_before(text, start) in words("approximately")
