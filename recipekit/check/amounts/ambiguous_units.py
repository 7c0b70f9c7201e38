"""A unit can be read in two ways in the kitchen.

"1 T salt" is a tablespoon to who knows that capitals matter, and a teaspoon to everybody else: three times as much.
"8 oz honey" is 227 g on the scale and 339 g in a measuring cup. Ounces are found only of what is poured and weighs over
15 % more or less than water. What the file itself explains ("T = tablespoon", "8 oz (227 g)", "fl oz" elsewhere) is
left alone, and so is what comes in a can or a jar, which says its weight.

Bad:

    ## Ingredients

    - 1 T sugar
    - 8 oz honey

Good:

    ## Ingredients

    - 1 tbsp sugar
    - 8 oz (227 g) honey

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from recipekit.check.cards import food_key
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import AMBIGUOUS_UNIT, Diagnostic
from recipekit.model import Kind, Quantity, Wording
from recipekit.ops.weighing import density_of
from recipekit.units import Dimension, dimension_of, size_of
from recipekit.words import checked, words

_OFF = Fraction(3, 20)
_NEAR = 4  # code points
_LETTER = re.compile(r"[\d½¼¾⅓⅔⅛]\s?[Tt]\b")
_LEGEND = re.compile(r"(?<![\w'’])[Tt]\.?\s*(?:=|:|is|for|means|stands|steht)\s*(?:(?:an?|for|für)\s+)?[^\W\d_]{2}")
_FLUID = re.compile(r"\bfl(?:uid|\.)?\s?(?:oz|ounce)|\bby (?:weight|volume)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_MEASURED = (Dimension.MASS, Dimension.VOLUME)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every unit of the list, the calories table and the steps that may be two."""
    body = subject.source.text
    letters = _LETTER.search(body) is not None and not _LEGEND.search(body)
    ounces = "oz" in body or "ounce" in body.lower()
    if letters:
        for _, wording, quantities in _named(subject):
            if not any(dimension_of(each.unit) is Dimension.MASS or each.unit == "ml" for each in quantities):
                yield from _single_letters(subject, wording, quantities)
        for step in subject.steps:
            yield from _single_letters(subject, step.wording, step.quantities)
    if ounces:
        yield from (found for found in _ounces(subject) if not _FLUID.search(body))


def _named(subject: Subject) -> Iterator[tuple[str, Wording, Sequence[Quantity]]]:
    """Yield every line of the list and every quantity of the calories table with its food."""
    for group in subject.recipe.ingredients:
        for item in group.items:
            yield item.name, item.wording, item.quantities
    for row in subject.recipe.calories.rows if subject.recipe.calories else ():
        yield row.ingredient, row.wording, row.quantities


def _single_letters(subject: Subject, wording: Wording, quantities: Sequence[Quantity]) -> Iterator[Diagnostic]:
    text = wording.text
    for amount in quantities:
        letter = text[amount.word.start : amount.word.end] if amount.word and amount.unit in ("tbsp", "tsp") else ""
        if letter not in ("T", "t") or _says_another(amount, quantities) or not _is_alone(text, amount):
            continue
        message = f'"{amount.text}" may be a tablespoon or a teaspoon'
        hint = f'write {amount.unit} for "{letter}", if that is meant, and else {_other(amount.unit)}'
        yield subject.finding(AMBIGUOUS_UNIT, message, hint, wording, amount.start, amount.end)


def _other(unit: str | None) -> str:
    return "tsp" if unit == "tbsp" else "tbsp"


def _is_alone(text: str, amount: Quantity) -> bool:
    """Tell whether the letter is no part of a word or a name: "2 T bone steaks", "1 T. rex"."""
    behind = _WORD.match(text, amount.end + 1)
    return behind is None or behind[0].lower() not in checked("amounts", "behind_t")


def _says_another(amount: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Tell whether a second measure near by says how much it is."""
    measured = (other for other in quantities if dimension_of(other.unit) in _MEASURED)
    return any(0 <= other.start - amount.end <= _NEAR for other in measured)


def _ounces(subject: Subject) -> Iterator[Diagnostic]:
    lines = [line for line in _named(subject) if any(each.unit == "oz" for each in line[2])]
    for name, wording, quantities in lines:
        if not _is_poured(name) or _is_weighed(wording.text, quantities):
            continue
        amount = next((each for each in quantities if each.unit == "oz" and each.kind is Kind.AMOUNT), None)
        grams = _both(name, amount, subject.recipe.cups or "us") if amount else None
        if amount is None or grams is None or _is_said_elsewhere(name, lines):
            continue
        message = f'"{amount.text}" of {name} may be {grams[0]} g by weight or {grams[1]} g by volume'
        hint = f'write fl oz if it is poured, and "{amount.text} ({grams[0]} g)" if it is weighed'
        yield subject.finding(AMBIGUOUS_UNIT, message, hint, wording, amount.start, amount.end)


def _is_poured(name: str) -> bool:
    said = _WORD.findall(name.partition(",")[0].partition("(")[0].lower())
    known = checked("amounts", "poured")
    return bool(said) and (said[-1] in known or " ".join(said[-2:]) in known)


def _is_weighed(text: str, quantities: Sequence[Quantity]) -> bool:
    """Tell whether a line says that its ounces are those of a scale or of a jug: in another measure, or as a pack."""
    if sum(dimension_of(each.unit) in _MEASURED for each in quantities) > 1:
        return True
    said = {word.lower() for word in _WORD.findall(text)}
    return not said.isdisjoint(words("containers")) or not said.isdisjoint(checked("amounts", "weighed_liquids"))


def _both(name: str, amount: Quantity, cups: str) -> tuple[int, int] | None:
    """Return the grams of ounces by weight and by volume; None where these are within 15 % of each other."""
    ounce, fluid = size_of("oz"), size_of("fl_oz", cups)
    density = density_of(name)
    if density is None or ounce is None or fluid is None or abs(density.g_per_ml - 1) <= _OFF:
        return None
    return round(amount.low * ounce), round(amount.low * fluid * density.g_per_ml)


def _is_said_elsewhere(name: str, lines: Sequence[tuple[str, Wording, Sequence[Quantity]]]) -> bool:
    """Tell whether another line about the same food gives its ounces in a second measure."""
    key = food_key(name)
    return key is not None and any(
        food_key(other) == key and _is_weighed(wording.text, quantities) for other, wording, quantities in lines
    )


RULE = Rule(AMBIGUOUS_UNIT, check)
