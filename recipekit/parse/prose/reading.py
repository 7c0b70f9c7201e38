"""Reads the numbers of a sentence and tells what each one is."""

from __future__ import annotations

from recipekit.model import Kind, Quantity, Wording
from recipekit.parse.prose.batches import leave_other_servings
from recipekit.parse.prose.measured import with_open_measures
from recipekit.parse.prose.rule import Counted, Rule
from recipekit.parse.prose.rules import UNSURE, rules_for, settled_by_unit
from recipekit.parse.prose.said import obeyed
from recipekit.parse.prose.sentences import NOTHING_LISTED, Listed, Sentences
from recipekit.parse.prose.spot import Spot
from recipekit.parse.quantities import Found, find_quantities
from recipekit.source import Span
from recipekit.units import dimension_of

MOST_NUMBERS = 300
"""A stretch of text with more numbers is no sentence, and none of them is touched."""


def classify(sentences: Sentences, numbers: list[Found], index: int) -> Quantity:
    """Return the quantity that one of the *numbers* of *sentences* is.

    >>> text = "Form into 18 meatballs (about 2 inches each, 3 per serving)."
    >>> [(quantity.kind.value, quantity.scales) for quantity in classified(text, find_quantities(text)[0])]
    [('amount', True), ('size', False), ('per_serving', False)]
    """
    spot = Spot(sentences, numbers, index)
    found = spot.found
    for rule, cues in rules_for(spot.dimension):
        if cues and sentences.said.isdisjoint(cues):
            continue
        answer = rule.asks(spot)
        if not answer:
            continue
        if rule.scales and isinstance(answer, Counted):
            return _counted(sentences.text, spot, rule, answer)
        return found.quantity(sentences.text, rule.kind, rule.why, scales=rule.scales)
    return found.quantity(sentences.text, Kind.OTHER, UNSURE, scales=False)


def _counted(text: str, spot: Spot, rule: Rule, answer: Counted) -> Quantity:
    """Return the number of *spot* with the noun that agrees with it, unless the next number stands between them."""
    found = spot.found
    start = found.start if answer.start < 0 else answer.start
    found = found._replace(start=start, number_end=answer.number_end or found.number_end)
    found = found._replace(end=max(found.end, found.number_end))
    noun = answer.noun
    behind = spot.numbers[spot.index + 1 :]
    if noun is None or (behind and noun.start >= behind[0].start and not answer.apart):
        return found.quantity(text, rule.kind, rule.why, scales=True)
    end = found.end if answer.apart else max(noun.end, found.end)
    return found.quantity(text, rule.kind, rule.why, scales=True, end=end, word=noun)


def classified(text: str, numbers: list[Found], listed: Listed = NOTHING_LISTED) -> list[Quantity]:
    """Return what each of the *numbers* of *text* is, in a recipe that lists *listed*."""
    sentences: Sentences | None = None
    quantities = []
    for index, number in enumerate(numbers):
        rule = settled_by_unit().get(dimension_of(number.unit)) if number.high else None
        if rule is not None:
            quantities.append(number.quantity(text, rule.kind, rule.why, scales=False))
        else:
            sentences = sentences or Sentences(text, listed)
            quantities.append(classify(sentences, numbers, index))
    return quantities


def apart(quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return *quantities* so that none of those that scale stands in another: "½ two stalks" grows once."""
    end = 0
    kept = []
    for quantity in quantities:
        inside = quantity.scales and quantity.start < end
        kept.append(quantity._replace(scales=False, why=UNSURE) if inside else quantity)
        end = max(end, quantity.end) if quantity.scales else end
    return tuple(kept)


def read_prose(
    wording: Wording, listed: Listed, serves: int | None, lang: str = ""
) -> tuple[tuple[Quantity, ...], list[Span]]:
    """Return every number of a sentence, classified, and the places of numbers that cannot be meant.

    *serves* is how many the recipe feeds: an amount "for 4 servings" is another batch's unless that is 4.
    *lang* is the language that the recipe says it is in.
    """
    text = wording.text
    found, unreadable = find_quantities(text, lang)
    found = with_open_measures(text, found)
    if serves is not None:
        listed = listed._replace(serves=serves)
    if not found:
        return (), unreadable
    if len(found) > MOST_NUMBERS:
        why = "one of more numbers than a sentence holds"
        return tuple(number.quantity(text, Kind.OTHER, why, scales=False) for number in found), unreadable
    quantities = tuple(leave_other_servings(text, classified(text, found, listed), serves))
    return apart(obeyed(wording, quantities)), unreadable
