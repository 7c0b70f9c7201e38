"""One recipe spells a unit in several ways.

"tbsp", "Tbsp" and "tablespoons" in one list are one measure, and a reader stops to ask. The spelling that stands most
often in the recipe is the right one, or of several the first. Singular and plural are one spelling; only units of
weight and volume are looked at.

Bad:

    ## Ingredients

    - 2 tbsp sugar
    - 1 tbsp flour
    - 3 Tablespoons milk

Good:

    ## Ingredients

    - 2 tbsp sugar
    - 1 tbsp flour
    - 3 tbsp milk

Fixable: yes
Since: 0.3.0
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MIXED_UNIT_SPELLING, Diagnostic, Fix
from recipekit.edits.verifying import texts_of
from recipekit.grammar import plural, singular
from recipekit.model import Quantity, Wording
from recipekit.source import Edit, Span
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

_MEASURED = (Dimension.MASS, Dimension.VOLUME)


class _Spelled(NamedTuple):
    """A unit as it is written, and its spelling in the singular."""

    wording: Wording
    quantity: Quantity
    word: Span
    spelling: str


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every unit that is not spelled as most of its kind are."""
    found = list(_units(subject))
    counts: dict[str, Counter[str]] = {}
    for each in found:
        counts.setdefault(each.quantity.unit or "", Counter())[each.spelling] += 1
    for each in found:
        usual = counts[each.quantity.unit or ""].most_common(1)[0][0]
        if each.spelling == usual:
            continue
        written = each.wording.text[slice(*each.word)]
        new = _in_number(usual, each.quantity)
        message = f'"{written}" is "{usual}" elsewhere in this recipe'
        span = each.wording.span(*each.word)
        placed = span is not None and subject.source.text[slice(*span)] == written
        fix = Fix((Edit(span, new),), f"write {new}") if span is not None and placed else None
        yield subject.finding(MIXED_UNIT_SPELLING, message, f"write {new}", each.wording, *each.word, fix)


def _units(subject: Subject) -> Iterator[_Spelled]:
    for said in texts_of(subject.recipe):
        for quantity in said.quantities:
            if quantity.word is not None and dimension_of(quantity.unit) in _MEASURED:
                written = said.wording.text[slice(*quantity.word)]
                if written.replace(".", "").replace(" ", "").isalpha():
                    yield _Spelled(said.wording, quantity, quantity.word, _singular(written))


def _singular(written: str) -> str:
    """Return a unit in the singular, its capitals kept.

    >>> _singular("Tablespoons"), _singular("oz"), _singular("lbs"), _singular("cups")
    ('Tablespoon', 'oz', 'lb', 'cup')
    """
    lowered = written.lower()
    one = singular(lowered)
    if lowered.endswith("s") and one == lowered and lowered[:-1] in words("abbreviations"):
        one = lowered[:-1]
    return written[: len(one)] if lowered.startswith(one) else written


def _in_number(usual: str, quantity: Quantity) -> str:
    many = quantity.high > 1 and usual.lower().strip(".") not in words("abbreviations") and not usual.endswith(".")
    return plural(usual) if many else usual


RULE = Rule(MIXED_UNIT_SPELLING, check, on=False)
