"""An amount's new spelling, in the author's own style: "3 Cloves" → "1 Clove", "1.5 cups" → "¾ cup" is "0.75 cup".

Rounding happens here, once; the exact value stays in the quantity, and how it was rounded beside it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import NUMBER, Fractions, spell_number, style_of
from recipekit.grammar import singular
from recipekit.model import Quantity, Rounding, Written
from recipekit.ops.friendly import UNCUT_BITS, Cut, friendly, friendly_servings
from recipekit.ops.number_words import ends_in_words, in_words
from recipekit.ops.spoons import CLOSE, EIGHTHS, LADDER, Term, is_plain, near, off, single
from recipekit.ops.style import MEASURED, RANGE, Manner, agreeing, dash_of, joint_before, number_text
from recipekit.parse.facts import HOW_MANY, HOW_MANY_EAT, HOW_MANY_MADE
from recipekit.units import METRIC, ROUGH, Dimension, dimension_of, size_of, unit_named
from recipekit.words import words

_PART = re.compile(rf"({NUMBER})(\s*[-‐‑]?)([^\W\d_]+\.?)")
_GOES_ON = re.compile(r"\)?,? [^\W\d_A-ZÄÖÜ]| \(")  # behind a dot that ends no sentence
_JOINT = re.compile(r"\s(?:plus|and|und|\+|&)\s")
_BEHIND = 24  # code points behind a stick, in which butter is named
_WORD = re.compile(r"[^\W\d_]+")
QUARTER = Fraction(1, 4)
_SPOONS_IN_A_STICK = 8
"""In a stick of butter, half a US cup. Source: the wrappers of US butter."""


class Spelling(NamedTuple):
    """The words for an amount: its number, its unit word, and what they stand for.

    Without a *word* the noun stays as it is; with a unit and no word, all of it stands in the number: "2 lb 3 oz".
    *written* is what the author wrote, where that was something else.
    """

    number: str
    word: str | None
    unit: str | None
    low: Fraction
    high: Fraction
    rounding: Rounding | None = None
    written: Written | None = None


def as_written(text: str, quantity: Quantity) -> Written:
    """Return what the author wrote for *quantity*, however often it has been scaled since."""
    if quantity.written is not None:
        return quantity.written
    word = quantity.word and text[quantity.word.start : quantity.word.end + has_dot(text, quantity)]
    number = text[quantity.start : quantity.number_end]
    return Written(number, quantity.low, quantity.high, quantity.unit, word, Fraction(1))


def has_dot(text: str, quantity: Quantity) -> bool:
    """Tell whether the unit of *quantity* is abbreviated with a dot ("2 Tbsp. oil") that ends no sentence."""
    end = quantity.word.end if quantity.word else quantity.end
    if quantity.unit is None or text[end : end + 1] != "." or end != quantity.end:
        return False
    return _GOES_ON.match(text, end + 1) is not None or (not quantity.start and bool(text[end + 1 :].strip()))


def spell(
    text: str, quantity: Quantity, factor: Fraction, manner: Manner, food: str | None = None, *, alone: bool = True
) -> Spelling:
    """Return how *quantity* of *text* is written when it is scaled by *factor*; *food* is what a table's row is about.

    *alone* tells that no other measure says the same, so that part of a stick may become the spoons marked on it. It is
    spelled from what the author wrote, so that scaling twice reads like scaling once.
    """
    written = as_written(text, quantity)
    factor *= written.factor
    low, high = written.low * factor, written.high * factor
    if factor == 1:
        return Spelling(written.number, written.word, written.unit, low, high)
    if quantity.why == HOW_MANY and written.high == written.low:
        said = friendly_servings(low)
        word = agreeing(written.word, Term(said, None))
        rounding = None if said == low else Rounding(said, said)
        number = spell_number(said, style_of(written.number, manner.lang))
        spelling = Spelling(number, word, written.unit, low, high, rounding)
    else:
        cut = Cut.NEVER if quantity.why in (HOW_MANY_MADE, HOW_MANY_EAT) else cut_of(written, food)
        if cut is Cut.HALVES and low == high == QUARTER and written.unit in words("containers"):
            cut = Cut.QUARTERS  # half a tin is twice a quarter of one
        butter = food or text[quantity.end : quantity.end + _BEHIND]
        spoons = _spell_stick(written, low, butter, manner) if alone and not manner.keeps else None
        spelling = spoons or spell_amount(written, low, high, manner, cut)
    if food is None and spelling.rounding is None and not spelling.number.isalpha():
        spelling = _in_words(written, spelling, text[quantity.number_end :])
    if spelling.number == "a" and spelling.word and _needs_of(text, quantity.end):
        spelling = spelling._replace(word=f"{spelling.word} of")
    return spelling._replace(written=written._replace(factor=factor))


def _in_words(written: Written, spelling: Spelling, following: str) -> Spelling:
    """Return *spelling* with its number in words, if the author's is and the new one has a plain word."""
    if is_compound(written) or (spelling.word or "").count(" ") > (written.word or "").count(" "):
        return spelling
    ends = dict.fromkeys((spelling.low, spelling.high))
    if written.unit is not None and spelling.word:
        following = f" {spelling.word}"
    number = in_words(written, tuple(Term(end, spelling.unit) for end in ends), following)
    return spelling if number is None else spelling._replace(number=number)


