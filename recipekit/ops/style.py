"""How a recipe's amounts are spelled: number styles, dashes, and unit words that agree with their number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from recipekit.amounts import COMMA_LANGUAGES, DASHES, NUMBER, Fractions, NumberStyle, spell_number, style_of
from recipekit.grammar import plural, singular
from recipekit.model import Quantity, Recipe
from recipekit.ops.spoons import Term
from recipekit.units import CUPS, METRIC, Dimension, dimension_of, plural_of_unit, unit_named
from recipekit.words import meanings, unit_in, unit_word, words

RANGE = re.compile(rf"({NUMBER})(\s?[{DASHES}]\s?|\s\w+\s)({NUMBER})")
"""A range as written: its low end, what stands between, its high end."""
_COMMA = re.compile(r"(?<![\d,])\d+,\d{1,2}(?!\d)")
_POINT = re.compile(r"\d\.\d")
_LETTERS = {"T": "tbsp", "t": "tsp", "c": "cup"}
"""Units that American cooks write as one letter; who writes one of them writes the others so too."""
_METRIC_LENGTHS = ("cm", "mm")
_DECIMALS = (Fractions.POINT, Fractions.COMMA)  # of what is measured: nobody writes "0.25 onion"
MEASURED = (Dimension.MASS, Dimension.VOLUME)


class Manner(NamedTuple):
    """How a recipe spells its amounts: whose *cups*, whether *exact*, and whether decimals have a *comma*.

    *lang* is the language that it says it is in, "" where it says none. *weights* are a cook's own files of densities
    and piece weights. *house* is how most of its fractions are written, which a number without one gives no sign of.
    *keeps* tells that amounts stay in their author's units where they are exact and plain in them; *kept* are the texts
    for which that holds. *system* is what a cook wants all amounts in, whose steps a sum is rounded to.
    """

    cups: str = "us"
    exact: bool = False
    comma: bool = False
    weights: tuple[Path, ...] = ()
    lang: str = ""
    house: NumberStyle | None = None
    keeps: bool = False
    kept: frozenset[str] = frozenset()
    system: str | None = None


PLAIN = Manner()


def manner_of(recipe: Recipe) -> Manner:
    """Return how *recipe* spells its amounts: its cups, and decimals with a comma where its author writes them so."""
    known = meanings("front_matter")
    said = (value for key, value in recipe.front_matter.items() if known.get(key.lower()) == "lang")
    lang = str(next(said, None) or "")
    comma = lang[:2].lower() in COMMA_LANGUAGES if lang else _writes_commas(recipe)
    return Manner(recipe.cups or CUPS[0], comma=comma, lang=lang)


class Houses(NamedTuple):
    """How a recipe writes its fractions in its list, in its table and in its sentences; None where it has none."""

    listed: NumberStyle | None
    rows: NumberStyle | None
    prose: NumberStyle | None


def houses_of(recipe: Recipe) -> Houses:
    """Return how *recipe* writes its fractions; a part without any follows the list, else the rest."""
    listed = _house(item.quantities for group in recipe.ingredients for item in group.items)
    rows = _house(row.quantities for row in (recipe.calories.rows if recipe.calories else ()))
    prose = _house(_of_sentences(recipe))
    first = listed or prose or rows
    return Houses(first, rows or first, prose or first)


def _of_sentences(recipe: Recipe) -> Iterator[tuple[Quantity, ...]]:
    waiting = [step for instruction in recipe.instructions for step in instruction.steps]
    yield from (note.quantities for note in recipe.notes)
    while waiting:
        step = waiting.pop()
        yield step.quantities
        yield from (note.quantities for note in step.notes)
        waiting += step.steps


def _house(quantities: Iterable[tuple[Quantity, ...]]) -> NumberStyle | None:
    """Return the style of most numbers as the author wrote them; decimals of metric units are everyone's."""
    styles: Counter[NumberStyle] = Counter()
    thousands = ""
    for quantity in chain.from_iterable(quantities):
        number = quantity.written.number if quantity.written else quantity.text[: quantity.number_end - quantity.start]
        style = style_of(number.split(dash_of(number), maxsplit=1)[0])
        thousands = thousands or style.thousands
        if quantity.scales and style.fractions is not None and quantity.unit not in METRIC:
            mixed = bool(style.gap) or number[:1].isdigit()
            styles[style._replace(thousands="")] += 2 if mixed else 1  # only a mixed number shows its blank
    if not styles:
        return NumberStyle(thousands=thousands) if thousands else None
    return styles.most_common(1)[0][0]._replace(thousands=thousands)


def _writes_commas(recipe: Recipe) -> bool:
    texts = [item.wording.text for group in recipe.ingredients for item in group.items]
    texts += [row.wording.text for row in recipe.calories.rows] if recipe.calories else []
    return any(_COMMA.search(text) for text in texts) and not any(_POINT.search(text) for text in texts)


