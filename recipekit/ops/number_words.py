"""An amount that was written in words stays so where the new one has a plain word: "half a lime", "two cups"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from recipekit.amounts import parse_number
from recipekit.model import Written
from recipekit.ops.spoons import Term
from recipekit.words import numbers_of

_MOST = 12  # from thirteen on cooks write figures
_PARTS = {
    Fraction(1, 2): "half {}", Fraction(1, 4): "a quarter of {}", Fraction(3, 4): "three quarters of {}",
}  # fmt: skip
_RANGE = re.compile(r"(.+?)(\s(?:to|or)\s|\s?[-–]\s?)(.+)")
_VOWEL = re.compile(r"\s*(?:[aeio]|u(?!ni|se)|hour|8|11\b|18\b)", re.IGNORECASE)


@cache
def _wholes() -> dict[Fraction, str]:
    """Return the words for the whole numbers up to twelve."""
    values = {word: parse_number(digits) for word, digits in numbers_of("en").items()}
    plain = [(value, word) for word, value in values.items() if value is not None and value.denominator == 1]
    return {value: word for value, word in plain if value <= _MOST and word not in ("couple", "twice", "dozen")}


def is_in_words(number: str) -> bool:
    """Tell whether *number* is written in English words alone: "half a", "two or three", "a".

    >>> is_in_words("one and a half"), is_in_words("2"), is_in_words("einer halben")
    (True, False, False)
    """
    words = re.findall(r"[^\W\d_]+", number.lower())
    known = numbers_of("en").keys() | {"a", "an", "and", "of", "or", "to", "plus"}
    return bool(words) and not any(map(str.isnumeric, number)) and all(word in known for word in words)


def ends_in_words(number: str) -> tuple[str, str, str]:
    """Return both ends of a range in words, and what links them; a dash where nothing does.

    >>> ends_in_words("two to three")
    ('two', ' to ', 'three')
    """
    found = _RANGE.fullmatch(number)
    return (found[1], found[2], found[3]) if found else (number, "–", number)


def in_words(written: Written, terms: tuple[Term, ...], following: str) -> str | None:
    """Return the number of *terms* in words; None where figures are better: no plain word, or another unit.

    *terms* are one amount or both ends of a range, exact; *following* is what stands behind the number in the text.
    """
    if not is_in_words(written.number) or any(term.unit not in (None, written.unit) for term in terms):
        return None
    if len(terms) == 1:
        word = _word(terms[0].value, following)
    else:
        found = _RANGE.fullmatch(written.number)
        ends = [_wholes().get(term.value) for term in terms]
        word = f"{ends[0]}{found[2]}{ends[1]}" if found and all(ends) else None
    return word.capitalize() if word and written.number[:1].isupper() else word


def _word(value: Fraction, following: str) -> str | None:
    part = _PARTS.get(value)
    if part is None:
        return _wholes().get(value)
    return part.format("an" if _VOWEL.match(following) else "a")
