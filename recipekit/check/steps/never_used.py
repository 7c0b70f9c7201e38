"""A listed ingredient is used in no step.

The cook buys it, chops it, and finds it on the counter when the dish is on the table: the step that adds it was
forgotten, or it is left over from another version. Any word that tells the ingredient counts as a use ("sausage" for
Italian pork sausage), and so does what stands for it: a more general word, a part ("the zest"), "all ingredients", the
name of its group. Washing all produce uses nothing.

Let pass is what may well go unsaid: water, salt and pepper, what is optional, to taste, for frying or for serving; a
name that no lexicon has where the steps name a food that the list has not ("haricots verts", and then "the beans"); and
a recipe whose steps name no more than a third of its list.

Bad:

    ## Ingredients

    - 2 zucchini
    - 1 onion
    - 400 g tomatoes

    ## Instructions

    1. Wash all vegetables.
    2. Soften the onion, add the tomatoes and simmer for 20 minutes.

Good:

    ## Ingredients

    - 2 zucchini
    - 1 onion
    - 400 g tomatoes

    ## Instructions

    1. Wash all vegetables.
    2. Soften the onion and zucchini, add the tomatoes and simmer for 20 minutes.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recipekit.check.rule import Rule, Subject
from recipekit.check.steps.collectives import covers
from recipekit.check.steps.mentions import Listed, Mentions, mentions_of
from recipekit.check.steps.telling import parts_of_animals, telling
from recipekit.check.steps.texts import based
from recipekit.diagnostics import NEVER_USED, Diagnostic
from recipekit.words import checked, words

_LEAST = 3  # more than one of three must be named, or the steps are in another language, or elsewhere
_LONGEST = 80  # characters of an ingredient's name; a longer one is a sentence


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every ingredient that the steps neither name nor mean by another word."""
    mentions = mentions_of(subject)
    if not mentions.is_one_recipe:
        return
    unnamed = [number for number in range(len(mentions.listed)) if number not in mentions.first]
    if len(unnamed) * _LEAST > len(mentions.listed) * (_LEAST - 1) and not mentions.first:
        return
    asked = [number for number in unnamed if not _goes_unsaid(mentions, mentions.listed[number])]
    unused = [number for number in asked if not covers(mentions, number)]
    if any(not mentions.listed[number].telling.foods for number in unused) and mentions.has_strangers:
        unused = [number for number in unused if mentions.listed[number].telling.foods]
    if len(unused) * _LEAST >= (len(mentions.listed) - len(unnamed) + len(asked)) * (_LEAST - 1):
        return
    for number in unused:
        item = mentions.listed[number].ingredient
        start, end = item.name_span or (0, len(item.wording.text))
        message = f'"{item.name}" is used in no step'
        yield subject.finding(NEVER_USED, message, _HINT, item.wording, start, end)


_PURPOSE = re.compile(r"\bfor \w+ing(?: \w+)?$", re.IGNORECASE)


def _lists_several(item: Listed) -> bool:
    """Tell whether a line has more foods than one: "2 onions, 2 carrots and 2 sticks of celery"."""
    note = item.ingredient.note or ""
    return note[:1].isdigit() or item.ingredient.name.count(",") > 1


_HINT = "say in a step what becomes of it, or take it off the list"


def _goes_unsaid(mentions: Mentions, item: Listed) -> bool:
    """Tell whether the steps need not name an ingredient."""
    text = item.ingredient.wording.text
    tells = item.telling
    return (
        item.ingredient.optional
        or not (tells.foods or tells.words - parts_of_animals())
        or len(item.ingredient.name) > _LONGEST
        or text.rstrip().endswith(":")
        or tells.head in _no_foods()
        or _unsaid().search(text) is not None
        or _PURPOSE.search(text) is not None
        or _lists_several(item)
        or not _title_words(mentions, item).isdisjoint(based("unsaid_groups"))
        or mentions.is_free(item)
    )


def _title_words(mentions: Mentions, item: Listed) -> frozenset[str]:
    title = mentions.groups[item.group].title
    if not title:
        return frozenset()
    said = telling(title)
    return said.words | said.kinds | said.more


@cache
def _no_foods() -> frozenset[str]:
    return based("no_food_listed") | words("utensils") | words("equipment")


@cache
def _unsaid() -> re.Pattern[str]:
    phrases = sorted(map(re.escape, checked("steps", "unsaid_lines")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)


RULE = Rule(NEVER_USED, check)
