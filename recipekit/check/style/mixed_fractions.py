"""One recipe writes fractions in two ways.

"½ cup" in one line and "1/2 cup" in the next read as if two people had written them. The way of most fractions of the
recipe is the right one; where both are as frequent, ½.

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
from collections.abc import Iterator
from fractions import Fraction

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MIXED_FRACTIONS, Diagnostic, Fix
from recipekit.edits.verifying import Said, texts_of
from recipekit.model import Quantity
from recipekit.source import Edit, Span

_GLYPH = re.compile(r"(?:(\d+)[ \u00a0\u2009]?)?([¼-¾⅐-⅞])")
_PLAIN = re.compile(r"(?:(\d+)[ \u00a0])?(?<![\d/])(\d{1,2})[/⁄](\d{1,2})(?![\d/])")
_FINEST = 16  # parts of a measure; nobody has spoons of seventeenths
_TRIED = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"

Place = tuple[Said, Quantity, re.Match[str]]


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every fraction that is not written as most of them are."""
    text = subject.source.text
    if "/" not in text and "⁄" not in text:
        return
    glyphs, plain = list(_places(subject, _GLYPH)), list(_places(subject, _PLAIN))
    if not glyphs or not plain:
        return
    few, style = (plain, Fractions.GLYPH) if len(glyphs) >= len(plain) else (glyphs, Fractions.ASCII)
    for said, quantity, found in few:
        start, end = quantity.start + found.start(), quantity.start + found.end()
        new = _spelled(found, style)
        message = f'"{found[0]}" stands beside fractions like {"½" if style is Fractions.GLYPH else "1/2"}'
        span = said.wording.span(start, end)
        fix = (
            Fix((Edit(Span(*span), new),), f"write {new}") if new and span and text[slice(*span)] == found[0] else None
        )
        yield subject.finding(
            MIXED_FRACTIONS, message, f"write {new or 'all of them alike'}", said.wording, start, end, fix
        )


def _places(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Place]:
    for said in texts_of(subject.recipe):
        for quantity in said.quantities:
            number = said.wording.text[quantity.start : quantity.number_end]
            found = (each for each in pattern.finditer(number) if pattern is _GLYPH or _is_share(each))
            yield from ((said, quantity, each) for each in found)


def _is_share(found: re.Match[str]) -> bool:
    """Tell whether digits with a bar are a fraction of a measure, and no ratio such as 80/20."""
    return 0 < int(found[2]) < int(found[3]) <= _FINEST


def _spelled(found: re.Match[str], style: Fractions) -> str | None:
    """Return a fraction in the other way; None where it has no sign of its own ("5/16")."""
    if style is Fractions.GLYPH:
        value = Fraction(int(found[1] or 0)) + Fraction(int(found[2]), int(found[3]))
        new = spell_number(value, NumberStyle(style))
        return new if any(sign in new for sign in _TRIED) else None
    return f"{found[1]} {_digits(found[2])}" if found[1] else _digits(found[2])


def _digits(sign: str) -> str:
    import unicodedata  # noqa: PLC0415 - few recipes mix

    return unicodedata.normalize("NFKD", sign).replace("⁄", "/")


RULE = Rule(MIXED_FRACTIONS, check, on=False)
