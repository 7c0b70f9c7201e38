"""Numbers of servings and plates, and what is meant for another batch."""

from __future__ import annotations

import re

from recipekit.grammar import is_plural
from recipekit.parse.prose.rule import Answer, Counted
from recipekit.parse.prose.spot import Spot
from recipekit.units import Dimension, dimension_of, unit_named
from recipekit.words import words

_ASKED = re.compile(r"(?:making|feeding|cooking|serving|doubling|halving)\b[^.?!]*\?$")
_GROWN = re.compile(r"\b(?:doubled?|doubling|tripled?) (?:in|its)\b")
_QUESTION = re.compile(r"(?:^|[.!?]\s)(?:making|feeding|cooking for|serving|doubling|halving)\b[^.?!]*\?\s*$")


def is_servings(spot: Spot) -> bool:
    """A number of servings: "serves 4", "for 4 people".

    Serves {=4=} as a main.
    Enough for {=6 people=}.
    """
    divided = not words("dividing_verbs").isdisjoint((*spot.clause[:10], *spot.own[:5]))
    if spot.unit in ("serving", "portion"):
        return not divided
    if spot.unit is not None or divided:
        return False
    return any(word in words("people") for word in spot.own[:2]) or spot.link in words("serving_verbs")


def is_other_batch(spot: Spot) -> bool:
    """An amount for when the recipe is doubled or halved.

    If you double the recipe, use {=2 packets=} of yeast.
    """
    said = spot.before
    start = spot.sentence_start
    if _QUESTION.search(spot.sentences.lowered[max(0, start - 80) : start]):
        return True
    if _ASKED.match((spot.sentence_ahead + spot.written + spot.own_behind).strip()):
        return True
    if words("conditions").isdisjoint(said) or words("other_batch_verbs").isdisjoint(said):
        return False
    return _GROWN.search(spot.sentence_ahead) is None


def is_all_but(spot: Spot) -> bool:
    """What is left over: "all but 1 tbsp of the fat".

    Pour off all but {=1 tbsp=} of the fat.
    """
    said = spot.clause[:6]
    if spot.link in ("but", "except") and "all" in said:
        return True
    return spot.link == "auf" and "bis" in said[:3]


def is_as_many_as_eat(spot: Spot) -> Answer:
    """As many plates as the recipe serves: "divide between 6 plates" where it serves 6.

    Divide the salad among {+6 plates+}.
    """
    if spot.found.low != spot.found.high or spot.found.low != spot.sentences.listed.serves:
        return False
    known = words("vessels", "people") if spot.link in words("among") else words("vessels")
    noun = next((index for index, word in enumerate(spot.own[:3]) if word in known), None)
    linked = spot.link in words("among") or spot.link in words("onto")
    return Counted(spot.place(noun)) if linked and noun is not None and is_plural(spot.own[noun]) else False


def is_plural_target(spot: Spot) -> bool:
    """How many plates, bowls or jars something is shared out to.

    Divide the salad among {=4 plates=}.
    """
    if spot.link in words("among") and dimension_of(spot.unit) in (None, Dimension.COUNT, Dimension.PEOPLE):
        return any(
            word in words("vessels") or word in words("people") or word in words("equipment") for word in spot.own[:4]
        ) or not (spot.phrase)
    return (
        spot.unit is None and any(word in words("vessels") for word in spot.own[:3]) and unit_named(spot.next()) is None
    )
