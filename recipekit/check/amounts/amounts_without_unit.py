"""A food that is weighed or measured has a bare number.

"500 flour" scales as five hundred flours, and nobody can shop for "2 sugar". A number of 100 or more is found before
nearly every food, before a plural only where nobody counts so many ("400 lentils") or they would weigh more than 6 kg;
a smaller one only before what is never counted, like flour, milk or ground beef. Up to 4 of what may come packed are
packs ("1 coconut milk"). A list or a column that says its unit elsewhere, as in "Amount (g)", is left alone.

Bad:

    ## Ingredients

    - 500 flour
    - 250 butter

Good:

    ## Ingredients

    - 500 g flour
    - 250 g butter
    - 3 onions

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from recipekit.check.amounts.misspelling import unit_meant
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import AMOUNT_WITHOUT_UNIT, Diagnostic
from recipekit.foods.lexicon import lexicon, words_of
from recipekit.foods.reading import LONGEST_NAME, alternatives
from recipekit.foods.splitting import split_foods
from recipekit.grammar import is_plural, lower_singular
from recipekit.model import Kind, Quantity
from recipekit.ops.larder import is_liquid
from recipekit.ops.weighing import Said, piece_weight
from recipekit.parse.items import head_noun
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import checked, words

_MANY = 100
_PACKS = 4
_FEW = 20
_MOST_GRAMS = 6_000
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r"\s*\(?[^\W\d_]")
_LEAN = re.compile(r"\d\d/\d{1,2}")  # "80/20 beef"
_MEASURED = (Dimension.MASS, Dimension.VOLUME)
_IN_GRAMS = re.compile(r"\b(?:in|are|as)\s+(?:g|grams?|grammes?|gramm|ml|millilit(?:er|re)s?)\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every amount of the list and the calories table that has lost its unit."""
    found = [*_in_list(subject), *_in_table(subject)]
    if found and not _says_units(subject):
        yield from found


def _in_list(subject: Subject) -> Iterator[Diagnostic]:
    for group in subject.recipe.ingredients:
        for item in group.items:
            amount = _bare(item.quantities)
            if amount is None or _names_a_unit(item.wording.text):
                continue
            text = item.wording.text
            head = amount.word or head_noun(text, Span(amount.number_end, len(text)))
            follows = head is not None and (head.start < amount.start or _NAMED.match(text, amount.number_end))
            noun = text[head.start : head.end] if head and follows else ""
            if noun and not _is_in_vessels(item.name) and _has_lost_its_unit(amount.low, item.name, noun):
                if _says_unit_above(group.title, group.text):
                    continue
                message, hint = _said(amount, item.name)
                yield subject.finding(AMOUNT_WITHOUT_UNIT, message, hint, item.wording, amount.start, amount.number_end)


def _in_table(subject: Subject) -> Iterator[Diagnostic]:
    for row in subject.recipe.calories.rows if subject.recipe.calories else ():
        amount = _bare(row.quantities)
        if amount is None or _names_a_unit(row.wording.text) or _names_a_unit(row.ingredient.partition("(")[0]):
            continue
        head = head_noun(row.ingredient, Span(0, len(row.ingredient)))
        noun = row.ingredient[head.start : head.end] if head else ""
        if (
            noun
            and _has_lost_its_unit(amount.low, row.ingredient, noun)
            and not _column_says(subject, row.wording.line)
        ):
            message, hint = _said(amount, row.ingredient)
            yield subject.finding(AMOUNT_WITHOUT_UNIT, message, hint, row.wording, amount.start, amount.number_end)


def _bare(quantities: tuple[Quantity, ...]) -> Quantity | None:
    """Return the first amount where it is a bare number and nothing else says how much that is."""
    first = quantities[0] if quantities else None
    if first is None or first.unit is not None or first.kind is not Kind.AMOUNT or not first.scales:
        return None
    if _LEAN.fullmatch(first.text):
        return None
    if any(dimension_of(other.unit) in (*_MEASURED, Dimension.COUNT) for other in quantities[1:] if other.unit):
        return None
    return first


