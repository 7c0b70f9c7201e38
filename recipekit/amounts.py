"""Numbers as cooks write them, and back: "1 ½", "2–3", "1,020", "¾" ⇄ Fraction.

This is the one place where a number is read or spelled.
"""

from __future__ import annotations

import re
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

VULGAR = {
    "¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3),
    "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8), "⅕": Fraction(1, 5),
    "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6), "⅚": Fraction(5, 6),
    "⅐": Fraction(1, 7), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip
"""Unicode's one-character fractions. Source: The Unicode Standard, Number Forms."""

_GLYPH = {value: glyph for glyph, value in VULGAR.items()}
GLYPHS = "".join(VULGAR)
DASHES = "-‐‑‒–—−"
MAX_DIGITS = 12  # a longer number is no amount of anything; int() refuses beyond 4300 digits

COMMA_LANGUAGES = frozenset(("cs", "da", "de", "es", "fi", "fr", "it", "nb", "nl", "no", "pl", "pt", "sv"))
"""Languages whose decimal mark is the comma, so that "1.000" is a thousand. Source: Unicode CLDR, number symbols."""

_V = "[¼-¾⅐-⅞]"  # GLYPHS, as ranges: cheaper to compile
_WHOLE = r"[0-9]+(?:[.,\u00a0\u202f][0-9]{3}(?![0-9]))*"
_AND = r"[ \u00a0\u2009-]|\ (?:and|und|&|\+)\ "  # between a whole and its part: 1 1/2, 1-1/2, 1 and 1/2
NUMBER = rf"(?:{_WHOLE}(?:[/⁄][0-9]+|{_V}|(?:{_AND})(?:{_V}|[0-9]+[/⁄][0-9]+)|[.,][0-9]+)?|{_V}|\.[0-9]+)"
"""What a number looks like; no group is captured. Sign and tilde stay outside, and so do the blanks of "1 000"."""

_NUMBER = re.compile(NUMBER)
_MIXED = re.compile(rf"({_WHOLE})(?:{_AND})?(?:({_V})|(?<=[^0-9])([0-9]+)[/⁄]([0-9]+))")
_TORN = "([0-9])([0-9])⁄([0-9]{1,2})"  # "11⁄2" is 1½: a raised 1 that was lost in copying
_THOUSANDS = r"[1-9][0-9]{0,2}(?:[, \u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?"
_COMMA_THOUSANDS = r"[1-9][0-9]{0,2}(?:[. \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?"


@lru_cache(maxsize=4096)
def parse_number(text: str, lang: str = "") -> Fraction | None:
    """Return the exact value of *text*; None where it is no number a cook could mean.

    *lang* is the language that the recipe says it is in. Without it a comma before three digits parts the thousands.

    >>> [str(parse_number(text)) for text in ("1 1/2", "1½", "1-1/2", "¾", "1,020", "1,5", "2.25")]
    ['3/2', '3/2', '3/2', '3/4', '1020', '3/2', '9/4']
    >>> str(parse_number("1.020")), str(parse_number("1.020", "de")), parse_number("1/0") is None
    ('51/50', '1020', True)
    """
    if text.isascii() and text.isdigit():
        return Fraction(int(text)) if len(text) <= MAX_DIGITS else None
    if text in VULGAR:
        return VULGAR[text]
    if len(text) > 3 * MAX_DIGITS or sum(map(str.isdigit, text)) > MAX_DIGITS + 2:
        return None
    comma = lang[:2].lower() in COMMA_LANGUAGES
    if not _NUMBER.fullmatch(text):
        return _decimal_value(text, comma=comma) if re.fullmatch(_thousands(comma=comma), text) else None
    if mixed := _MIXED.fullmatch(text):
        whole, glyph, numerator, denominator = mixed.groups()
        return _mixed_value(_decimal_value(whole, comma=comma), glyph, numerator, denominator)
    if (torn := re.fullmatch(_TORN, text)) and int(torn[2]) < int(torn[3]):
        return _mixed_value(Fraction(int(torn[1])), None, torn[2], torn[3])
    numerator, slash, denominator = text.replace("⁄", "/").partition("/")
    if slash:
        return _fraction(numerator, denominator)
    return _decimal_value(text, comma=comma)


def _mixed_value(
    whole: Fraction | None, glyph: str | None, numerator: str | None, denominator: str | None
) -> Fraction | None:
    part = VULGAR[glyph] if glyph else _fraction(numerator or "", denominator or "")
    return None if whole is None or whole.denominator > 1 or part is None else whole + part


def _fraction(numerator: str, denominator: str) -> Fraction | None:
    return Fraction(int(numerator), int(denominator)) if numerator.isdigit() and denominator.strip("0") else None


def _thousands(*, comma: bool) -> str:
    return _COMMA_THOUSANDS if comma else _THOUSANDS


def _decimal_value(text: str, *, comma: bool) -> Fraction | None:
    if re.fullmatch(_thousands(comma=comma), text):
        for mark in (" ", "\u00a0", "\u202f", "." if comma else ","):
            text = text.replace(mark, "")
    try:
        return Fraction(text.replace(",", "."))
    except ValueError:
        return None


class Fractions(Enum):
    """How a text writes parts of a whole."""

    GLYPH = "½"
    ASCII = "1/2"
    POINT = "0.5"
    COMMA = "0,5"


class NumberStyle(NamedTuple):
    """How a number is spelled: its fractions, the blank of a mixed number, the thousands separator."""

    fractions: Fractions | None = None
    gap: str = ""
    thousands: str = ""


PLAIN = NumberStyle()


def style_of(text: str, lang: str = "") -> NumberStyle:
    """Return how *text* spells its number, so that another number can be spelled like it.

    >>> style_of("2 1/4").gap, style_of("1,020").thousands, style_of("3").fractions
    (' ', ',', None)
    >>> style_of("1.020", "de").thousands
    '.'
    """
    if "/" in text or "⁄" in text:
        return NumberStyle(Fractions.ASCII, "-" if "-" in text else " ")
    if not text.isascii() and any(glyph in text for glyph in GLYPHS):
        return NumberStyle(Fractions.GLYPH, " " if " " in text else "-" if "-" in text else "")
    comma = lang[:2].lower() in COMMA_LANGUAGES
    if re.fullmatch(_thousands(comma=comma), text):
        decimals = (Fractions.COMMA if comma else Fractions.POINT) if ("," if comma else ".") in text else None
        return NumberStyle(decimals, "", next(mark for mark in text if not mark.isdigit()))
    if "." in text:
        return NumberStyle(Fractions.POINT)
    return NumberStyle(Fractions.COMMA) if "," in text else NumberStyle()


def spell_number(value: Fraction, style: NumberStyle = PLAIN) -> str:
    """Return *value* as digits in *style*, exactly where the style can, else to three decimals.

    >>> spell_number(Fraction(9, 4)), spell_number(Fraction(9, 4), NumberStyle(Fractions.ASCII, " "))
    ('2¼', '2 1/4')
    >>> spell_number(Fraction(1020), NumberStyle(thousands=",")), spell_number(Fraction(5, 7))
    ('1,020', '0.714')
    """
    whole, part = divmod(value, 1)
    digits = f"{int(whole):,}".replace(",", style.thousands)
    if not part:
        return digits
    if style.fractions in (Fractions.POINT, Fractions.COMMA):
        return _spell_decimal(value, style)
    if style.fractions is Fractions.ASCII and part.denominator <= 16:
        fraction = f"{part.numerator}/{part.denominator}"
        return f"{digits}{style.gap}{fraction}" if whole else fraction
    glyph = _GLYPH.get(part)
    if glyph is None:
        return _spell_decimal(value, style)
    return f"{digits}{style.gap}{glyph}" if whole else glyph


def _spell_decimal(value: Fraction, style: NumberStyle) -> str:
    value = Fraction(round(value * 1000), 1000)
    text = f"{int(value):,}".replace(",", style.thousands)
    decimals = f"{float(value % 1):.3f}"[1:].rstrip("0").rstrip(".")
    return text + (decimals.replace(".", ",") if style.fractions is Fractions.COMMA else decimals)
