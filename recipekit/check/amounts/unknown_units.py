"""The word behind a number is nearly a unit.

"3 tbps sugar" is three things called "tbps sugar": neither scaled in spoons nor converted nor put on a shopping list. A
word is found that is one letter away from a known unit, two where it has eight letters or more, and that is no other
word of the kitchen; behind it a known food must be named.

Bad:

    ## Ingredients

    - 3 tbps sugar
    - 2 teaspon salt

Good:

    ## Ingredients

    - 3 tbsp sugar
    - 2 teaspoon salt

Fixable: yes, unsafely
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.amounts import NUMBER
from recipekit.check.amounts.misspelling import Meant, unit_meant
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import UNKNOWN_UNIT, Diagnostic, Fix
from recipekit.foods.reading import LONGEST_NAME, alternatives
from recipekit.model import Wording
from recipekit.source import Edit
from recipekit.units import unit_named
from recipekit.words import checked

_AMOUNT = rf"(?:{NUMBER})(?:\s?[-–]\s?(?:{NUMBER}))?\s?(?P<unit>[^\W\d_]{{3,16}})(?![\w-])\.?"
_FIRST = re.compile(rf"[~≈]?\s*{_AMOUNT}(?P<food>.*)")
_LAST = re.compile(rf"(?P<food>[^\d:]{{2,60}}?)\s*[:,–—-]\s*{_AMOUNT}\s*$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every misspelt unit in the list and in the quantities of the calories table."""
    for group in subject.recipe.ingredients:
        for item in group.items:
            yield from _in(subject, item.wording, None)
    for row in subject.recipe.calories.rows if subject.recipe.calories else ():
        yield from _in(subject, row.wording, row.ingredient)


def _in(subject: Subject, wording: Wording, food: str | None) -> Iterator[Diagnostic]:
    text = wording.text
    found = _FIRST.match(text) or (_LAST.match(text) if food is None and text[-1:].isalpha() else None)
    if found is None or unit_named(found["unit"]):
        return
    meant = unit_meant(found["unit"])
    if meant is None or not _is_food(food or found["food"]):
        return
    start, end = found.span("unit")
    message = f'"{text[start:end]}" is no unit that is known'
    hint = f'write "{_like(text[start:end], meant.spelled)}", if that is meant'
    yield subject.finding(UNKNOWN_UNIT, message, hint, wording, start, end, _fix(wording, start, end, meant))


def _is_food(name: str) -> bool:
    """Tell whether *name* is that of a known food, in English or German."""
    first = _FIRST_WORD.search(name)
    if first is None or len(name) > LONGEST_NAME or first[0].lower() in checked("amounts", "of_elsewhere"):
        return False
    return any(reading.foods for reading in alternatives(name.strip(" .")))


def _fix(wording: Wording, start: int, end: int, meant: Meant) -> Fix | None:
    span = wording.span(start, end)
    if span is None or meant.unit is None or span.end - span.start != end - start:
        return None
    spelled = _like(wording.text[start:end], meant.spelled)
    return Fix((Edit(span, spelled),), f'write "{spelled}"', safe=False)


def _like(written: str, spelled: str) -> str:
    """Return a unit in the capitals of what was *written*."""
    if written.isupper():
        return spelled.upper()
    return spelled.capitalize() if written[0].isupper() else spelled


RULE = Rule(UNKNOWN_UNIT, check)
