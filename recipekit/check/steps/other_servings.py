"""A step gives an amount, or a pan, for other servings than the recipe's.

Recipes of a delivery service are printed for 2 and for 4, and whoever cooks one of them for 6 forgets the brackets:
"3 tbsp water (6 tbsp for 4 servings)" is wrong in both its halves. Also found are amounts "for larger portions".
Let pass are "serves 4", "enough for 4 more", what is stored, one single serving, a recipe that does not say how many it
serves or serves a range with that number, and brackets whose other half is the recipe's own: in a recipe for 2 the
3 tbsp above are right.

Bad:

    > - **Serves:** 6

    ## Instructions

    1. Combine rice and 3 cups water (6 cups for 4 servings).

Good:

    > - **Serves:** 6

    ## Instructions

    1. Combine rice and 9 cups water.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import NamedTuple

from recipekit.amounts import spell_number
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import OTHER_SERVINGS, Diagnostic
from recipekit.model import Kind, Note, Quantity, Recipe, Servings
from recipekit.ops.advice import FOR_YOUR_SERVINGS
from recipekit.parse.prose.batches import ALTERNATIVE, BASE, markers
from recipekit.units import size_of
from recipekit.words import checked, words

_FOR = r"\b(?:for|für)\s+(?:about\s)?"
_PAIR = re.compile(rf"{_FOR}(\d{{1,3}})\s?(?:,|and|or|&|/|und|oder)\s?(\d{{1,3}})\b(?:\s+([^\W\d_]+))?", re.IGNORECASE)
_LED = re.compile(rf"(?:^|[(\[;.!?]\s*|\btip:\s*)({_FOR}(\d{{1,3}}))(?=\s*[,:])", re.IGNORECASE)
_COUNT = re.compile(rf"{_FOR}(\d{{1,3}})\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")
_SENTENCE = re.compile(r"[.!?;](?=\s)|\n")
_CHOICE = re.compile(r"^\W*(?:(?:or|oder|use)\s+)*", re.IGNORECASE)
_NEAR_ENOUGH = Fraction(3, 2)
_MOST_PLACES = 40
"""A stretch of text that names more servings is no step."""
_LONGEST = 60  # code points of a place that a message repeats


class Place(NamedTuple):
    """A stretch of a text for other servings: *counts* of them, none for "larger portions"; *bare* has no noun."""

    start: int
    end: int
    counts: tuple[int, ...]
    stretch: tuple[int, int]
    bracketed: bool
    bare: bool


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every place of the steps that is for another number of servings."""
    serves = _servings(subject.recipe)
    if serves is None:
        return
    for step in subject.steps:
        for note in (Note(step.wording, step.quantities), *step.notes):
            if "for" in note.wording.text.lower() or "für" in note.wording.text.lower():
                yield from _findings(subject, note, serves)


def _servings(recipe: Recipe) -> Servings | None:
    """Return whom the recipe serves; None where it says nothing, or only what it makes."""
    said = (recipe.serves, *recipe.also_serves)
    return next((each for each in said if each is not None and each.unit == "serving"), None)


def _findings(subject: Subject, note: Note, serves: Servings) -> Iterator[Diagnostic]:
    text = note.wording.text
    done = -1
    for place in sorted(islice(_places(text), _MOST_PLACES)):
        if place.stretch[0] < done or _is_own(place.counts, serves) or not _is_meant(note, place, serves):
            continue
        done = place.stretch[1]
        start, end = _words_of(note, place)
        said = text[start:end]
        said = said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
        message = f'"{said}" stands in a recipe for {_range(serves)}'
        yield subject.finding(OTHER_SERVINGS, message, FOR_YOUR_SERVINGS, note.wording, start, end)


def _places(text: str) -> Iterator[Place]:
    """Yield every place of *text* that names other servings."""
    for marker in markers(text):
        said = text[marker.start : marker.end].lower()
        if said.startswith(tuple(words("serving_verbs"))):
            continue
        words_said = _WORD.findall(said)
        if marker.servings is None:
            if not checked("steps", "larger").isdisjoint(words_said):
                yield _place(text, marker.start, marker.end, ())
            continue
        counts = tuple(map(int, _NUMBER.findall(said))) or (marker.servings,)
        if len(counts) == 2:
            counts = tuple(range(counts[0], min(counts[1], counts[0] + 50) + 1))
        yield _place(text, marker.start, marker.end, counts, bare=not (set(words_said) & words("people")))
    for pair in _PAIR.finditer(text):
        named = (pair[3] or "").lower()
        if named in words("people") or (not named and _is_told(text, pair.start())):
            yield _place(text, pair.start(), pair.end() if named else pair.end(2), (int(pair[1]), int(pair[2])))
    for led in _LED.finditer(text):
        yield _place(text, led.start(1), led.end(1), (int(led[2]),), bare=True)


def _is_told(text: str, start: int) -> bool:
    """Tell whether the words before "for 2 and 4" say that an amount is meant for so many."""
    return not checked("steps", "meant").isdisjoint(_WORD.findall(text[max(0, start - 30) : start].lower())[-3:])


