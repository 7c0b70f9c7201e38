"""Shares of something: they stay right by themselves."""

from __future__ import annotations

import re

from recipekit.parse.prose.named import food_noun
from recipekit.parse.prose.rule import Answer, Counted
from recipekit.parse.prose.spot import Spot
from recipekit.words import words

_ARTICLE = re.compile(r"\s(?:an?|eine[nrm]?)(?=\s)")
_OF_IT = re.compile(r"\s(?:of\s)?(?:the|your|this|that|my|its|it|them|these)\b")
_OF_THE = re.compile(r"\s(?:of|der|des|vom|von)\b")
_BEFORE_A_PART = re.compile(r"(?<![^\W\d_])an?\s$")
_OF_A_FOOD = re.compile(r"\s(?:of|von|vom)\s(?:an?|one|eine[rm]?)\s")
_THE = re.compile(r"\s(?:the|your|this|that|my|its|die|das|den|dem|der)\b")


def is_fullness(spot: Spot) -> bool:
    """How full something is: "fill ¾ full", "two-thirds of the way up".

    Fill the tins {=3/4=} full.
    """
    return spot.found.high < 1 and any(word in words("full") for word in spot.rest[:4]) and spot.unit is None


def is_part_of_one(spot: Spot) -> Answer:
    """Part of one thing is an amount: "half a lime", "½ avocado", "eine halbe Zwiebel".

    Squeeze over {+half a lime+}.
    Mash {+½ avocado+}.
    """
    found = spot.found
    if found.low >= 1 or found.high > 1 or spot.last in words("share_parts"):
        return False
    article = _ARTICLE.match(spot.behind) or (_OF_A_FOOD.match(spot.behind) if found.spelled else None)
    if article is None and spot.last in words("share_links"):
        return False
    if article is not None and len(spot.after) > 1:
        skip = len(article[0].split())
        noun = food_noun(spot, skip)
        if noun is None or (article[0].startswith((" of", " v")) and article.re is _ARTICLE):
            return False
        start = -1
        if article.re is _OF_A_FOOD and _BEFORE_A_PART.search(spot.ahead):
            start = found.start - len(spot.last) - 1
        return Counted(noun, found.end + len(article[0].rstrip()), start=start)
    if article is not None or _OF_THE.match(spot.behind) or _THE.match(spot.behind):
        return False
    if found.spelled and spot.written.split()[0] not in words("articles", "genitives", "of"):
        return False
    noun = food_noun(spot)
    return (
        Counted(noun) if noun and spot.sentences.listed.counts(spot.sentences.lowered[noun.start : noun.end]) else False
    )


def is_share_of_the(spot: Spot) -> bool:
    """A share of what is named: "half the oil", "⅓ of the sauce".

    Heat {=half=} the oil.
    Spread {=1/3=} of the sauce over it.
    """
    return spot.found.high < 1 and _OF_IT.match(spot.behind) is not None


def is_share(spot: Spot) -> bool:
    """A share of something.

    Divide it in {=half=}.
    Die {=Hälfte=} der Soße verteilen.
    """
    found = spot.found
    if spot.unit is not None:
        return False
    if found.spelled and spot.next() in words("share_nouns"):
        return True
    if found.low >= 1:
        return False
    return found.spelled or _OF_THE.match(spot.behind) is not None or _THE.match(spot.behind) is not None
