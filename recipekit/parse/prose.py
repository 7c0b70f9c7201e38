"""Numbers in sentences: what each one is, and whether it grows with the servings.

The rules stand in `RULES` in the order in which they are asked; the first that knows decides. Precision comes before
recall: an amount wrongly left alone is a nuisance, a time or a temperature that is changed ruins dinner. So only what a
rule claims as an amount scales, and everything else stays.
"""

from __future__ import annotations

from collections.abc import Callable

from recipekit.model import Kind, Quantity, Wording
from recipekit.parse.batches import leave_other_servings
from recipekit.parse.quantities import Found, find_quantities
from recipekit.parse.rules_scale import is_amount, is_count, is_yield
from recipekit.parse.rules_stay import (
    is_for_each,
    is_portion,
    is_proportion,
    is_reference,
    is_repetition,
    is_servings,
    is_share,
    is_size,
    is_temperature,
    is_time,
)
from recipekit.parse.spot import Spot, Verdict
from recipekit.source import Span

Rule = Callable[[Spot], Verdict | None]

RULES: tuple[Rule, ...] = (
    is_time, is_temperature, is_proportion, is_reference, is_repetition, is_size, is_servings, is_for_each, is_share,
    is_portion, is_yield, is_amount, is_count,
)  # fmt: skip
"""Asked in this order; the first that gives a verdict decides."""

MOST_NUMBERS = 300
"""A stretch of text with more numbers is no sentence, and none of them is touched."""

UNSURE = Verdict(Kind.OTHER, "nothing tells what it counts")


def classify(text: str, found: Found, foods: frozenset[str]) -> Quantity:
    """Return the quantity that *found* is in *text*; *foods* are the nouns of the recipe's ingredients, singular.

    >>> text = "Form into 18 meatballs (about 2 inches each, 3 per serving)."
    >>> [(q.kind.value, q.scales) for q in (classify(text, f, frozenset()) for f in find_quantities(text)[0])]
    [('amount', True), ('size', False), ('per_serving', False)]
    """
    spot = Spot(text, found, foods)
    verdict = UNSURE if found.high else Verdict(Kind.OTHER, "nought")
    for rule in RULES:
        answer = rule(spot)
        if answer is not None and found.high:
            verdict = answer
            break
    if verdict.scales and verdict.noun is not None:
        noun = verdict.noun
        found = found._replace(number_end=verdict.number_end or found.number_end)
        return found.quantity(text, verdict.kind, verdict.why, scales=True, end=max(noun.end, found.end), word=noun)
    return found.quantity(text, verdict.kind, verdict.why, scales=verdict.scales)


def read_prose(
    wording: Wording, foods: frozenset[str], serves: int | None, lang: str = ""
) -> tuple[tuple[Quantity, ...], list[Span]]:
    """Return every number of a sentence, classified, and the places of numbers that cannot be meant.

    *serves* is how many the recipe feeds: an amount "for 4 servings" is another batch's unless that is 4.
    *lang* is the language that the recipe says it is in.
    """
    found, unreadable = find_quantities(wording.text, lang)
    if not found:
        return (), unreadable
    if len(found) > MOST_NUMBERS:
        why = "one of more numbers than a sentence holds"
        return tuple(number.quantity(wording.text, Kind.OTHER, why, scales=False) for number in found), unreadable
    quantities = [classify(wording.text, number, foods) for number in found]
    return tuple(leave_other_servings(wording.text, quantities, serves)), unreadable
