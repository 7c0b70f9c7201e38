"""A step uses a food that the list does not have.

Whoever shops by the list stands at the stove without it: the butter that step 3 melts, or the chicken that the dish is
called after. A food counts as used where a step measures it, adds it, melts it, sprinkles with it or lists it by
itself. Let pass are water, salt and pepper (the setting `free` names others), what the recipe makes, what is listed by
a more general or special name, and what is only suggested, stands in a tip, or is one of two choices.

Bad:

    ## Ingredients

    - 250 g penne
    - 1 clove garlic

    ## Instructions

    1. Boil the penne.
    2. Melt 2 tbsp butter with the garlic and toss with the penne.

Good:

    ## Ingredients

    - 250 g penne
    - 1 clove garlic
    - 2 tbsp butter

    ## Instructions

    1. Boil the penne.
    2. Melt 2 tbsp butter with the garlic and toss with the penne.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.check.steps.cupboard import Cupboard, may_be_made
from recipekit.check.steps.mentions import Mentions, mentions_of
from recipekit.check.steps.objects import Use, uses
from recipekit.check.steps.telling import family_of
from recipekit.diagnostics import NOT_LISTED, Diagnostic

_MOST = 3  # foods; a list that lacks more of them, and more than half, is not meant to be whole


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every food that the steps use and the list lacks, at its first use."""
    mentions = mentions_of(subject)
    if not mentions.is_one_recipe:
        return
    found = list(_unlisted(mentions))
    if len(found) > max(_MOST, len(mentions.listed) // 2):
        return
    for use in found:
        text = mentions.texts[use.place.text]
        place = text.place(use.place.word, use.end)
        if text.wording is None or place is None:
            continue
        name = text.wording.text[place[0] : place[1]].lower()
        hint = f"add {name} to the ingredients"
        yield subject.finding(NOT_LISTED, f'"{name}" is used but not listed', hint, text.wording, *place)


def _unlisted(mentions: Mentions) -> Iterator[Use]:
    cupboard = Cupboard(mentions)
    told: set[str] = set()
    for use in uses(mentions, cupboard.lacks):
        if told & family_of(use.food) or any(use.food in family_of(food) for food in told):
            continue
        if may_be_made(use.food) and (not use.measured or not mentions.made.isdisjoint(use.food.split())):
            continue
        told.add(use.food)
        if use.measured or not mentions.has_unknown:
            yield use


RULE = Rule(NOT_LISTED, check)