def _is_in_vessels(name: str) -> bool:
    """Tell whether a name begins with what the food comes in: "bowls cooked rice"."""
    first = lower_singular(name.partition(" ")[0].lower())
    return first in words("vessels") or first in words("containers") or first in words("loose_measures")


def _names_a_unit(text: str) -> bool:
    """Tell whether a word of *text* is a unit: "500 flour (g)", "2 butter sticks"."""
    units = (unit_named(word) for word in _WORD.findall(text))
    return any(dimension_of(unit) in _MEASURED or unit in words("containers") for unit in units if unit)


def _has_lost_its_unit(value: Fraction, name: str, noun: str) -> bool:
    """Tell whether so many of the food *name*, whose noun is *noun*, are none that somebody counts."""
    if len(name) > LONGEST_NAME or not _is_one_food(name):
        return False
    food = alternatives(name)[0].head
    if value < _MANY:
        packs = value <= _PACKS and (not _is(food, "never_packed") or food in checked("amounts", "comes_packed"))
        return _is(food, "never_counted") and not _is_many(noun) and not packs
    if not _is_many(noun) or _is(food, "counted_by_the_hundred"):
        return not _is(food, "counted_by_the_hundred")
    said = (food, lower_singular(noun.lower()))
    if any(_is(each, topic) for each in said for topic in ("never_counted", "never_counted_by_the_hundred")):
        return True
    piece = piece_weight(Said(name), None)
    return piece is not None and piece.grams * value > _MOST_GRAMS


def _is_one_food(name: str) -> bool:
    """Tell whether *name* is that of one known food, and no number belongs to it as in "5 spice powder"."""
    said = _WORD.findall(name)
    if not said or said[0].lower() in checked("amounts", "behind_numbers") or unit_meant(said[0]):
        return False
    readings = alternatives(name) if len(split_foods(name)) == 1 else ()
    if len(readings) != 1 or not readings[0].foods:
        return False
    may_be_a_unit = said[0][0].islower() and said[0].lower() in readings[0].unknown
    return not may_be_a_unit and not checked("amounts", "of_elsewhere").intersection(said)


def _is(food: str, topic: str) -> bool:
    """Tell whether a *topic* of this rule has a food, or what it is a kind of: "flour" has every flour."""
    known = checked("amounts", topic)
    return food in known or food.rpartition(" ")[2] in known


def _is_many(noun: str) -> bool:
    """Tell whether *noun* is a plural in English or German."""
    if is_plural(noun):
        return True
    folded = words_of(noun)
    vocabulary = lexicon().vocabulary
    return bool(folded) and folded[0] not in vocabulary.german and vocabulary.base(folded[0]) in vocabulary.german


def _says_unit_above(title: str | None, text: str | None) -> bool:
    """Tell whether the title of a group, or the head of its table, names a unit: "Dough (g)", "Amount (ml)"."""
    return any(said is not None and _names_a_unit(said) for said in (title, text))


def _column_says(subject: Subject, line: int) -> bool:
    """Tell whether the head of the table that has a *line* names a unit."""
    lines = subject.outline.lines
    first = min(line, len(lines)) - 1
    while first > 0 and "|" in lines[first - 1]:
        first -= 1
    cells = lines[first].split("|") if first < len(lines) else []
    return any(_names_a_unit(cell) for cell in cells if "cal" not in cell.lower())


def _says_units(subject: Subject) -> bool:
    """Tell whether the file says somewhere what its bare numbers are: "all amounts in grams", "Ingredients (g)"."""
    if _IN_GRAMS.search(subject.outline.words):
        return True
    bracketed = (heading.title.partition("(")[2] for heading in subject.outline.headings)
    return any(_names_a_unit(said) for said in bracketed)


def _said(amount: Quantity, name: str) -> tuple[str, str]:
    """Return the message, and the unit that is likely meant."""
    number = amount.text
    message = f'"{number} {name}" has no unit'
    if amount.low < _FEW:
        return message, f"write the unit behind {number}: g, tbsp, cups"
    unit, units = ("ml", "millilitres") if is_liquid(name) else ("g", "grams")
    return message, f"write {number} {unit} {name}, if {units} are meant"


RULE = Rule(AMOUNT_WITHOUT_UNIT, check)
