"""Whether the words behind a number name a food, and which noun is to agree with the number."""

from __future__ import annotations

from recipekit.grammar import is_plural
from recipekit.parse.prose.spot import PIECES, Spot
from recipekit.source import Span
from recipekit.units import unit_named
from recipekit.words import words


def food_noun(spot: Spot, skip: int = 0) -> Span | None:
    """Return the noun to agree with the number, if the words behind it name a food of the recipe.

    *skip* words behind the number are stepped over ("half *a* lime").
    """
    kept: list[str] = []
    for word in spot.after[skip : skip + 5]:
        if word in words("heads_end"):
            break
        kept.append(word)
    has = spot.sentences.listed.has
    last = next((index for index in range(len(kept) - 1, -1, -1) if has(kept[index])), None)
    if last is None:
        return _matched(spot, kept, skip)
    if spot.found.high > 1:
        for index, word in enumerate(kept):
            if is_plural(word):
                return spot.place(skip + index)
    if last + 1 < len(kept) and unit_named(kept[last + 1]) in PIECES:
        last += 1
    return spot.place(skip + last)


def _matched(spot: Spot, phrase: list[str], skip: int) -> Span | None:
    """Return the noun of *phrase* if the recipe lists the same food under another name: "2 courgettes", zucchini."""
    listed = spot.sentences.listed
    if not listed.names or not phrase or spot.found.high < 1 or phrase[-1] in words("no_foods"):
        return None
    from recipekit.foods import Likeness, compare  # noqa: PLC0415 - its words take a while to load, and few sentences need them

    for index in range(len(phrase) - 1, -1, -1):
        if any(compare(phrase[index], name).likeness is not Likeness.DIFFERENT for name in listed.names):
            return spot.place(skip + index)
    return None