def _spell_stick(written: Written, value: Fraction, food: str, manner: Manner) -> Spelling | None:
    """Return parts of a stick of butter in tablespoons, which are marked on it; None for whole and half sticks."""
    if written.unit != "stick" or written.high != written.low or (value * 2).denominator == 1 or manner.exact:
        return None
    if words("sold_in_sticks").isdisjoint(_WORD.findall(food.lower())):
        return None
    spoons = value * _SPOONS_IN_A_STICK
    return spell_amount(
        Written(written.number, spoons, spoons, "tbsp", "tbsp", Fraction(1)), spoons, spoons, manner, Cut.QUARTERS
    )


def _needs_of(text: str, end: int) -> bool:
    """Tell whether "a pinch" wants an "of" before what stands behind it."""
    behind = text[end:].removeprefix(".")
    return behind.lstrip()[:1].isalpha() and not behind.startswith(" of ")


def spell_amount(written: Written, low: Fraction, high: Fraction, manner: Manner, cut: Cut) -> Spelling:
    """Return how *low* to *high* of the unit that was written is spelled, in the style of what was written."""
    spelling = _spell_amount(written, low, high, manner, cut)
    plain = all(is_plain(end, written.unit) for end in (low, high))
    if not manner.keeps or spelling.rounding is not None or is_compound(written) or not plain:
        return spelling
    dash = dash_of(written.number)
    ends = [Term(end, written.unit) for end in dict.fromkeys((low, high))]
    numbers = [number_text(end, written.number.split(dash, maxsplit=1)[0], manner) for end in ends]
    word = agreeing(written.word, ends[-1], manner.lang, was_many=written.high > 1)
    return Spelling(dash.join(numbers), word, written.unit, low, high)


def _spell_amount(written: Written, low: Fraction, high: Fraction, manner: Manner, cut: Cut) -> Spelling:
    if manner.exact:
        return _spell_exactly(written, low, high, manner)
    if high != low:
        return _spell_range(written, low, high, manner, cut)
    first, *rest = terms = _terms(written, low, manner, cut)
    if first.unit in ROUGH and written.unit not in ROUGH:
        said = _said(terms, written.unit, manner)
        return _joined(Spelling("a", agreeing(None, first), written.unit, low, low, Rounding(said, said)), written)
    if not rest and (written.unit in ROUGH or written.unit in UNCUT_BITS) and first == (written.low, written.unit):
        exactly = Rounding(written.low, written.low)
        return Spelling(written.number, written.word, written.unit, low, low, exactly)  # a pinch stays a pinch
    unit = first.unit if dimension_of(first.unit) in MEASURED else written.unit
    said, exact = _said(terms, unit, manner), low * _ratio(written.unit, unit, manner)
    rounding = None if said == exact else Rounding(said, said)
    if is_compound(written):
        return Spelling(_compound(written, terms, manner), None, unit, exact, exact, rounding)
    word = agreeing(written.word, first, was_many=written.high > 1)
    for term in rest:
        other = agreeing(written.word, term, manner.lang)
        word = f"{word}{joint_before(term)}{number_text(term, written.number, manner)} {other}"
    return Spelling(number_text(first, written.number, manner), word, unit, exact, exact, rounding)


