"""The steps use more of a food than the list has.

Who shops by the list stands in the kitchen with too little butter, and who scales or counts calories works with the
wrong amount. The amounts of a food in the steps are added up and held against the list, mass against mass, volume
against volume, count against count; 5 % more is let pass, 10 % between metric and other measures, 15 % where an amount
is "about". An amount that is said again ("the 2 cups flour", "the remaining 1 tbsp"), one for a piece, one with a
condition ("if needed") and a food whose listed amount is open ("plus more for dusting") do not count. A recipe that can
be made in several ways is held against the list one amount at a time.

Bad:

    ## Ingredients

    - 6 tbsp butter

    ## Instructions

    1. Melt 4 tbsp butter in a pan.
    2. Stir in 3 tbsp more butter.

Good:

    ## Ingredients

    - 7 tbsp butter

    ## Instructions

    1. Melt 4 tbsp butter in a pan.
    2. Stir in 3 tbsp more butter.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from recipekit.check.rule import Rule, Subject
from recipekit.check.steps.shares import Shares, Use, shares_of
from recipekit.check.steps.stocks import Stock, leeway, spelled, sum_of, systems_of
from recipekit.diagnostics import STEPS_USE_MORE, Diagnostic
from recipekit.foods.reading import alternatives
from recipekit.model import Quantity
from recipekit.words import checked


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every food of which the steps use more than there is, at the amount that is too much."""
    shares = shares_of(subject)
    systems = systems_of(subject.recipe) if shares.stocks else ()
    for stock, uses in zip(shares.stocks, shares.uses, strict=True):
        for measure, listed in stock.amounts.items() if uses else ():
            counted = [use for use in uses if use.measure == measure]
            found = [_breach(subject, shares, stock, counted, listed, cups) for cups in systems]
            breach = found[0]
            if breach is not None and all(found):
                yield _finding(subject, stock, breach, listed, systems[0])
                break


def _breach(
    subject: Subject, shares: Shares, stock: Stock, uses: list[Use], listed: Sequence[Quantity], cups: str
) -> list[Use] | None:
    """Return the uses that together are more than *listed*, the last one being too much; None where nothing is."""
    most = sum_of(((each.high, each.unit) for each in listed), cups)
    for use in uses:
        if _size(use, cups) > most * (1 + leeway((use.quantity, *listed))):
            return None if _is_free(subject, stock) and _is_for_the_pot(use) else [use]
    if shares.several_methods or sum((_size(use, cups) for use in uses), Fraction(0)) <= most:
        return None
    if _is_free(subject, stock):
        return None
    taken: list[Use] = []
    for use in _once(uses, most, cups):
        taken.append(use)
        allowed = most * (1 + leeway((*(each.quantity for each in taken), *listed)))
        if sum((_size(each, cups) for each in taken), Fraction(0)) > allowed:
            return taken
    return None


def _size(use: Use, cups: str) -> Fraction:
    return sum_of(((use.quantity.low, use.quantity.unit),), cups)


def _is_free(subject: Subject, stock: Stock) -> bool:
    """Tell whether a food may be used without being listed at all, as water and salt may."""
    heads = {reading.head for name in subject.settings.free for reading in alternatives(name)}
    return any(reading.head in heads for reading in stock.readings)


def _is_for_the_pot(use: Use) -> bool:
    """Tell whether water or salt is that of a pot in which something is boiled or soaked, which lists leave out."""
    return any(word in use.sentence for word in checked("steps", "pot_water"))


def _once(uses: list[Use], whole: Fraction, cups: str) -> list[Use]:
    """Return *uses* without what is said twice: made ready and used, or all of it dealt with before a part is taken."""
    used = [use for use in uses if not use.made_ready]
    kept = used or uses
    entire = [abs(_size(use, cups) - whole) * 20 <= whole for use in kept]
    if all(entire):
        return []
    if any(entire) and any(use.of_it for use in kept[entire.index(True) + 1 :]):
        return [use for use, all_of_it in zip(kept, entire, strict=True) if not all_of_it]
    return kept


def _finding(subject: Subject, stock: Stock, uses: list[Use], listed: Sequence[Quantity], cups: str) -> Diagnostic:
    has = sum_of(((each.high, each.unit) for each in listed), cups)
    need = sum((_size(use, cups) for use in uses), Fraction(0))
    like = [*listed, *(use.quantity for use in uses)]
    needed = spelled(need, like, cups)
    message = f"the list has {spelled(has, like, cups)} {stock.name}, the steps use {needed}"
    last = uses[-1]
    hint = f"list {needed}, or use less"
    end = last.end if last.start == last.quantity.start else last.quantity.end
    return subject.finding(STEPS_USE_MORE, message, hint, last.step.wording, last.quantity.start, end)


RULE = Rule(STEPS_USE_MORE, check)