def number_text(term: Term, like: str, manner: Manner) -> str:
    """Return the number of *term*, spelled as the number *like* is; metric and odd parts are decimals.

    >>> from fractions import Fraction
    >>> number_text(Term(Fraction(3, 2), "cup"), "1/2", PLAIN), number_text(Term(Fraction(3, 2), "kg"), "½", PLAIN)
    ('1 1/2', '1.5')
    """
    value, style = term.value, style_of(like, manner.lang)
    measured = dimension_of(term.unit) in (*MEASURED, Dimension.LENGTH)
    house = manner.house
    if style.fractions is None and house is not None and (measured or house.fractions not in _DECIMALS):
        style = style._replace(fractions=house.fractions, gap=house.gap)
    odd = term.unit in METRIC or term.unit in _METRIC_LENGTHS or value.denominator not in (1, 2, 3, 4, 8)
    if measured and odd and style.fractions is not Fractions.COMMA:
        style = style._replace(fractions=Fractions.COMMA if manner.comma else Fractions.POINT)
    if style.fractions in (Fractions.POINT, Fractions.COMMA) and value.denominator in (3, 8):
        style = style._replace(fractions=Fractions.GLYPH, gap="")
    if style.fractions is Fractions.ASCII and value.denominator > 16:
        style = style._replace(fractions=Fractions.POINT)
    if not style.thousands and house is not None and value >= 1000:
        style = style._replace(thousands=house.thousands)
    if not style.thousands and value >= 10000:
        style = style._replace(thousands="." if manner.comma else ",")
    return spell_number(value, style)


def joint_before(term: Term) -> str:
    """Return what stands before the second of two measures: "1 lb 5 oz", "¼ cup + 1 tbsp"."""
    return " " if term.unit == "oz" else " + "


def dash_of(number: str) -> str:
    """Return what stands between the ends of a range as written ("–", " to "), an en dash where it is none."""
    found = RANGE.fullmatch(number)
    return found[2] if found else "–"


def term_text(
    ends: Sequence[tuple[Term, ...]], style: str, glue: str, manner: Manner, *, bare: bool = False, dash: str = "–"
) -> str:
    """Return the words for one amount or both *ends* of a range; *style* is a number to spell like, *bare* drops units.

    >>> from fractions import Fraction
    >>> term_text([(Term(Fraction(1, 4), "cup"), Term(Fraction(1), "tbsp"))], "½", " ", PLAIN)
    '¼ cup + 1 tbsp'
    >>> term_text([(Term(Fraction(180), "°C"),), (Term(Fraction(190), "°C"),)], "350-375", "", PLAIN, dash="-")
    '180-190°C'
    """
    style = style.split(dash_of(style), maxsplit=1)[0]
    texts = []
    for terms in dict.fromkeys(ends):
        pieces = [(number_text(term, style, manner), agreeing(None, term, manner.lang)) for term in terms]
        texts.append([number if bare else f"{number}{glue}{word}" for number, word in pieces])
        joint = joint_before(terms[-1])
        texts[-1] = [joint.join(texts[-1])]
    words = [text for (text,) in texts]
    if len(words) == 2 and not bare:
        unit = f"{glue}{agreeing(None, ends[1][-1], manner.lang)}"
        singular_unit = f"{glue}{agreeing(None, ends[0][-1], manner.lang)}"
        if words[1].endswith(unit):
            words[0] = words[0].removesuffix(unit).removesuffix(singular_unit)
    return dash.join(words)


def agreeing(written: str | None, term: Term, lang: str = "", *, was_many: bool = False) -> str:
    """Return the unit word or noun for *term*: the author's own where it still names the unit, in agreement.

    *was_many* tells that the author counted several, so that the noun needs no plural ("6 Semmeln", "12 Semmeln").
    """
    many = term.value > 1
    if written is not None and written.endswith("."):
        core = agreeing(written[:-1], term, lang)
        return f"{core}." if core[:1] == written[:1] or core in _LETTERS else core
    if written is not None and (term.unit is None or unit_named(written) in (term.unit, None)):
        return written if many and was_many and unit_named(written) is None else _agree(written, term.unit, many=many)
    unit = term.unit or ""
    if written is not None and written in _LETTERS and unit in _LETTERS.values():
        return next(letter for letter, meaning in _LETTERS.items() if meaning == unit)
    like = unit_word(unit, written) if written else unit_in(unit, lang)
    if like is not None:
        return _agree(like, unit, many=many)
    return (plural_of_unit(unit) if many else unit).replace("_", " ")


def _agree(word: str, unit: str | None, *, many: bool) -> str:
    """Return *word* in the singular or the plural; an abbreviation and a size stay as they are."""
    lowered = word.lower()
    if unit is not None and (lowered in words("count_sizes") or lowered in words("abbreviations")):
        return word
    if unit is not None and lowered in words("abbreviated_plurals"):
        return word if many else word[:-1]
    return plural(word) if many else singular(word)
