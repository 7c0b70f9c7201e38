"""The steps use clearly less of a food than the list has.

Six tablespoons of soy sauce are bought and three teaspoons are used: the list was scaled and the steps were not, or a
step is missing. It is found only where every mention of the food in the steps has an amount, and together they are less
than four fifths of the list, but a tenth at least: less than that is meant for one piece of many. A bare mention ("add
the soy sauce"), "remaining", "half the", "all ingredients", a step that names the group of the list ("make the
dressing"), and a listed amount that is also for serving, dusting or greasing are let pass.

Bad:

    ## Ingredients

    - 6 tbsp soy sauce

    ## Instructions

    1. Whisk vinegar with 1 tbsp soy sauce.

Good:

    ## Ingredients

    - 6 tbsp soy sauce

    ## Instructions

    1. Whisk vinegar with 6 tbsp soy sauce.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from recipekit.check.rule import Rule, Subject
from recipekit.check.steps.shares import Use, shares_of
from recipekit.check.steps.stocks import Stock, spelled, sum_of, systems_of
from recipekit.check.steps.unsaid import Telling
from recipekit.diagnostics import STEPS_USE_LESS, Diagnostic
from recipekit.words import checked

_CLEARLY = Fraction(4, 5)
_FOR_ONE = Fraction(1, 10)  # less than that is likely meant for one piece of many
_WORD = re.compile(r"[^\W\d_]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every food of which the steps leave more than a fifth."""
    shares = shares_of(subject)
    telling: Telling | None = None
    for stock, uses in zip(shares.stocks, shares.uses, strict=True):
        measure = uses[0].measure if uses else ""
        if not uses or measure not in stock.amounts or any(use.measure != measure for use in uses):
            continue
        systems = systems_of(subject.recipe)
        if not all(_is_less(stock, uses, cups) for cups in systems) or _is_for_later(stock) or _one_by_one(uses):
            continue
        telling = telling or Telling(subject, shares)
        if not telling.may_use_more(stock, uses):
            yield _finding(subject, stock, uses, systems[0])


def _is_less(stock: Stock, uses: tuple[Use, ...], cups: str) -> bool:
    has = sum_of(((each.low, each.unit) for each in stock.amounts[uses[0].measure]), cups)
    return _FOR_ONE * has <= _used(uses, cups) < _CLEARLY * has


def _used(uses: tuple[Use, ...], cups: str) -> Fraction:
    return sum_of(((use.quantity.high, use.quantity.unit) for use in uses), cups)


def _is_for_later(stock: Stock) -> bool:
    """Tell whether the list means some of it for what steps seldom say: serving, dusting, greasing."""
    said = " ".join((*(item.wording.text for item in stock.items), *stock.groups)).lower()
    return any(item.optional for item in stock.items) or any(word in said for word in checked("steps", "for_later"))


def _one_by_one(uses: tuple[Use, ...]) -> bool:
    """Tell whether the steps take one piece, or so many for one of several, and so perhaps one after the other."""
    if uses[0].measure in ("mass", "volume"):
        return False
    if all(use.quantity.high <= 1 for use in uses):
        return True
    return any(not checked("steps", "filled_and_laid").isdisjoint(_said(use)) for use in uses)


def _said(use: Use) -> list[str]:
    return _WORD.findall(use.step.wording.text.lower())


def _finding(subject: Subject, stock: Stock, uses: tuple[Use, ...], cups: str) -> Diagnostic:
    listed = stock.amounts[uses[0].measure]
    has = sum_of(((each.low, each.unit) for each in listed), cups)
    like = [*listed, *(use.quantity for use in uses)]
    used = spelled(_used(uses, cups), like, cups)
    message = f"the list has {spelled(has, like, cups)} {stock.name}, the steps use {used}"
    hint = f"say where the rest goes, or list {used}"
    return subject.finding(STEPS_USE_LESS, message, hint, stock.items[0].wording, listed[0].start, listed[0].end)


RULE = Rule(STEPS_USE_LESS, check)
