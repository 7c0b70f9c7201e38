"""How often, how much at a time, and how much makes one piece."""

from __future__ import annotations

import re
from functools import cache

from recipekit.grammar import is_plural
from recipekit.parse.prose.spot import Spot
from recipekit.words import words

_AGAIN = re.compile(r"\bdo (?:this|that|so) (?:[^\W\d_]+ )?(?:times|twice)\b")
_BRACKETED_AT = re.compile(r"(?:\s?\([^()]*\)|[^()]{0,20}\))\s(?:at a time|auf einmal)\b")
_BATCHES_OF = re.compile(r"\b(?:batches|groups|lots|rounds|sets) of (?:about |up to )?$")
_SMALL = ("tsp", "tbsp", "oz", "g", "fl_oz", "ml", "dessertspoon", "scoop", "ladle", "spoonful")


@cache
def _at_a_time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words('at_a_time'))})\b")


def is_at_a_time(spot: Spot) -> bool:
    """So much at a time: "1 tsp at a time", "in ¼ cup additions".

    Whisk in the oil {=1 tsp=} at a time.
    Add the eggs {=one=} by one.
    Stir in sugar in {=50 g=} additions.
    """
    if _BRACKETED_AT.match(spot.behind):
        return True
    if _AGAIN.search(" ".join(spot.rest)):
        return True
    at = _at_a_time().search(spot.own_behind)
    if (
        at
        and len(spot.own_behind[: at.start()].split()) <= 4
        and not {";", ".", ","} & set(spot.own_behind[: at.start()])
    ):
        return True
    if spot.behind.startswith((" by one", " after another", " after the other")):
        return True
    return spot.unit is not None and spot.next() in words("additions") and (spot.next() != "goes" or spot.link == "in")


def is_repetition(spot: Spot) -> bool:
    """How often, in how many batches, layers or rounds.

    Repeat {=3=} times.
    Brown the meat in {=2=} batches.
    Rinse it {=twice=}.
    """
    if spot.found.spelled and spot.written in ("twice", "thrice"):
        return True
    if _BATCHES_OF.search(spot.ahead):
        return True
    if spot.unit is not None and spot.unit not in ("portion", "serving"):
        return False
    for word in spot.own[:3]:
        if word in words("repeats"):
            return (word not in words("goes") or spot.link == "in") and not _made_parts(spot, word)
        if word not in words("sizes") and word not in words("more") and word not in words("equals"):
            break
    behind = spot.behind
    return behind[:1] in ("x", "×") and not behind[1:2].isalpha() and not behind[1:].lstrip()[:1].isdigit()


def _made_parts(spot: Spot, word: str) -> bool:
    """Tell whether parts are what a dough is divided into: "into four equal parts"."""
    return word in ("parts", "thirds", "quarters", "halves", "portions", "teile", "portionen") and not words(
        "into"
    ).isdisjoint(spot.clause[:2])


def is_first_of_several(spot: Spot) -> bool:
    """How many things are meant, not how much of one: "the first 5 ingredients", "the 3 cheeses".

    Whisk the first {=5=} ingredients.
    """
    return spot.last in words("order_words") and spot.next() in words("things")


def is_pronoun(spot: Spot) -> bool:
    """The pronoun "one", and the article of a language that counts with it: "one for each", "einer Vanilleschote".

    When {=one=} splits, do not worry.
    """
    if not spot.found.spelled:
        return False
    if spot.written == "sieben" and not spot.phrase:  # German: to sift
        return True
    if spot.found.high != 1 or spot.found.low != 1 or spot.written not in words("pronouns"):
        return False
    if spot.unit == "can":  # "one can also use honey"
        return spot.next() in words("after_can") or spot.next() in words("verbs")
    if spot.unit is not None or (spot.written == "one" and spot.behind.startswith(" of the ")):
        return False
    following = spot.next()
    if spot.written == "one" and is_plural(following):  # "when one squashes"
        return True
    return spot.written != "one" or not following or following in words("after_one") or following in words("heads_end")


def is_small(spot: Spot) -> bool:
    """Tell whether an amount is small enough to be one piece's."""
    return spot.unit in _SMALL or (spot.unit == "cup" and spot.found.high <= 1)


def is_one_portion(spot: Spot) -> bool:
    """So much makes one piece: "roll 2 tbsp of the mixture into balls", "drop by 1 tbsp".

    Roll {=2 tbsp=} of the mixture into balls.
    Drop the dough by {=1 tbsp=} onto the tray.
    Ladle {=¼ cup=} batter onto the griddle.
    """
    if spot.link == "by":
        return words("changing_verbs").isdisjoint(spot.clause)
    if not is_small(spot):
        return False
    said = set(spot.clause[:8])
    kept = not words("keeping_verbs").isdisjoint((*said, *spot.rest[:8])) or not words("in_all").isdisjoint(said)
    if kept:
        return False
    if not said.isdisjoint(words("drop_verbs")):
        return True
    product = next((word for word in _own_noun(spot) if word in words("mixtures")), None)
    if product in ("mixture", "mix") and not words("mixing_verbs").isdisjoint(said):
        return False
    return product is not None and not set(spot.clause[:3]) & words("remaining")


def _own_noun(spot: Spot) -> list[str]:
    """Return the words that name what is measured: "of the pancake batter" behind "¼ cup"."""
    noun: list[str] = []
    for word in spot.own[:6]:
        if word in words("heads_end") and word != "of":
            break
        noun.append(word)
    return noun


def is_tool(spot: Spot) -> bool:
    """A spoon that is a tool: "with a teaspoon".

    Shape the dumplings with {=a teaspoon=}.
    """
    if not spot.found.spelled or spot.unit not in ("tsp", "tbsp", "dessertspoon", "cup"):
        return False
    if spot.written not in words("articles", "genitives", "pronouns"):
        return False
    if spot.link not in words("tool_links"):
        return False
    return not spot.own or (spot.own[0] in words("heads_end") and spot.own[0] not in ("of", "each", "per", "or"))
