"""Amounts that a recipe gives for exactly the servings that are wanted: they take the place of those beside them.

"1¼ cups water (2¼ cups for 4 servings)" in a recipe for 6 becomes "2¼ cups water" where 4 are to eat. The text as it
was is kept, since the next scaling starts from it: for other servings neither amount is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recipekit.model import Ingredient, Kind, Note, Quantity, Recipe, Step
from recipekit.ops.rewording import Respelled, Walk, respelled, walked
from recipekit.ops.spelling import Spelling
from recipekit.ops.spoons import Term
from recipekit.ops.style import agreeing
from recipekit.parse.prose.batches import Alternative, alternatives
from recipekit.source import Edit, Span
from recipekit.units import dimension_of
from recipekit.words import words

SWAPPED = "the amount written for these servings"

_WORD = re.compile(r"[^\W\d_]+")


def with_amounts_for(recipe: Recipe, servings: int) -> Recipe:
    """Return *recipe* with the amounts that its texts give for exactly so many *servings* in the place of theirs."""
    return walked(recipe, _Swapping(servings))


def as_before_swapping(recipe: Recipe) -> Recipe:
    """Return *recipe* with every text as it was before `with_amounts_for`."""
    return walked(recipe, _Undoing(_as_it_is))


def _as_it_is(text: str, quantities: tuple[Quantity, ...], _food: str | None) -> Respelled:
    return Respelled(text, quantities, ())


class _Swapping(Walk):
    """Swaps the amounts of every text, and keeps the text as it was."""

    def __init__(self, servings: int) -> None:
        super().__init__(lambda text, quantities, _food: swapped(text, quantities, servings))

    def ingredient(self, item: Ingredient) -> Ingredient:
        """Return an ingredient with its amounts swapped."""
        new = super().ingredient(item)
        return new if new.wording.text == item.wording.text else new._replace(unswapped=item)

    def step(self, step: Step) -> Step:
        """Return a step with its amounts swapped."""
        new = super().step(step)
        same = new.wording.text == step.wording.text
        return new if same else new._replace(unswapped=step._replace(steps=(), notes=()))

    def note(self, note: Note) -> Note:
        """Return a note with its amounts swapped."""
        new = super().note(note)
        return new if new.wording.text == note.wording.text else new._replace(unswapped=note)


class _Undoing(Walk):
    """Gives every text back as it was."""

    def ingredient(self, item: Ingredient) -> Ingredient:
        """Return an ingredient as it was."""
        return item.unswapped or item

    def step(self, step: Step) -> Step:
        """Return a step as it was, with what is nested in it."""
        new = super().step(step)
        return step.unswapped._replace(steps=new.steps, notes=new.notes) if step.unswapped else new

    def note(self, note: Note) -> Note:
        """Return a note as it was."""
        return note.unswapped or note


def swapped(text: str, quantities: tuple[Quantity, ...], servings: int) -> Respelled:
    """Return *text* with the amounts that it gives for exactly so many *servings*, without the words that gave them.

    >>> from recipekit.model import Wording
    >>> from recipekit.parse.prose.reading import NOTHING_LISTED, read_prose
    >>> text = "Add 1 cup water (2 cups for 4 servings)."
    >>> swapped(text, read_prose(Wording(text, 1), NOTHING_LISTED, 6)[0], 4).text
    'Add 2 cups water.'
    """
    taken: dict[int, Spelling] = {}
    removals: list[Edit] = []
    for alternative in alternatives(text, quantities, servings):
        pairs = list(zip(alternative.bases, alternative.others, strict=True))
        if any(not _alike(quantities[base], quantities[other]) for base, other in pairs):
            continue
        if any(_is_sized(text, quantities, index) for pair in pairs for index in pair):
            continue  # "two 14-oz cans (one 28-oz can for 4 servings)": a number alone says half of it
        taken |= {base: _spelled(text, quantities[base], quantities[other]) for base, other in pairs}
        removals += [Edit(span, "") for span in _leftover(text, quantities, alternative)]
    if not taken:
        return Respelled(text, quantities, ())
    spellings = [
        (quantity._replace(scales=True, why=SWAPPED) if index in taken else quantity, taken.get(index))
        for index, quantity in enumerate(quantities)
        if not any(span.start <= quantity.start < span.end for span, _ in removals)
    ]
    return respelled(text, spellings, removals)


def _is_sized(text: str, quantities: tuple[Quantity, ...], index: int) -> bool:
    """Tell whether a size stands behind an amount: "two 14-oz cans", "2 (14 oz) cans"."""
    following = quantities[index + 1] if index + 1 < len(quantities) else None
    if following is None or following.kind is not Kind.SIZE:
        return False
    return not text[quantities[index].number_end : following.start].strip(" (")


def _alike(base: Quantity, other: Quantity) -> bool:
    """Tell whether one amount can stand for the other: both weights, both volumes, both counts."""
    return other.unit is None or dimension_of(base.unit) is dimension_of(other.unit)


def _spelled(text: str, base: Quantity, other: Quantity) -> Spelling:
    """Return *other* as it is written, to stand where *base* stands."""
    number = text[other.start : other.number_end]
    number = number[:1].upper() + number[1:] if text[base.start].isupper() else number
    if other.unit is None:
        word = base.word and agreeing(text[base.word.start : base.word.end], Term(other.high, base.unit))
        return Spelling(number, word, base.unit, other.low, other.high)
    word = other.word and text[other.word.start : other.word.end]
    if base.word is None or word is None:
        return Spelling(text[other.start : other.end], None, other.unit, other.low, other.high)
    return Spelling(number, word, other.unit, other.low, other.high)


def _leftover(text: str, quantities: tuple[Quantity, ...], alternative: Alternative) -> Iterator[Span]:
    """Yield the stretch that said only what now stands in its place; nothing where it says more."""
    start, end = alternative.start, alternative.end
    said = "".join(" " if any(q.start <= at < q.end for q in quantities) else text[at] for at in range(start, end))
    known = {word.lower() for word in _WORD.findall(text[:start])} | words(
        "alternative_words", "people", "servings_for"
    )
    if any(word.lower() not in known for word in _WORD.findall(said)):
        return
    if text[start] == "(" and text[end : end + 1] == ")":
        yield Span(start - (text[start - 1 : start] == " "), end + 1)
    elif text[start] in "; ":
        yield Span(start - (text[start - 1 : start] == ","), end - (text[end - 1 : end] == "."))
