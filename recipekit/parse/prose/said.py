"""What the author says of a sentence's numbers: ``<!-- recipekit: fixed -->`` behind it, or ``scale``."""

from __future__ import annotations

from recipekit.model import Kind, Quantity, Wording
from recipekit.parse.prose.rule import AMOUNTS
from recipekit.parse.prose.rules import NEVER_AMOUNTS
from recipekit.parse.prose.sentences import Listed, Sentences
from recipekit.parse.prose.spot import Spot
from recipekit.parse.quantities import find_quantities
from recipekit.parse.sayings import FIXED, SCALE
from recipekit.units import dimension_of

FIXED_BY_AUTHOR = "the author says that it stays"
SCALED_BY_AUTHOR = "the author says that it scales"


def obeyed(wording: Wording, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return *quantities* as the author wants them, who has the last word on amounts.

    A comment speaks for the sentence that it stands behind, or for the part of it before the comment. "scale" means the
    amounts and counts: no time, temperature, size, share or step number ever scales.
    """
    for index, (place, said) in enumerate(wording.sayings):
        if said not in (FIXED, SCALE):
            continue
        start = max(_sentence_start(wording.text, place), wording.sayings[index - 1][0] if index else 0)
        quantities = tuple(
            _obeying(wording.text, quantity, said) if start <= quantity.start < place else quantity
            for quantity in quantities
        )
    return quantities


def _sentence_start(text: str, place: int) -> int:
    """Return where the sentence begins that ends at *place*, or goes on there."""
    ends = [end for end in Sentences(text, Listed()).sentence_ends if end < len(text[:place].rstrip())]
    return ends[-1] if ends else 0


def _obeying(text: str, quantity: Quantity, said: str) -> Quantity:
    if said == FIXED:
        return quantity._replace(scales=False, why=FIXED_BY_AUTHOR)
    never = quantity.why in NEVER_AMOUNTS or quantity.kind in (Kind.TIME, Kind.TEMPERATURE, Kind.SIZE, Kind.FRACTION)
    if quantity.scales or never or dimension_of(quantity.unit) not in AMOUNTS:
        return quantity
    quantity = quantity._replace(kind=Kind.AMOUNT, scales=True, why=SCALED_BY_AUTHOR)
    return quantity if quantity.word is not None else _with_noun(text, quantity)


def _with_noun(text: str, quantity: Quantity) -> Quantity:
    """Return a bare count with the noun that is to agree with it."""
    numbers = find_quantities(text)[0]
    index = next((index for index, number in enumerate(numbers) if number.start == quantity.start), None)
    noun = Spot(Sentences(text, Listed()), numbers, index).noun if index is not None else None
    if noun is None:
        return quantity
    end = max(noun.end, quantity.end)
    return quantity._replace(text=text[quantity.start : end], end=end, word=noun)
