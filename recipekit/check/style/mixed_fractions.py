"""One recipe writes fractions in two ways.

"½ cup" in one line and "1/2 cup" in the next read as if two people had written them. The way of most fractions of the
recipe is the right one; where both are as frequent, ½. A fraction without a sign of its own, such as 5/16, is let pass.

Bad:

    ## Ingredients

    - ½ cup sugar
    - 1½ cups flour
    - 1/4 cup milk

Good:

    ## Ingredients

    - ½ cup sugar
    - 1½ cups flour
    - ¼ cup milk

Fixable: yes
Since: 0.3.0
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MIXED_FRACTIONS, Diagnostic, Fix
from recipekit.edits.verifying import texts_of
from recipekit.model import Kind, Quantity, Wording
from recipekit.source import Edit

_SIGN = re.compile(r"(?:(?<!\d)(\d{1,6})[ \u00a0\u2009]?)?([¼-¾⅐-⅞])")
_DIGITS = re.compile(r"(?:(?<![\d/])(\d{1,6})(?:[ \u00a0-]| and | und ))?(?<![\d/])(\d{1,2})[/⁄](\d{1,2})(?![\d/])")
_SOME_SIGN = re.compile(r"[¼-¾⅐-⅞]")
_SOME_DIGITS = re.compile(r"\d[/⁄]\d")

_Number = tuple[Wording, Quantity, str]


class _Written(NamedTuple):
    """A fraction: where it stands in the words of a recipe, as it is written, and in the other way."""

    wording: Wording
    start: int
    text: str
    other: str


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every fraction that is not written as most of them are."""
    text = subject.source.text
    if not _SOME_SIGN.search(text) or not _SOME_DIGITS.search(text):
        return
    numbers = list(_numbers(subject))
    signs, digits = list(_in_signs(numbers)), list(_in_digits(numbers))
    if signs and digits:
        few, like = (digits, "½") if len(signs) >= len(digits) else (signs, "1/2")
        yield from (_finding(subject, each, like) for each in few)


def _finding(subject: Subject, each: _Written, like: str) -> Diagnostic:
    message = f'"{each.text}" stands beside fractions like {like}'
    end = each.start + len(each.text)
    span = each.wording.span(each.start, end)
    placed = span is not None and subject.source.text[slice(*span)] == each.text
    fix = Fix((Edit(span, each.other),), f"write {each.other}") if span is not None and placed else None
    return subject.finding(MIXED_FRACTIONS, message, f"write {each.other}", each.wording, each.start, end, fix)


def _in_signs(numbers: Sequence[_Number]) -> Iterator[_Written]:
    for wording, quantity, number in numbers:
        for found in _SIGN.finditer(number) if not number.isascii() else ():
            digits = unicodedata.normalize("NFKD", found[2]).replace("⁄", "/")
            other = f"{found[1]} {digits}" if found[1] else digits
            yield _Written(wording, quantity.start + found.start(), found[0], other)


def _in_digits(numbers: Sequence[_Number]) -> Iterator[_Written]:
    """Yield the fractions in digits for which there is a sign; 5/16 has none, and 80/20 is a ratio."""
    for wording, quantity, number in numbers:
        for found in _DIGITS.finditer(number) if "/" in number or "⁄" in number else ():
            above, below = int(found[2]), int(found[3])
            if not 0 < above < below:
                continue
            share, whole = Fraction(above, below), int(found[1] or 0)
            mixed = whole + share in (quantity.low, quantity.high)  # "1-1/2" may be a range as well
            other = spell_number(whole + share if mixed else share, NumberStyle(Fractions.GLYPH))
            start = found.start() if mixed else found.start(2)
            if _SOME_SIGN.search(other):
                yield _Written(wording, quantity.start + start, number[start : found.end()], other)


def _numbers(subject: Subject) -> Iterator[_Number]:
    for said in texts_of(subject.recipe):
        for quantity in said.quantities:
            if quantity.kind is not Kind.OTHER:
                yield said.wording, quantity, said.wording.text[quantity.start : quantity.number_end]


RULE = Rule(MIXED_FRACTIONS, check, on=False)
