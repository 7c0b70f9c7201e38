"""Reads what a cook wants converted: an amount as recipes write it, and the unit it is to be in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from recipekit.amounts import DASHES, NUMBER, PLAIN, NumberStyle, parse_number, style_of
from recipekit.errors import UsageError
from recipekit.grammar import singular
from recipekit.model import Ingredient, Kind, Quantity, Wording
from recipekit.ops.weighing import Said
from recipekit.parse.items import read_ingredient
from recipekit.units import EXPLICIT, UNITS, Dimension, dimension_of, unit_named
from recipekit.words import meanings, words

EXAMPLE = 'write a number, a unit and a food, like "1 1/2 cups flour"'
_GAS = r"gas(?:[ _]?mark)?"
_WORD = re.compile(r"[^\W_]+")
_PLUS = ("", "+", "&", "plus", "and", "und")
_DEGREES = re.compile(r"\d\s?(?:[°º]|degrees?\b|f\b)", re.IGNORECASE)
_LONGEST = 1000  # code points of an amount that are looked at
_COUNTRIES = {
    "us": "us", "american": "us", "metric": "metric", "imperial": "imperial", "uk": "imperial", "british": "imperial",
    "au": "au", "australian": "au",
}  # fmt: skip


@cache
def _temperature() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?P<gas>{_GAS}\s?)?(?P<minus>[-−])?(?P<low>{NUMBER})(?:\s?(?:[{DASHES}]|to)\s?(?P<high>{NUMBER}))?"
        r"\s?(?:°|º|deg\.?|degrees?)?\s?(?P<unit>[^\W\d]*)\.?\s*",
        re.IGNORECASE,
    )


class Term(NamedTuple):
    """From *low* to *high* of a unit; None counts the food itself."""

    low: Fraction
    high: Fraction
    unit: str | None


class Asked(NamedTuple):
    """The amount to convert: its terms, which add up ("2 lb 3 oz"), of which food, and how its number is written."""

    terms: tuple[Term, ...]
    food: Said
    style: NumberStyle = PLAIN
    approximate: bool = False


class Target(NamedTuple):
    """The unit that is wanted; without a canonical *unit* it is the food itself, counted by *size* ("medium")."""

    unit: str | None
    size: str = ""

    @property
    def dimension(self) -> Dimension:
        """What it measures; pieces are a count."""
        return dimension_of(self.unit) or Dimension.COUNT


def read_target(written: str, text: str) -> Target:
    """Return the unit that *written* names, as the amount *text* lets it be meant: "C" of an oven are degrees.

    Raises:
        UsageError: there is no such unit.

    >>> read_target("C", "350 F").unit, read_target("C", "200 ml").unit, read_target("metric cups", "1 l").unit
    ('°C', 'cup', 'metric_cup')
    """
    wanted = " ".join(written.split()).rstrip(".").lstrip("°º") if len(written) <= 60 else ""
    degrees = _degrees(wanted)
    if degrees and (wanted.lower() != "c" or read_temperature(text) or _DEGREES.search(text[:_LONGEST])):
        return Target(degrees)
    unit = unit_named(written.strip()) or unit_named(wanted) or _explicit(wanted.lower())
    if unit is not None:
        return Target(unit)
    said = {singular(word) for word in _WORD.findall(wanted.lower())}
    food = {singular(word) for word in _WORD.findall(text.lower()[:1000])}
    sizes = words("sizes") | {"extra"}
    if said and said <= food | sizes | {"each"}:
        return Target(None, wanted)
    raise UsageError(f'there is no unit "{written[:40]}"; {_like(wanted)}')


def _degrees(word: str) -> str | None:
    if re.fullmatch(_GAS, word, re.IGNORECASE):
        return "gas_mark"
    unit = unit_named("°" + word) or unit_named(word)
    return unit if unit and dimension_of(unit) is Dimension.TEMPERATURE else None


def _explicit(word: str) -> str | None:
    """Return the unit of "metric cups", "imperial pint", "us_cup"."""
    country, _, local = word.replace("_", " ").replace(".", "").partition(" ")
    unit = f"{_COUNTRIES.get(country)}_{unit_named(local)}"
    if unit in EXPLICIT:
        return unit
    return word.replace(" ", "_") if word.replace(" ", "_") in UNITS else None


def _like(word: str) -> str:
    import difflib  # noqa: PLC0415 - only where something is unknown

    near = difflib.get_close_matches(word.lower(), meanings("units"), 3, 0.7)
    return f"the nearest are {', '.join(near)}" if near else "units are g, oz, ml, cups, tbsp, °C, inches and the like"


def read_temperature(text: str) -> Asked | None:
    """Return the temperature that *text* is: "350 F", "-18 C", "180–200 °C", "gas mark 6"; None where it is none."""
    found = _temperature().fullmatch(text) if len(text) <= 80 else None
    if found is None:
        return None
    word = found["unit"]
    unit = "gas_mark" if found["gas"] and not word else None if found["gas"] else _degrees(word)
    low = parse_number(found["low"])
    high = low if found["high"] is None else parse_number(found["high"])
    if unit is None or low is None or high is None or high < low:
        return None
    if found["minus"]:
        low, high = -high, -low
    return Asked((Term(low, high, unit),), Said(""))


def read_amount(text: str, target: Target) -> Asked:
    """Return the amount that *text* says; of one said twice ("1 cup (240 ml)") the measure that is like *target*.

    Raises:
        UsageError: it says none, or none that can be meant.
    """
    if target.dimension is Dimension.TEMPERATURE and (degrees := read_temperature(text)):
        return degrees
    written = " ".join(text.split())
    shown = f'"{written[:40]}…"' if len(written) > 40 else f'"{written}"'
    if not written:
        raise UsageError(f"there is no amount; {EXAMPLE}")
    ingredient, unreadable = read_ingredient(Wording(written, 1))
    if unreadable:
        raise UsageError(f"{shown} holds a number that no cook can mean; {EXAMPLE}")
    amounts = [quantity for quantity in ingredient.quantities if quantity.kind is Kind.AMOUNT]
    if says_more(ingredient):
        raise UsageError(
            f"{shown} holds more than one amount; convert one after the other, or write 1 cup + 2 tbsp flour"
        )
    first = amounts[0] if amounts else None
    size = first.text[first.number_end - first.start :] if first else ""
    food = Said(ingredient.name, ingredient.note or "", size) if first else Said("")
    if not amounts:
        amounts = [quantity for quantity in ingredient.quantities if quantity.unit in UNITS][:1]
    if not amounts:
        raise UsageError(f"{shown} says no amount; {EXAMPLE}")
    first, terms = _meant(written, amounts, target)
    if terms[0].unit not in UNITS and target.dimension is not Dimension.COUNT:
        terms = _packages(ingredient, terms[0]) or terms
    style = style_of(written[first.start : first.number_end])
    return Asked(terms, food, style, any(amount.approximate for amount in amounts))


def says_more(ingredient: Ingredient) -> bool:
    """Tell whether a second amount stands behind the food of the first: "1 cup flour plus 2 tbsp"."""
    name, text = ingredient.name_span, ingredient.wording.text
    amounts = [quantity for quantity in ingredient.quantities if quantity.kind is Kind.AMOUNT]
    if name is None or len(amounts) < 2 or amounts[0].start >= name.start:
        return False
    return any(
        amount.start >= name.start and text.count("(", 0, amount.start) == text.count(")", 0, amount.start)
        for amount in amounts[1:]
    )


def _meant(text: str, amounts: Sequence[Quantity], target: Target) -> tuple[Quantity, tuple[Term, ...]]:
    """Return the measure that is like *target*, else the first; what a plus or nothing joins is one measure."""
    measures: list[list[Quantity]] = []
    for amount in amounts:
        before = measures[-1][-1] if measures else None
        kind = dimension_of(amount.unit)
        joined = before and kind not in (None, Dimension.COUNT) and kind is dimension_of(before.unit)
        if before and joined and text[before.end : amount.start].strip(" .").lower() in _PLUS:
            measures[-1].append(amount)
        else:
            measures.append([amount])
    alike = [measure for measure in measures if dimension_of(measure[0].unit) is target.dimension]
    chosen = (alike or measures)[0]
    return chosen[0], tuple(Term(amount.low, amount.high, amount.unit) for amount in chosen)


def _packages(ingredient: Ingredient, count: Term) -> tuple[Term, ...]:
    """Return so many packages as their weight or volume: "2 (14.5 oz) cans" are 29 oz; () where no size is said."""
    for size in ingredient.quantities:
        if size.kind is Kind.SIZE and dimension_of(size.unit) in (Dimension.MASS, Dimension.VOLUME):
            return (Term(count.low * size.low, count.high * size.high, size.unit),)
    return ()
