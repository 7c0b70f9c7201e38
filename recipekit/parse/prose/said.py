"""What the author says of a sentence's numbers: ``<!-- recipekit: fixed -->`` behind it, or ``scale``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from recipekit.model import Kind, Quantity, Wording
from recipekit.parse.prose.batches import ALTERNATIVE
from recipekit.parse.prose.rule import AMOUNTS
from recipekit.parse.prose.rules import NEVER_AMOUNTS
from recipekit.parse.prose.sentences import Listed, Sentences
from recipekit.parse.prose.spot import Spot
from recipekit.parse.quantities import Found, find_quantities
from recipekit.parse.sayings import FIXED, SCALE
from recipekit.units import dimension_of

_NEAR = 80  # code points behind a count, in which its noun stands
MOST_COUNTS = 300
"""In a text with more numbers none is given a noun: it is no sentence."""

FIXED_BY_AUTHOR = "the author says that it stays"
SCALED_BY_AUTHOR = "the author says that it scales"


def obeyed(wording: Wording, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return *quantities* as the author wants them, who has the last word on amounts.

    A comment speaks for the sentence that it stands behind, or for the part of it before the comment; on the lines
    below a text, for all of it. "scale" means the amounts and counts: no time, temperature, size, share or step number
    ever scales.
    """
    if not wording.sayings:
        return quantities
    text = wording.text
    ends = Sentences(text, Listed()).sentence_ends
    starts: list[int] = []
    places: list[int] = []
    for place, _ in wording.sayings:
        last = place
        while 0 < last <= len(text) and text[last - 1].isspace():
            last -= 1
        at = bisect_left(ends, last)
        starts.append(max(ends[at - 1] if at else 0, places[-1] if places else 0))
        places.append(place)
    said = [each for _, each in wording.sayings]
    counts = find_quantities(text)[0] if SCALE in said else []
    told = []
    for quantity in quantities:
        index = bisect_right(places, quantity.start)
        if index < len(places) and quantity.start < starts[index] and places[-1] > len(text):
            index = len(places) - 1
        if index < len(places) and (quantity.start >= starts[index] or places[index] > len(text)):
            quantity = _obeying(text, quantity, said[index], counts)  # noqa: PLW2901 - the same number, told what it is
        told.append(quantity)
    return tuple(told)


def _obeying(text: str, quantity: Quantity, said: str, counts: list[Found]) -> Quantity:
    """Return *quantity* as a comment says; *counts* are the numbers of a text that a comment wants to scale."""
    if said == FIXED:
        return quantity._replace(scales=False, why=FIXED_BY_AUTHOR)
    never = (
        quantity.why in NEVER_AMOUNTS
        or quantity.why == ALTERNATIVE
        or quantity.kind in (Kind.TIME, Kind.TEMPERATURE, Kind.SIZE, Kind.FRACTION)
    )
    if said != SCALE or quantity.scales or never or dimension_of(quantity.unit) not in AMOUNTS:
        return quantity
    told = quantity._replace(kind=Kind.AMOUNT, scales=True, why=SCALED_BY_AUTHOR)
    if quantity.unit is not None or quantity.word is not None:
        return told
    return _with_noun(text, told, counts) or quantity


def _with_noun(text: str, quantity: Quantity, counts: list[Found]) -> Quantity | None:
    """Return a bare count with the noun that is to agree with it; None where it counts nothing."""
    index = bisect_left(counts, quantity.start, key=lambda found: found.start)
    if index == len(counts) or counts[index].start != quantity.start or len(counts) > MOST_COUNTS:
        return None
    stop = counts[index + 1].start if index + 1 < len(counts) else len(text)
    near = text[: min(stop, quantity.end + _NEAR)]
    noun = Spot(Sentences(near, Listed()), counts[: index + 1], index).noun
    if noun is None:
        return None
    end = max(noun.end, quantity.end)
    return quantity._replace(text=text[quantity.start : end], end=end, word=noun)