def is_compound(written: Written) -> bool:
    """Tell whether the author wrote two measures for one amount: "2 lb 3 oz"."""
    return written.word is None and dimension_of(written.unit) in MEASURED


def _joined(spelling: Spelling, written: Written) -> Spelling:
    """Return *spelling* with its word in the number, where that is where a compound stands."""
    if not is_compound(written) or spelling.word is None:
        return spelling
    return spelling._replace(number=f"{spelling.number} {spelling.word}", word=None)


def _terms(written: Written, value: Fraction, manner: Manner, cut: Cut) -> tuple[Term, ...]:
    decimal = _is_decimal(written)
    return friendly(value, written.unit, written.low, cut=cut, decimal=decimal, cups=manner.cups)


def _is_decimal(written: Written) -> bool:
    return style_of(written.number).fractions in (Fractions.POINT, Fractions.COMMA)


def cut_of(written: Written, food: str | None = None) -> Cut:
    """Return how far what is counted can be cut: a clove and a tortilla not at all, an egg and a can to halves."""
    if dimension_of(written.unit) not in (None, Dimension.COUNT):
        return Cut.QUARTERS
    counted = singular(written.unit or (written.word or "").lower())
    if counted in words("whole_things"):
        return Cut.NEVER
    if written.unit in words("count_sizes") and food is not None:
        counted = singular(food.split()[-1].lower()) if food.split() else counted  # "2 large" in the row of the eggs
    return Cut.HALVES if counted in words("halved_things") or counted in words("containers") else Cut.QUARTERS


def _ratio(unit: str | None, to: str | None, manner: Manner) -> Fraction:
    """Return how many of *to* one *unit* is; 1 where neither is measured."""
    if unit == to:
        return Fraction(1)
    return (size_of(unit, manner.cups) or Fraction(1)) / (size_of(to, manner.cups) or Fraction(1))


def _said(terms: tuple[Term, ...], unit: str | None, manner: Manner) -> Fraction:
    return sum((term.value * _ratio(term.unit, unit, manner) for term in terms), Fraction(0))


def _compound(written: Written, terms: tuple[Term, ...], manner: Manner) -> str:
    """Return *terms* as the author wrote the two measures: "2 lb 3 oz", "1 cup plus 2 tbsp", "2lb 3oz"."""
    parts = list(_PART.finditer(written.number))
    named = {unit_named(part[3].rstrip(".")): part for part in parts}
    joint = written.number[parts[0].end() : parts[1].start()] if len(parts) > 1 else " "
    linked = _JOINT.search(written.number) if len(parts) < 2 else None
    joint = linked[0] if linked else joint
    pieces = []
    for term in terms:
        part = named.get(term.unit)
        gap = part[2] if part else parts[0][2] if parts else " "
        number = number_text(term, parts[0][1] if parts else "", manner)
        pieces.append(f"{number}{gap}{agreeing(part[3] if part else None, term)}")
    return joint.join(pieces)


