"""What grows with the servings: amounts of ingredients, and how many pieces a recipe makes."""

from __future__ import annotations

import re

from recipekit.model import Kind
from recipekit.parse.facts import HOW_MANY_MADE
from recipekit.parse.spot import AMOUNT, MEASURED, PIECES, Spot, Verdict, food_noun
from recipekit.source import Span
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_PACKAGE_BEHIND = re.compile(r"\s\(?[\d.,/¼-¾]+[\s‐‑-]*([^\W\d_]+)\)?\s([^\W\d_]+)")


def is_yield(spot: Spot) -> Verdict | None:
    """How many a recipe makes: "form into 18 meatballs"; but "each onion into 8 wedges" are pieces of one thing."""
    if spot.unit is not None and spot.unit not in PIECES:
        return None
    clause = spot.clause_before
    verbs = [word for word in [*clause[:10], *spot.before[:10]] if word in words("yield_verbs") or word in words("cut")]
    german = [word[0] for word in spot.after[-1:] if word[0] in words("yield_verbs") or word[0] in words("cut")]
    verb = (verbs or german or [""])[0]
    if not verb or spot.last in ("among", "between"):
        return None
    whole = not words("whole_mass").isdisjoint(spot.before[:12])
    counted = {word[0] for word in spot.phrase}
    if counted & words("equipment") or (counted & words("people") and not whole):
        return None
    if not german and spot.last not in words("yield_links") and spot.last not in words("yield_verbs"):
        return None
    if verb in words("cut") and not whole:
        return Verdict(Kind.OTHER, "pieces of one thing")
    noun = spot.noun if spot.unit is None else None
    return Verdict(Kind.AMOUNT, HOW_MANY_MADE, scales=True, noun=noun)


def is_amount(spot: Spot) -> Verdict | None:
    """A number with a weight, a volume or a counted unit."""
    if ("weighs" in spot.text or "wiegt" in spot.text) and {"weighs", "wiegt"} & set(spot.clause_before):
        return Verdict(Kind.OTHER, "what something weighs")
    if spot.unit is None and spot.next() in words("more") and dimension_of(unit_named(spot.next(1))) in MEASURED:
        noun = Span(*spot.after[1].span())
        return Verdict(Kind.AMOUNT, AMOUNT, scales=True, noun=noun)
    if spot.dimension in MEASURED or spot.dimension is Dimension.COUNT:
        if spot.unit in PIECES and spot.last in words("into"):
            return Verdict(Kind.OTHER, "pieces of one thing")
        return Verdict(Kind.AMOUNT, AMOUNT, scales=True)
    return None


def is_count(spot: Spot) -> Verdict | None:
    """A bare count of a food: "2 eggs", "one onion wedge"."""
    if spot.unit is not None:
        return None
    package = _PACKAGE_BEHIND.match(spot.text, spot.found.end)
    if package and dimension_of(unit_named(package[1])) in MEASURED and unit_named(package[2]) in words("containers"):
        return Verdict(Kind.AMOUNT, AMOUNT, scales=True)
    if {word[0] for word in spot.phrase} & words("equipment"):
        return None
    noun = food_noun(spot, spot.phrase)
    if noun is None:
        return None
    return Verdict(Kind.AMOUNT, AMOUNT, scales=True, noun=noun)
