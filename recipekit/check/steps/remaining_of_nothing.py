"""A step takes what remains of an ingredient that nothing was taken of before.

"Add the remaining butter", and no step had any: either the step that takes the first part is missing, or it is all of
the butter that is meant. Every word for the ingredient that stands before counts as a use, and so do "all ingredients"
or "the spices"; washing all vegetables does not. The rest of something that is not listed, as of a dough, is found only
where nothing was mixed before that could be it.

Bad:

    ## Ingredients

    - 50 g butter
    - 300 g mushrooms

    ## Instructions

    1. Brown the mushrooms for 5 minutes.
    2. Stir in the remaining butter.

Good:

    ## Ingredients

    - 50 g butter
    - 300 g mushrooms

    ## Instructions

    1. Brown the mushrooms in 20 g butter for 5 minutes.
    2. Stir in the remaining butter.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from recipekit.check.rule import Rule, Subject
from recipekit.check.steps.collectives import covers
from recipekit.check.steps.mentions import Mentions, Place, mentions_of
from recipekit.check.steps.objects import ends_there
from recipekit.check.steps.telling import family_of, is_descriptive
from recipekit.check.steps.texts import NUMBER, Part, Text, based
from recipekit.diagnostics import REMAINING_OF_NOTHING, Diagnostic
from recipekit.words import checked, meanings, words

_LONGEST = 4  # words in the name of what remains


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every rest of something that the steps have not used before."""
    mentions = mentions_of(subject)
    if not mentions.is_one_recipe:
        return
    for place, text in enumerate(mentions.texts):
        if text.part is not Part.STEP or text.wording is None or _speaks_of_rests().isdisjoint(text.words):
            continue
        for start, of in _rests(text):
            end = _is_of_nothing(mentions, Place(place, start), of)
            span = text.place(start, end) if end else None
            if span is not None:
                said = text.wording.text[span[0] : span[1]]
                message = f'"{said}", but none of it was used before'
                yield subject.finding(REMAINING_OF_NOTHING, message, _HINT, text.wording, *span)


_HINT = "say where the first part of it goes, or that all of it is meant"


@cache
def _speaks_of_rests() -> frozenset[str]:
    return checked("steps", "rest_words") | checked("steps", "rest_of")


def _rests(text: Text) -> Iterator[tuple[int, int]]:
    """Yield where a text begins to speak of the rest of something, and where the name of that begins."""
    for at, word in enumerate(text.words[: text.tip]):
        if word in checked("steps", "rest_words"):
            yield at, at + 1
        elif word in checked("steps", "rest_of") and text.words[at + 1 : at + 2] in _OF:
            start = at - 1 if at and text.words[at - 1] in checked("steps", "rest_before") else at
            if word != "half" or start < at:
                yield start, at + 2


_OF = (("of",), ("der",), ("des",), ("vom",), ("von",))


def _is_of_nothing(mentions: Mentions, at: Place, of: int) -> int:
    """Return where the name of what remains ends, if it was not used before; 0 if it was, or nothing is sure."""
    text = mentions.texts[at.text]
    start = of
    while start < len(text.bases) and _only_measures(text, start):
        start += 1
    end = start
    while end < len(text.bases) and end - start < _LONGEST and text.bases[end] in mentions.names:
        end += 1
    if end > start:
        meant = _meant(mentions, text, start, end)
        sure = bool(meant) and ends_there(text, end)
        return 0 if not sure or any(_was_used(mentions, number, at) for number in meant) else end
    return _unlisted(mentions, at, start)


def _only_measures(text: Text, at: int) -> bool:
    base, word = text.bases[at], text.words[at]
    if base == NUMBER or word in checked("steps", "goes_before") or word in words("count_nouns", "sizes"):
        return True
    return word in meanings("units") or (is_descriptive(base) and base not in based("small_words"))


def _meant(mentions: Mentions, text: Text, start: int, end: int) -> list[int]:
    """Return the ingredients that the words from *start* to *end* name, by any of them."""
    found: set[int] = set()
    for at in range(start, end):
        numbers = mentions.by_word.get(text.bases[at])
        found.update(mentions.meant(text, at, numbers) if numbers else ())
    said = text.bases[start] if end == start + 1 else ""
    family = {number for number, item in enumerate(mentions.listed) if said in _family_words(mentions, number)}
    return sorted(found | family) if found else []


def _family_words(mentions: Mentions, number: int) -> frozenset[str]:
    """Return the names of what an ingredient is a kind of: cheese for mozzarella."""
    return frozenset(food for one in mentions.listed[number].telling.foods for food in family_of(one))


def _was_used(mentions: Mentions, number: int, at: Place) -> bool:
    first = mentions.first.get(number)
    return (
        (first is not None and first < at) or mentions.is_free(mentions.listed[number]) or covers(mentions, number, at)
    )


def _unlisted(mentions: Mentions, at: Place, start: int) -> int:
    """Return where the name of a mixture ends that nothing before could have made; 0 if something could."""
    text = mentions.texts[at.text]
    word = text.bases[start] if start < len(text.bases) else ""
    if word not in based("mixtures_made") or not ends_there(text, start + 1) or word in mentions.made:
        return 0
    mixed = based("mixing") | based("making")
    earlier = (*(each.bases for each in mentions.texts[: at.text]), text.bases[: at.word])
    return 0 if any(base in mixed or base.startswith(word[:4]) for bases in earlier for base in bases) else start + 1


RULE = Rule(REMAINING_OF_NOTHING, check)
