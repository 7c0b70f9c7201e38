"""An amount's new spelling, in the author's own style: "3 Cloves" → "1 Clove", "1.5 cups" → "¾ cup" is "0.75 cup".

Rounding happens here, once; the exact value stays in the quantity.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from fractions import Fraction
from itertools import accumulate
from typing import NamedTuple

from recipekit.amounts import DASHES, NUMBER, Fractions, NumberStyle, spell_number, style_of
from recipekit.grammar import plural, singular
from recipekit.model import Quantity, Written
from recipekit.ops.friendly import Term, friendly, nearest
from recipekit.source import Edit, Span, apply_edits
from recipekit.units import METRIC, Dimension, dimension_of, plural_of_unit, size_of, unit_named
from recipekit.words import unit_word, words

_RANGE = re.compile(rf"({NUMBER})(\s?[{DASHES}]\s?|\s\w+\s)({NUMBER})")
_ABBREVIATIONS = frozenset(
    [
        "g",
        "gr",
        "gm",
        "kg",
        "mg",
        "oz",
        "lb",
        "ml",
        "cl",
        "dl",
        "l",
        "ℓ",
        "tsp",
        "tbsp",
        "tb",
        "tbl",
        "tbls",
        "tblsp",
        "tbs",
        "ts",
        "c",
        "t",
        "pt",
        "qt",
        "gal",
        "floz",
        "el",
        "tl",
        "essl",
        "teel",
        "msp",
        "pck",
        "pkt",
        "pkg",
        "pc",
        "stk",
    ]
) | {"fl oz", "fl. oz"}
_ABBREVIATED_PLURALS = frozenset(
    ["lbs", "ozs", "kgs", "mls", "gms", "tsps", "tbsps", "pts", "qts", "gals", "kilos", "pkgs", "pcs"]
)
_WHOLE = frozenset(("how many it makes",))
_EXACT = "how many it serves"


class _Moves:
    """Where the places of a text stand after its edits, none of which is empty."""

    def __init__(self, edits: tuple[Edit, ...]) -> None:
        self.ends = [span.end for span, _ in edits]
        self.grown = [0, *accumulate(len(new) - (span.end - span.start) for span, new in edits)]

    def at(self, position: int) -> int:
        """Return the new place of *position*, which lies in no edit."""
        return position + self.grown[bisect_right(self.ends, position)]


class Spelling(NamedTuple):
    """The words for an amount: its number, its unit word (None: keep it), and the unit that this is in."""

    number: str
    word: str | None
    unit: str | None
    low: Fraction
    high: Fraction


class Respelled(NamedTuple):
    """A text with its amounts scaled: the words, the quantities in them, and the edits that lead there."""

    text: str
    quantities: tuple[Quantity, ...]
    edits: tuple[Edit, ...]

    def moved(self, span: Span) -> Span:
        """Return where *span* of the old text stands in the new one."""
        moves = _Moves(self.edits)
        return Span(moves.at(span.start), moves.at(span.end))


def respell(text: str, quantities: Iterable[Quantity], factor: Fraction) -> Respelled:
    """Return *text* with every quantity that scales times *factor*, spelled as a cook reads it."""
    edits: dict[Span, str] = {}
    spellings: list[tuple[Quantity, Spelling | None]] = []
    for quantity in quantities:
        spelling = None
        if quantity.scales:
            spelling = spell(text, quantity, factor)
            edits[Span(quantity.start, quantity.number_end)] = spelling.number
            if quantity.word is not None and spelling.word is not None:
                edits[quantity.word] = spelling.word
        spellings.append((quantity, spelling))
    made = tuple(sorted(Edit(span, new) for span, new in edits.items() if text[span.start : span.end] != new))
    result = apply_edits(text, made)
    moves = _Moves(made)
    moved = tuple(
        _moved(result, quantity, spelling, as_written(text, quantity), factor, moves)
        for quantity, spelling in spellings
    )
    return Respelled(result, moved, made)


def _moved(
    result: str, quantity: Quantity, spelling: Spelling | None, written: Written, factor: Fraction, moves: _Moves
) -> Quantity:
    """Return *quantity* at its new place in *result*, with its new values where it has a new spelling."""
    start = moves.at(quantity.start)
    end = moves.at(quantity.end)
    word = quantity.word and Span(moves.at(quantity.word.start), moves.at(quantity.word.end))
    number_end = moves.at(quantity.number_end)
    quantity = quantity._replace(text=result[start:end], start=start, end=end, number_end=number_end, word=word)
    if spelling is None:
        return quantity
    factor *= written.factor
    scaled = written._replace(factor=factor) if factor != 1 else None
    return quantity._replace(low=spelling.low, high=spelling.high, unit=spelling.unit, written=scaled)


def as_written(text: str, quantity: Quantity) -> Written:
    """Return what the author wrote for *quantity*, however often it has been scaled since."""
    if quantity.written is not None:
        return quantity.written
    word = text[quantity.word.start : quantity.word.end] if quantity.word else None
    number = text[quantity.start : quantity.number_end]
    return Written(number, quantity.low, quantity.high, quantity.unit, word, Fraction(1))


def spell(text: str, quantity: Quantity, factor: Fraction) -> Spelling:
    """Return how *quantity* of *text* is written when it is scaled by *factor*.

    It is spelled from what the author wrote, so that scaling twice reads like scaling once.
    """
    written = as_written(text, quantity)
    factor *= written.factor
    low, high = written.low * factor, written.high * factor
    if factor == 1:
        return Spelling(written.number, written.word, written.unit, low, high)
    whole = quantity.why in _WHOLE or _never_cut(written)
    if quantity.why == _EXACT and written.high == written.low:
        number = spell_number(low, style_of(written.number))
        number = number if number.strip("0") else f"{low.numerator}/{low.denominator}"
        return Spelling(number, _word(written.word, Term(low, None)), written.unit, low, high)
    terms = friendly(low, written.unit, written.low, whole=whole)
    if written.high != written.low:
        return _spell_range(written, low, high, terms, whole=whole)
    first, *rest = terms
    number = _number(first, style_of(written.number))
    word = _word(written.word, first)
    for term in rest:
        word = f"{word} + {_number(term, style_of(written.number))} {_word(None, term)}"
    if first.unit == "pinch" and written.unit != "pinch":
        number = "a"
        word = (
            f"{word} of"
            if text[quantity.end :].lstrip()[:1].isalpha() and not text[quantity.end :].startswith(" of ")
            else word
        )
    unit, low, high = _in_unit(written.unit, first, low, high)
    return Spelling(number, word, unit, low, high)


def _never_cut(written: Written) -> bool:
    """Tell whether nobody cuts what is counted: a clove, a bay leaf, a tortilla."""
    if dimension_of(written.unit) not in (None, Dimension.COUNT):
        return False
    counted = written.unit or (written.word or "").lower()
    return singular(counted) in words("whole_things")


def _in_unit(unit: str | None, term: Term, low: Fraction, high: Fraction) -> tuple[str | None, Fraction, Fraction]:
    """Return unit and exact values, in the unit that is written, where that is another measured one."""
    if term.unit == unit or dimension_of(term.unit) not in (Dimension.MASS, Dimension.VOLUME):
        return unit, low, high
    ratio = _size(unit) / _size(term.unit)
    return term.unit, low * ratio, high * ratio


def _size(unit: str | None) -> Fraction:
    return size_of(unit) or Fraction(1)


def _spell_range(written: Written, low: Fraction, high: Fraction, terms: tuple[Term, ...], *, whole: bool) -> Spelling:
    """Spell both ends in one unit, the dash as it was; two ends that round to the same are one number."""
    found = _RANGE.fullmatch(written.number)
    low_text, dash, high_text = found.groups() if found else (written.number, "–", written.number)
    first = terms[0]
    if first.unit == "pinch" and written.unit != "pinch":
        first = Term(low, written.unit)
    ratio = _size(written.unit) / _size(first.unit) if first.unit != written.unit else Fraction(1)
    upper = friendly(high * ratio, first.unit, written.high * ratio, whole=whole)[0]
    if upper.unit != first.unit:
        first, upper = (Term(nearest(value, written.unit), written.unit) for value in (low, high))
    elif len(terms) > 1:
        first = Term(nearest(low * ratio, first.unit), first.unit)
    style = style_of(low_text) if style_of(low_text).fractions else style_of(high_text)
    ends = [_number(first, style), _number(upper, style)]
    number = ends[0] if ends[0] == ends[1] else dash.join(ends)
    unit, low, high = _in_unit(written.unit, first, low, high)
    return Spelling(number, _word(written.word, Term(upper.value, first.unit)), unit, low, high)


def _number(term: Term, style: NumberStyle) -> str:
    value = term.value
    measured = dimension_of(term.unit) in (Dimension.MASS, Dimension.VOLUME)
    odd = term.unit in METRIC or value.denominator not in (1, 2, 3, 4, 8)
    if measured and odd and style.fractions is not Fractions.COMMA:
        style = style._replace(fractions=Fractions.POINT)
    if style.fractions in (Fractions.POINT, Fractions.COMMA) and value.denominator in (3, 8):
        style = style._replace(fractions=Fractions.GLYPH, gap="")
    if style.fractions is Fractions.ASCII and value.denominator > 16:
        style = style._replace(fractions=Fractions.POINT)
    if not style.thousands and value >= 10000:
        style = style._replace(thousands=",")
    return spell_number(value, style)


def _word(written: str | None, term: Term) -> str:
    """Return the unit word or noun for *term*: the author's own where it still names the unit, in agreement."""
    many = term.value > 1
    if written is not None and (term.unit is None or unit_named(written) in (term.unit, None)):
        return _agree(written, term.unit, many=many)
    unit = term.unit or ""
    like = unit_word(unit, written) if written else None
    if like is not None:
        return _agree(like, unit, many=many)
    return plural_of_unit(unit) if many else unit.replace("fl_oz", "fl oz")


def _agree(word: str, unit: str | None, *, many: bool) -> str:
    """Return *word* in the singular or the plural; an abbreviation and a size stay as they are."""
    lowered = word.lower()
    if unit is not None and (lowered in words("count_sizes") or lowered in _ABBREVIATIONS):
        return word
    if unit is not None and lowered in _ABBREVIATED_PLURALS:
        return word if many else word[:-1]
    return plural(word) if many else singular(word)
