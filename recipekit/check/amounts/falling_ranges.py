"""A range begins with its larger number.

"6-4 cloves" is no range to recipekit but six of something and four cloves; a cook wonders which number is the slip. A
range is found where a unit or, at the start of an ingredient, a food stands behind it. Mixed numbers ("1-1/2"), ratios
that add up to 100 ("80-20 beef"), dates and codes, "2-1 lb packages", temperatures, and what falls on purpose ("from 20
to 15 minutes") are left alone.

Bad:

    ## Ingredients

    - 6-4 cloves garlic

    ## Instructions

    1. Roast the garlic for 20–15 minutes.

Good:

    ## Ingredients

    - 4-6 cloves garlic

    ## Instructions

    1. Roast the garlic for 15–20 minutes.

Fixable: yes, unsafely
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from recipekit.amounts import DASHES, NUMBER, parse_number
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import RANGE_UPSIDE_DOWN, Diagnostic, Fix
from recipekit.grammar import is_plural
from recipekit.model import Wording
from recipekit.parse.unit_words import unit_at
from recipekit.source import Edit
from recipekit.units import Dimension, dimension_of
from recipekit.words import checked, words

_RANGE = re.compile(
    rf"(?<![\w.,:/⁄#$€£§{DASHES}])(?P<low>{NUMBER})"
    rf"(?:(?P<unit>[^\W\d_]{{1,12}})?\s?[{DASHES}]\s?|-?\s(?:to|bis)\s)(?P<high>{NUMBER})(?![\d/⁄:]|[.,]\d|\s?[{DASHES}]\s?\d)"
)
_LINK = re.compile(rf"[\d¼-¾⅐-⅞][^\W\d_]{{0,12}}(?:\s?[{DASHES}]\s?|-?\s(?:to|bis)\s)[\d¼-¾⅐-⅞.]")
_LONGEST = 16  # code points of a number
_THOUSAND = re.compile(r"[.,]\d{3}$")
_WORD = re.compile(r"[^\W\d_]+")
_NAMED = re.compile(r"\s[^\W\d_]{3}")
_HUNDRED = 100
_MOST_PACKS = 24
_BEFORE = 30  # code points before a range in which "from" is looked for
_BEHIND = 60
_SIZES = (Dimension.MASS, Dimension.LENGTH)
_UNITS = (*_SIZES, Dimension.VOLUME, Dimension.COUNT, Dimension.TIME, Dimension.PEOPLE, Dimension.ENERGY)
_SIZED_VOLUMES = frozenset({"fl_oz", "ml", "l", "cl", "dl", "pint", "quart"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every falling range of the list, the steps, the notes and the calories table."""
    if not _may_fall(subject.source.text):
        return
    for wording, names_a_food in _texts(subject):
        for found in _RANGE.finditer(wording.text):
            end = _end_of_range(wording.text, found, names_a_food=names_a_food) if _falls(found) else None
            if end is not None:
                low, high = found["low"], found["high"]
                message = f'"{wording.text[found.start() : end]}" begins with its larger number'
                hint = f"write {high} to {low}, or mend the wrong one"
                fix = _fix(wording, found)
                yield subject.finding(RANGE_UPSIDE_DOWN, message, hint, wording, found.start(), end, fix)


def _may_fall(text: str) -> bool:
    """Tell whether there is any falling range in a file; nearly none has one, and this is quick to see."""
    for link in _LINK.finditer(text):
        found = _RANGE.search(text, max(0, link.start() - _LONGEST), link.end() + _LONGEST)
        if found is not None and _falls(found):
            return True
    return False


def _texts(subject: Subject) -> Iterator[tuple[Wording, bool]]:
    """Yield every text that is searched, and whether it may begin with a number of something."""
    recipe = subject.recipe
    yield from ((item.wording, True) for group in recipe.ingredients for item in group.items)
    for step in subject.steps:
        yield step.wording, False
        yield from ((note.wording, False) for note in step.notes)
    yield from ((note.wording, False) for note in recipe.notes)
    for row in recipe.calories.rows if recipe.calories else ():
        yield row.wording, True
        if row.cell is not None:
            yield row.cell, False


def _falls(found: re.Match[str]) -> bool:
    """Tell whether a range falls; "1–1/2" is a mixed number, and "800-1.000" may rise."""
    low, high = parse_number(found["low"]), parse_number(found["high"])
    if low is None or high is None or low <= high or low + high == _HUNDRED:
        return False
    if _THOUSAND.search(found["low"]) or _THOUSAND.search(found["high"]):
        return False
    mixed = high < 1 and low.denominator == 1 and high.denominator > 1 and "." not in found["high"]
    return not mixed or " to " in found[0] or " bis " in found[0]


def _end_of_range(text: str, found: re.Match[str], *, names_a_food: bool) -> int | None:
    """Return where a falling range ends, its unit included; None where it is something else."""
    if text[: found.start()].rstrip()[-1:] in DASHES and found.start():
        return None
    high = parse_number(found["high"]) or Fraction(0)
    unit, _, end = unit_at(text, found.end(), high)
    if found["unit"] and (unit is None or unit_at(text, found.end("low"), high)[0] != unit or " " in found[0]):
        return None
    if unit is None:
        first = names_a_food and not text[: found.start()].strip(" ~≈")
        return found.end() if first and _NAMED.match(text, found.end()) else None
    if dimension_of(unit) not in _UNITS or _falls_on_purpose(text, found.start(), end):
        return None
    return None if _are_packs(text, found, unit, end) else end


def _falls_on_purpose(text: str, start: int, end: int) -> bool:
    """Tell whether something is reduced or counted down: "from 20 to 15 minutes", "10 to 8 weeks before"."""
    before = {word.lower() for word in _WORD.findall(text, max(0, start - _BEFORE), start)}
    if not before.isdisjoint(checked("amounts", "before_a_fall")):
        return True
    behind = _WORD.search(text, end)
    return behind is not None and behind[0].lower() in checked("amounts", "behind_a_fall")


def _are_packs(text: str, found: re.Match[str], unit: str, end: int) -> bool:
    """Tell whether the first number counts things of one size: "2-1 lb packages", "6 - 4 oz fillets"."""
    if dimension_of(unit) not in _SIZES and unit not in _SIZED_VOLUMES:
        return False
    count = parse_number(found["low"])
    if count is None or count.denominator > 1 or count > _MOST_PACKS:
        return False
    things = words("containers", "packages", "cuts", "cut_pieces")
    said = _WORD.findall(text, end, end + _BEHIND)[:4]
    return any(is_plural(word) or word.lower() in things for word in said)


def _fix(wording: Wording, found: re.Match[str]) -> Fix | None:
    edits = []
    for end, other in (("low", "high"), ("high", "low")):
        span = wording.span(*found.span(end))
        if span is None or span.end - span.start != len(found[end]):
            return None
        edits.append(Edit(span, found[other]))
    return Fix(tuple(edits), "swap the two ends of the range", safe=False)


RULE = Rule(RANGE_UPSIDE_DOWN, check)