def _place(text: str, start: int, end: int, counts: tuple[int, ...], *, bare: bool = False) -> Place:
    """Return the place around ``text[start:end]``: a part of brackets, a choice behind "or", or a sentence."""
    for opening, closing in ("()", "[]"):
        first = text.rfind(opening, 0, start + 1)
        if first >= 0 and text.find(closing, first, start) < 0:
            close = text.find(closing, end)
            close = len(text) if close < 0 else close
            first = max(first, text.rfind(";", first, start))
            second = text.find(";", end, close)
            return Place(start, end, counts, (first + 1, close if second < 0 else second), bracketed=True, bare=bare)
    first = max((stop.end() for stop in _SENTENCE.finditer(text, 0, start)), default=0)
    stop = _SENTENCE.search(text, end)
    last = stop.start() if stop else len(text)
    choice = max(text.rfind(f" {word} ", first, start) for word in ("or", "oder"))
    bracketed = choice >= 0
    return Place(start, end, counts, (choice + 1 if bracketed else first, last), bracketed, bare)


def _is_own(counts: tuple[int, ...], serves: Servings) -> bool:
    return any(serves.low <= count <= serves.high for count in counts) or counts == (1,)


def _is_meant(note: Note, place: Place, serves: Servings) -> bool:
    """Tell whether the place gives something for those servings, and this recipe's own does not stand beside it."""
    start, end = place.stretch
    said = note.wording.text[start:end].lower()
    if any(word in checked("steps", "for_another_day") for word in _WORD.findall(said)):
        return False
    amounts = [each for each in note.quantities if start <= each.start < end and _is_amount(each)]
    sized = not checked("steps", "sized").isdisjoint(_WORD.findall(said))
    if not place.counts:
        against = any(each.why == ALTERNATIVE for each in amounts)
        return against or (place.bracketed and _is_another_share(note, said, start))
    if place.bare and not (place.bracketed and (amounts or sized)):
        return False
    if not place.bracketed:
        relative = not checked("steps", "scaled_up").isdisjoint(_WORD.findall(said))
        own = (int(count) for count in _COUNT.findall(said))
        return bool(amounts or sized) and not relative and not any(serves.low <= each <= serves.high for each in own)
    return not _is_own_beside(note, place, amounts, serves)


def _is_another_share(note: Note, said: str, start: int) -> bool:
    """Tell whether a place says which share others take: "half the powder (or all for larger portions)"."""
    shares = checked("steps", "shares").isdisjoint(_WORD.findall(said))
    return not shares and any(each.kind is Kind.FRACTION and each.end <= start for each in note.quantities)


def _is_amount(quantity: Quantity) -> bool:
    return quantity.kind is Kind.AMOUNT or quantity.why in (ALTERNATIVE, BASE)


def _is_own_beside(note: Note, place: Place, amounts: list[Quantity], serves: Servings) -> bool:
    """Tell whether what the place is set against is in proportion to this recipe: "3 tbsp (6 tbsp for 4)" for 2."""
    count = place.counts[0]
    if not amounts:
        said = _WORD.findall(note.wording.text[slice(*place.stretch)].lower())
        smaller = not checked("steps", "smaller").isdisjoint(said)
        return smaller is (count < serves.low)
    bases = [each for each in note.quantities if each.end <= place.stretch[0] and each.why == BASE]
    if not bases or not amounts[0].high or not count:
        return False
    size = _sizes(bases[-len(amounts) :][0], amounts[0])
    if size is None:
        return False
    share = size[0] / size[1] / (serves.low / count)
    return (size[0] < size[1]) is (serves.low < count) and 1 / _NEAR_ENOUGH <= share <= _NEAR_ENOUGH


def _sizes(one: Quantity, other: Quantity) -> tuple[Fraction, Fraction] | None:
    """Return two amounts in one measure; None where they measure different things."""
    if one.unit == other.unit or one.unit is None or other.unit is None:
        return one.high, other.high
    sizes = size_of(one.unit), size_of(other.unit)
    return (one.high * sizes[0], other.high * sizes[1]) if sizes[0] and sizes[1] else None


def _words_of(note: Note, place: Place) -> tuple[int, int]:
    """Return the words to point at: those in the brackets, or in a sentence the amounts with their servings."""
    text = note.wording.text
    start, end = place.stretch
    if place.bracketed:
        opening = _CHOICE.match(text[start:end])
        start += opening.end() if opening else 0
        end = start + len(text[start:end].rstrip(" .,;"))
        return min(start, place.start), max(end, place.end)
    amounts = [each for each in note.quantities if start <= each.start < end and each.why == ALTERNATIVE]
    return (
        min((place.start, *(each.start for each in amounts))),
        max((place.end, *(each.end for each in amounts))),
    )


def _range(serves: Servings) -> str:
    return "–".join(dict.fromkeys((spell_number(serves.low), spell_number(serves.high))))


RULE = Rule(OTHER_SERVINGS, check)
