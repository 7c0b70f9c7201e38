"""Every number of a recipe with the sentence that it stands in, what is decided of it, and why."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from recipekit.model import Note, Quantity, Recipe, Step, Wording
from recipekit.parse.prose.batches import ALTERNATIVE, BASE
from recipekit.parse.prose.reading import MOST_NUMBERS
from recipekit.parse.prose.rules import UNSURE_REASONS
from recipekit.parse.prose.sentences import NOTHING_LISTED, Sentences


class Decision(StrEnum):
    """What is decided of a number when the recipe is scaled."""

    CHANGES = "changes"  #: it grows with the servings
    STAYS = "stays"  #: it does not
    UNSURE = "unsure"  #: it is left as it is, since nothing tells for sure


class Explained(NamedTuple):
    """One number: *where* it stands (serves, ingredient, calories, step, note), its text there, and the decision.

    *label* says what the text alone does not: the ingredient of a calories row, that a number is of servings.
    """

    where: str
    wording: Wording
    quantity: Quantity
    decision: Decision
    label: str = ""


class Tally(NamedTuple):
    """How many numbers of the steps and notes change, stay, or are left because nothing tells."""

    changed: int
    left: int
    unsure: int


def decision_of(quantity: Quantity) -> Decision:
    """Return what is decided of *quantity*."""
    if quantity.scales:
        return Decision.CHANGES
    return Decision.UNSURE if quantity.why in UNSURE_REASONS or quantity.why in (BASE, ALTERNATIVE) else Decision.STAYS


def explained(recipe: Recipe) -> Iterator[Explained]:
    """Yield every number of *recipe* in the order of its parts: servings, ingredients, calories, steps, notes."""
    if recipe.serves is not None:
        yield from _numbers("serves", recipe.serves.wording, (recipe.serves.quantity,), "Serves or makes")
    for group in recipe.ingredients:
        for item in group.items:
            yield from _numbers("ingredient", item.wording, item.quantities)
    for row in recipe.calories.rows if recipe.calories else ():
        yield from _numbers("calories", row.wording, row.quantities, row.ingredient)
    yield from _sentences(recipe)


def tally(recipe: Recipe) -> Tally:
    """Return how many numbers of the steps and notes of *recipe* change, stay and are unsure."""
    decisions = [number.decision for number in _sentences(recipe)]
    return Tally(*(decisions.count(decision) for decision in Decision))


def _sentences(recipe: Recipe) -> Iterator[Explained]:
    for instruction in recipe.instructions:
        yield from _steps(instruction.steps)
    yield from _notes(recipe.notes)


def _steps(steps: Iterable[Step]) -> Iterator[Explained]:
    for step in steps:
        yield from _numbers("step", step.wording, step.quantities)
        yield from _steps(step.steps)
        yield from _notes(step.notes)


def _notes(notes: Iterable[Note]) -> Iterator[Explained]:
    for note in notes:
        yield from _numbers("note", note.wording, note.quantities)


def _numbers(where: str, wording: Wording, quantities: Iterable[Quantity], label: str = "") -> Iterator[Explained]:
    for quantity in sorted(quantities, key=lambda each: each.start)[:MOST_NUMBERS]:
        yield Explained(where, wording, quantity, decision_of(quantity), label)


def was(quantity: Quantity) -> str | None:
    """Return what the author wrote for a *quantity* that was scaled, None where it is as written."""
    written = quantity.written
    if written is None:
        return None
    inside = quantity.word is None or quantity.word.start < quantity.end
    return f"{written.number} {written.word}" if written.word and inside else written.number


_LONGEST = 500  # code points at either side of a number in a sentence that nobody ends


def sentence_of(number: Explained, ends: list[int]) -> tuple[str, int]:
    """Return the sentence that a number stands in and where in the text it begins; of an endless one what is near.

    *ends* are where the sentences of its text end, as `sentence_ends` gives them.
    """
    text, quantity = number.wording.text, number.quantity
    at = bisect_right(ends, quantity.start)
    start = max(ends[at - 1] if at else 0, quantity.start - _LONGEST)
    at = bisect_right(ends, quantity.end - 1)
    end = min(ends[at] if at < len(ends) else len(text), quantity.end + _LONGEST)
    return text[start:end].rstrip(), start


def sentence_ends(wording: Wording) -> list[int]:
    """Return where the sentences of a text end."""
    ends = Sentences(wording.text, NOTHING_LISTED).sentence_ends
    return [end for end in ends if wording.text[end - 1] != ";"]
