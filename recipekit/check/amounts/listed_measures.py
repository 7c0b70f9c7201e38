"""Two measures of an ingredient, in the list or in a step, say different amounts.

"8 oz / 500 g pork": one of them is wrong, and half of the readers cook another dish. Weights are held against weights
and volumes against volumes, 5 % or 2 g or ml apart at most; 12 % between metric measures and others, since cooks write
100 g for 4 oz and a litre for a quart, and 15 % where one is "about". A weight is held against a volume only for what
American kitchens measure in cups, like flour, where its density is known: there a factor of 1.5 is wrong. What a
package or each piece weighs, what is weighed twice (drained, cooked) and what adds up is left alone.

Bad:

    ## Ingredients

    - 8 oz / 500 g pork
    - 2 cups (500 g) flour

Good:

    ## Ingredients

    - 8 oz / 225 g pork
    - 2 cups (240 g) flour

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import pairwise

from recipekit.check.dual_measures import APART, Pair, are_apart, densities_of, in_every_system, middle, says_more
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import LISTED_MEASURES_DISAGREE, Diagnostic
from recipekit.model import Kind, Quantity, Wording
from recipekit.ops.calories import is_fluid
from recipekit.ops.larder import Larder, is_measured_by_cup
from recipekit.units import METRIC, ROUGH, Dimension, dimension_of
from recipekit.words import words

_MIXED = Fraction(3, 25)
_ROUGH = Fraction(3, 20)
_FACTOR = Fraction(3, 2)
_MEASURED = (Dimension.MASS, Dimension.VOLUME)
_ABOUT = r"\s*[~≈]?\s*(?P<about>(?:[^\W\d_]+\.?\s+)*)[~≈]?"
_LINK = re.compile(rf"\.?\s*(?:[/|=≈]|\b(?:or|oder)\b){_ABOUT}", re.IGNORECASE)
_BRACKET = re.compile(rf"(?P<name>[^()\[\]\d.,;:]{{0,60}})[(\[]{_ABOUT}")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r"[)\]]?\s*([^\W\d_]+)")
_EACH = re.compile(r"\b(?:each|apiece|per|je|pro|à)\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every amount of the list and the steps that is said in two measures that differ."""
    for group in subject.recipe.ingredients:
        for item in group.items:
            if len(item.quantities) > 1:
                yield from _in(subject, item.wording, item.quantities, item.name)
    for step in subject.steps:
        if len(step.quantities) > 1:
            yield from _in(subject, step.wording, step.quantities, None)


def _in(subject: Subject, wording: Wording, quantities: Sequence[Quantity], name: str | None) -> Iterator[Diagnostic]:
    text = wording.text
    amounts = sorted((each for each in quantities if _is_measured(each)), key=lambda each: each.start)
    for one, other in pairwise(amounts):
        if _EACH.search(text) or not _say_the_same(text, one, other, quantities):
            continue
        food = name if name is not None else _food_near(subject, text, one, other)
        pair = in_every_system(subject.recipe.cups, partial(_apart, one, other, food))
        if pair is not None:
            message = f'"{one.text}" and "{other.text}"{f" of {food}" if food else ""} are not the same amount'
            yield subject.finding(
                LISTED_MEASURES_DISAGREE, message, "mend the wrong one", wording, other.start, other.end
            )
            return


def _is_measured(quantity: Quantity) -> bool:
    known = quantity.kind is Kind.AMOUNT and quantity.scales and quantity.low > 0
    return known and dimension_of(quantity.unit) in _MEASURED and quantity.unit not in ROUGH


def _say_the_same(text: str, one: Quantity, other: Quantity, quantities: Sequence[Quantity]) -> bool:
    """Tell whether nothing parts two measures but a slash, or a bracket that holds nothing but measures."""
    if one.unit == other.unit:
        return False
    gap = text[one.end : other.start]
    link = _LINK.fullmatch(gap)
    bracket = None if link else _BRACKET.fullmatch(gap)
    found = link or bracket
    if found is None or not _only_about(found["about"]) or (bracket and not _is_a_name(bracket["name"])):
        return False
    close = min((at for at in (text.find(")", other.end), text.find("]", other.end)) if at >= 0), default=-1)
    if bracket and (close < 0 or not _only_about(_without(text, other.end, close, quantities))):
        return False
    end = close if bracket else other.end
    return not says_more(f"{gap} {text[other.end : end]} {_next_word(text, end)}")


def _is_a_name(text: str) -> bool:
    """Tell whether *text* is at most the name of a food, and no more of a sentence."""
    return (words("heads_end") - words("of")).isdisjoint(_WORD.findall(text.lower()))


def _only_about(text: str) -> bool:
    """Tell whether the words of *text* say nothing but "about"."""
    known = words("approximately") | {"or", "oder"}
    return all(word.lower() in known for word in _WORD.findall(text))


def _without(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> str:
    """Return ``text[start:end]`` without the measures in it."""
    for each in quantities:
        if start <= each.start and each.end <= end:
            text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text[start:end]


def _next_word(text: str, position: int) -> str:
    word = _NEXT.match(text, position)
    return word[1] if word and word[1].lower() not in words("plus") else ""


def _food_near(subject: Subject, text: str, one: Quantity, other: Quantity) -> str | None:
    """Return the food of a sentence that an amount is of: it stands before the bracket or behind it."""
    names = [item.name for group in subject.recipe.ingredients for item in group.items]
    between = text[one.end : other.start].strip(" (/|=≈[")
    return Larder().named_in(between or text[other.end :].lstrip(" )]."), names)


def _apart(one: Quantity, other: Quantity, food: str | None, cups: str) -> Pair | None:
    if dimension_of(one.unit) is dimension_of(other.unit):
        return (one, other) if are_apart(one, other, cups, _leeway(one, other)) else None
    if any(each.unit == "oz" and is_fluid(each, (one, other), cups) for each in (one, other)):
        return None
    return (one, other) if food and _is_another_weight(one, other, food, cups) else None


def _leeway(one: Quantity, other: Quantity) -> Fraction:
    """Return by which share two measures may differ: more where they are rounded, rough or a range."""
    share = _MIXED if (one.unit in METRIC) is not (other.unit in METRIC) else APART
    if one.approximate or other.approximate:
        share = max(share, _ROUGH)
    spread = max((each.high - each.low) / (each.high + each.low) for each in (one, other))
    return share + spread


def _is_another_weight(one: Quantity, other: Quantity, food: str, cups: str) -> bool:
    """Tell whether a weight is 1.5 times that of a volume, or as much too small, for a food of known density."""
    if not is_measured_by_cup(food):
        return False
    figures = densities_of(food)
    if not figures:
        return False
    mass, volume = (one, other) if dimension_of(one.unit) is Dimension.MASS else (other, one)
    said = middle(mass, cups) / middle(volume, cups)
    return said >= max(figures) * _FACTOR or said <= min(figures) / _FACTOR


RULE = Rule(LISTED_MEASURES_DISAGREE, check)
