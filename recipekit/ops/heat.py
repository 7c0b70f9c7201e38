"""Temperatures of the kitchen from one scale to another, to the steps that ovens, cooks and food safety know.

Source of the oven table: the conversion tables of British and American cookery books, 25 °F a step.
"""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil, floor

from recipekit.words import words

OVEN = {
    225: 110, 250: 120, 275: 140, 300: 150, 325: 160, 350: 180, 375: 190, 400: 200, 425: 220, 450: 230, 475: 245,
    500: 260,
}  # fmt: skip
"""What cookery books print in °C for the °F of an oven."""

_BACK = {celsius: fahrenheit for fahrenheit, celsius in OVEN.items()} | {
    130: 275,
    170: 350,
    210: 425,
    240: 475,
    250: 475,
}
_COOLEST_OVEN = {"°F": 200, "°C": 95, "gas_mark": 0}
_DONE = {"°F": (120, 212), "°C": (48, 100)}
"""From rare beef to boiling water."""
_NEAR = 60  # code points before a temperature that say what is measured
_CLAUSE = re.compile(r"[.,;:(]")
_WORD = re.compile(r"[^\W\d_]+")


def is_oven(text: str, start: int, value: Fraction, unit: str) -> bool:
    """Tell whether the temperature at *start* of a sentence is an oven's, and not that of oil, syrup or a roast.

    >>> is_oven("Preheat the oven to 425°F.", 20, Fraction(425), "°F")
    True
    >>> is_oven("Bake until it reads 165°F inside.", 20, Fraction(165), "°F")
    False
    """
    if value < _COOLEST_OVEN[unit]:
        return False
    before = _words_before(text, start)
    return before.isdisjoint(words("measured_heat")) and not is_doneness(text, start)


def is_doneness(text: str, start: int) -> bool:
    """Tell whether the temperature at *start* of a sentence is that of food when it is done."""
    before = _words_before(text, start)
    clause = _CLAUSE.split(text[start : start + _NEAR], maxsplit=1)[0]
    behind = {word.lower() for word in _WORD.findall(clause)}
    return not before.isdisjoint(words("doneness")) or not behind.isdisjoint(words("doneness_behind"))


def may_be_meat(text: str, start: int, value: Fraction, unit: str) -> bool:
    """Tell whether a temperature is one at which meat is done, where nothing else that is measured stands before it.

    >>> may_be_meat("Cook the beef to 160°F.", 17, Fraction(160), "°F")
    True
    """
    least, most = _DONE.get(unit, (1, 0))
    return least <= value <= most and _words_before(text, start).isdisjoint(words("measured_heat"))


def _words_before(text: str, start: int) -> set[str]:
    """Return the words of the sentence that stand shortly before *start*."""
    sentence = text.rfind(". ", 0, start) + 1
    return {word.lower() for word in _WORD.findall(text, max(sentence, start - _NEAR), start)}


def oven_degrees(value: Fraction, exact: Fraction, to: str) -> Fraction:
    """Return what an oven is set to: by the table, else to 5 °C or 25 °F.

    Args:
        value: the temperature as written.
        exact: the same in the scale *to*.
        to: "°C" or "°F".

    >>> oven_degrees(Fraction(350), Fraction(530, 3), "°C"), oven_degrees(Fraction(165), Fraction(329), "°F")
    (Fraction(180, 1), Fraction(325, 1))
    """
    table = OVEN if to == "°C" else _BACK
    if value.denominator == 1 and int(value) in table:
        return Fraction(table[int(value)])
    step = 5 if to == "°C" else 25
    return Fraction(floor(exact / step + Fraction(1, 2)) * step)


def whole_degrees(exact: Fraction, *, done: bool) -> Fraction:
    """Return *exact* to one degree; what tells that food is *done* is never rounded down.

    >>> whole_degrees(Fraction(640, 9), done=True), whole_degrees(Fraction(1060, 9), done=False)
    (Fraction(72, 1), Fraction(118, 1))
    """
    return Fraction(ceil(exact) if done else floor(exact + Fraction(1, 2)))