def _spell_range(written: Written, low: Fraction, high: Fraction, manner: Manner, cut: Cut) -> Spelling:
    """Spell both ends in one unit, the dash as it was; two ends that round to the same are one number."""
    found = RANGE.fullmatch(written.number)
    low_text, dash, high_text = found.groups() if found else ends_in_words(written.number)
    style = low_text if style_of(low_text).fractions else high_text
    unit, *measured = _ends(written, low, high, manner, cut)
    first, second = sorted(measured)  # two ends that lie close may round past each other
    if unit in ROUGH and written.unit not in ROUGH:
        rounding = Rounding(*(_said((Term(first, unit),), written.unit, manner),) * 2)
        return Spelling("a", agreeing(None, Term(first, unit)), written.unit, low, high, rounding)
    ends = [number_text(Term(end, unit), style, manner) for end in (first, second)]
    number = ends[0] if ends[0] == ends[1] else dash.join(ends)
    ratio = _ratio(written.unit, unit, manner)
    low, high = low * ratio, high * ratio
    rounded = None if (first, second) == (low, high) else Rounding(first, second)
    return Spelling(
        number, agreeing(written.word, Term(second, unit), was_many=written.high > 1), unit, low, high, rounded
    )


def _ends(
    written: Written, low: Fraction, high: Fraction, manner: Manner, cut: Cut
) -> tuple[str | None, Fraction, Fraction]:
    """Return the unit that measures both ends of a range best, and the ends in it."""
    terms = [_terms(written, end, manner, cut) for end in (low, high)]
    if all(end[0].unit in ROUGH and written.unit not in ROUGH for end in terms):
        return terms[0][0].unit, terms[0][0].value, terms[1][0].value
    units = [end[0].unit for end in reversed(terms) if end[0].unit not in ROUGH or written.unit in ROUGH]
    units += [written.unit, *(LADDER if written.unit in LADDER else ())]
    tried: list[tuple[Fraction, int, str | None, Fraction, Fraction]] = []
    for index, unit in enumerate(dict.fromkeys(units)):
        ratio = _ratio(written.unit, unit, manner)
        first, second = (_one(written, end * ratio, unit, manner, cut) for end in (low, high))
        missed = max(off(low * ratio, first), off(high * ratio, second))
        if missed <= CLOSE:
            return unit, first, second
        tried.append((missed, index, unit, first, second))
    _, _, unit, first, second = min(tried)
    return unit, first, second


def _one(written: Written, value: Fraction, unit: str | None, manner: Manner, cut: Cut) -> Fraction:
    """Return what one measure of *unit* says nearest to *value*; "0–2 eggs" begin with none."""
    if not value:
        return value
    if unit in LADDER:
        return single(value, unit)
    terms = _terms(written._replace(unit=unit, low=value), value, manner, cut)
    return terms[0].value if len(terms) == 1 and terms[0].unit == unit else near(value, EIGHTHS)


def _spell_exactly(written: Written, low: Fraction, high: Fraction, manner: Manner) -> Spelling:
    """Spell the exact number, in fractions that nobody may be able to measure."""
    numbers = [_exact_number(value, written, manner) for value in dict.fromkeys((low, high))]
    if is_compound(written):
        unit = Term(high, written.unit)
        return Spelling(f"{'–'.join(numbers)} {agreeing(None, unit)}", None, written.unit, low, high)
    return Spelling(
        "–".join(numbers),
        agreeing(written.word, Term(high, written.unit), was_many=written.high > 1),
        written.unit,
        low,
        high,
    )


def _exact_number(value: Fraction, written: Written, manner: Manner) -> str:
    if value.denominator > 1 and (written.unit in METRIC or _is_decimal(written)):
        for digits in range(1, 7):
            if (value * 10**digits).denominator == 1:
                return f"{float(value):.{digits}f}".replace(".", "," if manner.comma else ".")
    whole, part = divmod(value, 1)
    if not part or part.denominator in (2, 3, 4, 8):
        return spell_number(value, style_of(written.number)._replace(fractions=Fractions.ASCII, gap=" "))
    fraction = f"{part.numerator}/{part.denominator}"
    return f"{whole} {fraction}" if whole else fraction
