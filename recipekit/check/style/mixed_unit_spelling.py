"""One recipe spells a unit in several ways.

"tbsp", "Tbsp" and "tablespoons" in one list are one measure, and a reader stops to ask. The spelling that stands most
often in the recipe is the right one, or of several the first. Singular and plural are one spelling, and so are "tbsp"
and "tbsp."; only units of weight and volume are looked at, and not the one in "a 15-ounce can".

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

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MIXED_UNIT_SPELLING, Diagnostic, Fix
from recipekit.edits.verifying import Said, texts_of
from recipekit.grammar import plural, singular
from recipekit.model import Quantity
from recipekit.source import Edit, Span
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

_MEASURED = (Dimension.MASS, Dimension.VOLUME)
_PINCHES = ("pinch", "dash", "drop", "smidgen")
_LISTED = ("ingredient", "row")
_GOES_ON = re.compile(r"\.\s+[^\W\dA-ZÄÖÜ]")


class _Spelled(NamedTuple):
    """A unit as it is written, and its spelling in the singular."""

    said: Said
    quantity: Quantity
    word: Span
    written: str
    spelling: str


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every unit that is not spelled as most of its kind are."""
    found = list(_units(subject))
    counts: dict[str, Counter[str]] = {}
    written: dict[tuple[str, bool], str] = {}
    for each in found:
        counts.setdefault(each.quantity.unit or "", Counter())[each.spelling] += 1
        written.setdefault((each.spelling, each.quantity.high > 1), _with_point(each))
    for each in found:
        usual = counts[each.quantity.unit or ""].most_common(1)[0][0]
        if each.spelling != usual:
            many = each.quantity.high > 1
            yield _finding(subject, each, written.get((usual, many)) or _in_number(usual, many=many))


def _units(subject: Subject) -> Iterator[_Spelled]:
    """Yield the units of weight and volume; "a 15-ounce can" is spelled so for itself, and a pinch is no measure."""
    for said in texts_of(subject.recipe):
        text = said.wording.text
        for quantity in said.quantities:
            word = quantity.word
            if word is None or quantity.unit in _PINCHES or dimension_of(quantity.unit) not in _MEASURED:
                continue
            written = text[slice(*word)]
            if text[word.start - 1 : word.start] != "-" and written.replace(".", "").replace(" ", "").isalpha():
                yield _Spelled(said, quantity, word, written, _singular(written))


def _with_point(each: _Spelled) -> str:
    """Return a unit as it is written, with the point of an abbreviation."""
    return f"{each.written}." if _GOES_ON.match(each.said.wording.text, each.word.end) else each.written


def _finding(subject: Subject, each: _Spelled, new: str) -> Diagnostic:
    said, word, written = each.said, each.word, each.written
    message = f'"{written}" is "{new}" elsewhere in this recipe'
    fix = _fix(subject, each, new)
    return subject.finding(MIXED_UNIT_SPELLING, message, f"write {new}", said.wording, *word, fix)


def _fix(subject: Subject, each: _Spelled, new: str) -> Fix | None:
    """Return the fix that writes *new*; the point of an abbreviation goes with it, and that of a sentence stays."""
    text = each.said.wording.text
    end = each.word.end
    new = new.rstrip(".") if text[end : end + 1] == "." else new
    if text[end : end + 1] == "." and not _is_short(new):
        goes_on = _GOES_ON.match(text, end)
        if not goes_on and each.said.kind in _LISTED:
            return None
        end += bool(goes_on)
    span = each.said.wording.span(each.word.start, end)
    if span is None or subject.source.text[slice(*span)] != text[each.word.start : end]:
        return None
    return Fix((Edit(span, new),), f"write {new}")


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


def _in_number(usual: str, *, many: bool) -> str:
    return plural(usual) if many and not _is_short(usual) else usual


def _is_short(unit: str) -> bool:
    return unit.lower().strip(".") in words("abbreviations") or unit.endswith(".")


RULE = Rule(MIXED_UNIT_SPELLING, check, on=False)
