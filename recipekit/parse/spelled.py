"""Numbers in words: "half", "two or three", "twenty-five", "one and a half", "two-thirds", "a dozen"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from recipekit.amounts import DASHES, parse_number
from recipekit.parse.found import Found, found_at
from recipekit.parse.unit_words import unit_at
from recipekit.words import numbers, words

_LETTERS = re.compile(r"[^\W\d_]+")
_ARTICLE_BEFORE = re.compile(r"\b(an?|eine?)\s$", re.IGNORECASE)
_AND_A = re.compile(r"[ -](?:and|und)[ -](?:an?|eine?)[ -]")
_DOZEN = re.compile(r"\s(?:dozen|dutzend)\b", re.IGNORECASE)
_OF = re.compile(r" of\b")
_HYPHENS = ("-", "‐", "‑")
_GAPS = (" ", *_HYPHENS)


@cache
def _values() -> dict[str, Fraction]:
    return {word: value for word, digits in numbers().items() if (value := parse_number(digits)) is not None}


@cache
def _encoded() -> tuple[frozenset[bytes], bytes]:
    """Return the number words in UTF-8, and a table that makes a blank of every byte that is in none of them."""
    known = frozenset(word.encode() for word in _values())
    kept = frozenset(b"".join(known))
    return known, bytes(byte if byte in kept else 32 for byte in range(256))


def names_a_number(text: str) -> bool:
    """Tell whether a word of *text* may be a number: mostly none is, and bytes tell that in a third of the time.

    >>> names_a_number("half an onion"), names_a_number("a stone-ground flour")
    (True, False)
    """
    known, table = _encoded()
    return not known.isdisjoint(text.lower().encode("utf-8", "replace").translate(table).split())


class _Number(NamedTuple):
    """The value of number words, and the place of the last of them among the words of the text."""

    value: Fraction
    last: int


class _Words:
    """The words of a text, and the numbers that they name."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.letters = list(_LETTERS.finditer(text))

    def lowered(self, index: int) -> str:
        """Return the word at *index* in lower case, "" behind the last."""
        return self.letters[index][0].lower() if index < len(self.letters) else ""

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.letters[index].end() : self.letters[index + 1].start()]

    def number(self, index: int) -> _Number | None:
        """Return the number that begins with a word: "two", "two thirds", "two and a half"."""
        number = self.without_and(index)
        if number is None or number.value.denominator > 1 or self.lowered(number.last + 1) not in words("plus"):
            return number
        start = number.last + 2
        if self.lowered(start) in words("articles") and self.lowered(start + 1) in _values():
            start += 1
        part = self.without_and(start)
        if part is None or part.value >= 1 or any(self.gap(i) not in _GAPS for i in range(number.last, start)):
            return number
        return _Number(number.value + part.value, part.last)

    def without_and(self, index: int) -> _Number | None:
        """Return the number that begins with a word, up to an "and": "two", "two thirds", "twenty-five"."""
        value = _values().get(self.lowered(index))
        if value is None:
            return None
        second = _values().get(self.lowered(index + 1))
        gap = self.gap(index) if second is not None else ""
        if second is not None and gap in _GAPS and value.denominator == 1:
            if second < 1 or second == 100:
                return _Number(value * second, index + 1)
            if gap != " " and value % 10 == 0 and value >= 20 and second.denominator == 1 and second < 10:
                return _Number(value + second, index + 1)
        return None if gap and gap in DASHES else _Number(value, index)

    def upper(self, low: _Number) -> _Number | None:
        """Return the upper end of a range: "two *or three*"."""
        index = low.last + 1
        if self.lowered(index) not in words("to") or index + 1 >= len(self.letters):
            return None
        if self.gap(low.last).strip() or self.gap(index).strip():
            return None
        high = self.number(index + 1)
        return high if high and high.value > low.value else None


def take_spelled(text: str, found: list[Found]) -> None:
    """Add the number words of *text* to *found*; not those that figures have taken, nor "all-in-one"."""
    spelled = _Words(text)
    taken = {place for number in found for place in range(number.start, number.end)}
    position = 0
    for index, word in enumerate(spelled.letters):
        start = word.start()
        if start < position or start in taken or (start and text[start - 1] in DASHES):
            continue
        low = spelled.number(index)
        if low is None:
            continue
        high = spelled.upper(low) or low
        end = spelled.letters[high.last].end()
        position = end
        number = _with_words_before(text, word, end, low.value, high.value, found)
        if number is not None:
            found.append(number)
            position = number.end
    found.sort()


def _with_words_before(
    text: str, word: re.Match[str], end: int, low: Fraction, high: Fraction, found: list[Found]
) -> Found | None:
    """Return a number in words with what belongs to it before: "a dozen", "1 and a half", "a quarter cup"."""
    start = word.start()
    article = _ARTICLE_BEFORE.search(text, max(0, start - 6), start)
    group = word[0].lower() in words("counted_groups")
    if group and _OF.match(text, end):
        end += 3  # "a couple of eggs" become "4 eggs"
    if article and group:
        start = article.start(1)
    elif high < 1 and (parts := _parts_of_one(text, start, low, found)):
        start, low = parts
        high = low
    elif high < 1 and article and (unit_at(text, end, high)[0] or _DOZEN.match(text, end)):
        start = article.start(1)
    return found_at(text, start, low, high, end, spelled=True)


def _parts_of_one(text: str, start: int, part: Fraction, found: list[Found]) -> tuple[int, Fraction] | None:
    """Join "1 quarter" and "1 and a half" to one number, the figure taken out of *found*; None where there is none."""
    for before in reversed(found[-2:]):
        gap = text[before.number_end : start]
        if before.unit is None and before.low.denominator == 1 and 0 < len(gap) <= 9:
            joined = before.low * part if gap in (" ", "-") else None
            if _AND_A.fullmatch(gap):
                joined = before.low + part
            if joined is not None:
                found.remove(before)
                return before.start, joined
    return None
