"""A number that stands in a text, with its unit: what the lexer finds and everyone behind it reads."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from recipekit.model import Kind, Quantity
from recipekit.parse.unit_words import SOFT, unit_at
from recipekit.source import Span
from recipekit.words import words

WORD = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
"""A word of any script; hyphens and apostrophes may stand within."""

_DOZEN = re.compile(r"\s(?:an?\s|ein\s)?(?:dozen|dutzend)\b", re.IGNORECASE)
_PART_OF_ONE = re.compile(r"\s(?:of\s)?(?:an?|eine[nrm]?)(?=\s)")


class Found(NamedTuple):
    """A number in a text: its value, its unit, and the places of both; *joined* by a hyphen as in "14-oz".

    A compound ("2 lb 3 oz") is one number in its first unit; its *number_end* is its *end*.
    """

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
        if word is None and self.unit is not None and self.number_end < self.end:
            word = Span(self.unit_start, self.end)
        return Quantity(
            text[self.start : end or self.end], self.low, self.high, self.unit, self.approximate,
            self.start, end or self.end, self.number_end, word, kind, scales, why,
        )  # fmt: skip


def found_at(text: str, start: int, low: Fraction, high: Fraction, end: int, *, spelled: bool) -> Found | None:
    """Return the number in ``text[start:end]`` with the unit behind it; None where it is part of a code ("7up")."""
    if "zen" in text[end : end + 12] and (dozen := _DOZEN.match(text, end)):
        low, high, end = low * 12, high * 12, dozen.end()
    article = _PART_OF_ONE.match(text, end) if spelled and high < 1 else None
    unit, unit_start, unit_end = unit_at(text, article.end(), high) if article else unit_at(text, end, high)
    if article and unit:
        end = article.end()
    following = text[end : end + 1]
    glued = unit is None and following.isalpha() and following not in "xX×"
    if glued and text[end : end + 2].lower() not in ("st", "nd", "rd", "th"):
        return None
    joined = unit is not None and text[end] in SOFT
    return Found(
        start, unit_end if unit else end, end, low, high, unit, unit_start,
        approximate_before(text, start), joined, spelled,
    )  # fmt: skip


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
