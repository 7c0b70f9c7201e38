"""A text with some of its amounts spelled anew, and a recipe with all of its texts so: the one walk over a recipe."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import NamedTuple

from recipekit.model import CalorieRow, Ingredient, Instruction, Note, Quantity, Recipe, Step, Wording
from recipekit.ops.spelling import Spelling, has_dot
from recipekit.source import Edit, Span, apply_edits


class Respelled(NamedTuple):
    """A text with its amounts spelled anew: the words, the quantities in them, and the edits that lead there."""

    text: str
    quantities: tuple[Quantity, ...]
    edits: tuple[Edit, ...]

    def moved(self, span: Span) -> Span:
        """Return where *span* of the old text stands in the new one."""
        moves = Moves(self.edits)
        return Span(moves.at(span.start), moves.at(span.end))


Respell = Callable[[str, tuple[Quantity, ...], str | None], Respelled]
"""Spells the amounts of a text anew; the last argument is the food that the text is about, None in a sentence."""


class Moves:
    """Where the places of a text stand after its edits; a place within an edit moves to the edit's end."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        edits = sorted(edits)
        self.edits = edits
        self.ends = [span.end for span, _ in edits]
        self.grown = [0, *accumulate(len(new) - (span.end - span.start) for span, new in edits)]

    def at(self, position: int) -> int:
        """Return the new place of *position*."""
        before = bisect_right(self.ends, position)
        if before < len(self.edits) and self.edits[before].span.start < position:
            return self.edits[before].span.end + self.grown[before + 1]
        return position + self.grown[before]


def reworded(recipe: Recipe, respell: Respell) -> Recipe:
    """Return *recipe* with every text that has quantities spelled anew: rows, ingredients, steps and notes."""
    return walked(recipe, Walk(respell))


def walked(recipe: Recipe, walk: Walk) -> Recipe:
    """Return *recipe* with every text that has quantities as *walk* gives it back."""
    table = recipe.calories
    return recipe._replace(
        calories=table and table._replace(rows=tuple(walk.row(row) for row in table.rows)),
        ingredients=tuple(
            group._replace(items=tuple(walk.ingredient(item) for item in group.items)) for group in recipe.ingredients
        ),
        instructions=tuple(walk.instruction(instruction) for instruction in recipe.instructions),
        notes=tuple(walk.note(note) for note in recipe.notes),
    )


def worded(wording: Wording, respelled: Respelled) -> Wording:
    """Return *wording* with its new text, and with the edits that lead there."""
    return wording.edited(respelled.edits, respelled.text)


class Walk:
    """Hands every text of a recipe to *respell*, and what a text was before amounts were swapped too.

    The rows of the table and the sentences may have a speller of their own, since authors write them in other styles.
    """

    def __init__(self, respell: Respell, *, rows: Respell | None = None, prose: Respell | None = None) -> None:
        self.respell = respell
        self.respell_row = rows or respell
        self.respell_prose = prose or respell

    def row(self, row: CalorieRow) -> CalorieRow:
        """Return a row of the calories table with its quantity spelled anew."""
        respelled = self.respell_row(row.wording.text, row.quantities, row.ingredient)
        return row._replace(wording=worded(row.wording, respelled), quantities=respelled.quantities)

    def ingredient(self, item: Ingredient) -> Ingredient:
        """Return an ingredient with its line spelled anew, its name and its note at their new places."""
        respelled = self.respell(item.wording.text, item.quantities, item.name)
        unswapped = item.unswapped and self.ingredient(item.unswapped)
        if not respelled.edits:
            return item._replace(quantities=respelled.quantities, unswapped=unswapped)
        text = respelled.text
        name = item.name_span and _stripped(text, respelled.moved(item.name_span))
        notes = tuple(respelled.moved(span) for span in item.note_spans)
        notes = tuple(note for note in notes if text[note.start : note.end].strip())
        note = ", ".join(text[start:end] for start, end in notes) or None
        return item._replace(
            wording=worded(item.wording, respelled),
            quantities=respelled.quantities,
            name=text[name.start : name.end] if name else item.name,
            note=note if item.note_spans else item.note,
            name_span=name,
            note_spans=notes,
            unswapped=unswapped,
        )

    def instruction(self, instruction: Instruction) -> Instruction:
        """Return the steps under one heading, spelled anew."""
        return instruction._replace(steps=tuple(self.step(step) for step in instruction.steps))

    def step(self, step: Step) -> Step:
        """Return a step spelled anew, with what is nested in it."""
        respelled = self.respell_prose(step.wording.text, step.quantities, None)
        return step._replace(
            wording=worded(step.wording, respelled),
            quantities=respelled.quantities,
            steps=tuple(self.step(nested) for nested in step.steps),
            notes=tuple(self.note(note) for note in step.notes),
            unswapped=step.unswapped and self.step(step.unswapped),
        )

    def note(self, note: Note) -> Note:
        """Return a note spelled anew."""
        respelled = self.respell_prose(note.wording.text, note.quantities, None)
        unswapped = note.unswapped and self.note(note.unswapped)
        return Note(worded(note.wording, respelled), respelled.quantities, unswapped)


def respelled(
    text: str, spellings: Iterable[tuple[Quantity, Spelling | None]], others: Iterable[Edit] = ()
) -> Respelled:
    """Return *text* with each quantity that has a new spelling so spelled, and the *others* among its edits made."""
    spellings = tuple(spellings)
    edits: dict[Span, str] = {edit.span: edit.text for edit in others}
    for quantity, spelling in spellings:
        if spelling is None or in_target(text, quantity.start):
            continue
        joined = spelling.word is None and quantity.unit is not None and spelling.unit is not None
        end = quantity.end + (spelling.written is None and has_dot(text, quantity))
        edits[Span(quantity.start, end if joined else quantity.number_end)] = spelling.number
        if quantity.word is not None and spelling.word is not None and not in_target(text, quantity.word.start):
            start, end = quantity.word
            edits[Span(start, end + has_dot(text, quantity))] = spelling.word
    made = _apart(sorted(Edit(span, new) for span, new in edits.items() if text[span.start : span.end] != new))
    result = apply_edits(text, made)
    moves = Moves(made)
    return Respelled(result, tuple(_moved(result, *pair, moves) for pair in spellings), made)


def in_target(text: str, place: int) -> bool:
    """Tell whether *place* lies in what leads somewhere, and nowhere else once it is changed: ``[[onion]]``, a URL.

    >>> in_target("1 [[onion]]", 4), in_target("see https://x.org/2-cups now", 18), in_target("2 cups", 0)
    (True, True, False)
    """
    for opening, closing in (("[[", "]]"), ("{{", "}}"), ("{%", "%}")):
        if opening in text and text.rfind(opening, 0, place) > text.rfind(closing, 0, place):
            return True
    return "://" in text[:place] and "://" in text[text.rfind(" ", 0, place) + 1 : place]


def _stripped(text: str, span: Span) -> Span:
    """Return *span* of *text* without the blanks at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _apart(edits: list[Edit]) -> tuple[Edit, ...]:
    """Return *edits* without those that overlap an earlier one: a number in a number is changed once."""
    kept: list[Edit] = []
    for edit in edits:
        if not kept or edit.span.start >= kept[-1].span.end:
            kept.append(edit)
    return tuple(kept)


def _moved(result: str, quantity: Quantity, spelling: Spelling | None, moves: Moves) -> Quantity:
    """Return *quantity* at its new place in *result*, with its new values where it has a new spelling."""
    start, end, number_end = (moves.at(place) for place in (quantity.start, quantity.end, quantity.number_end))
    word = quantity.word and Span(moves.at(quantity.word.start), moves.at(quantity.word.end))
    if spelling is not None and spelling.word is not None and word is not None and result[word.end - 1] == ".":
        end -= end == word.end  # the dot of "2 Tbsp." stands behind the quantity
        word = Span(word.start, word.end - 1)
    quantity = quantity._replace(text=result[start:end], start=start, end=end, number_end=number_end, word=word)
    if spelling is None:
        return quantity
    if spelling.word is None and spelling.unit is not None and quantity.unit is not None:
        quantity = quantity._replace(number_end=end, word=None)
    return quantity._replace(
        low=spelling.low, high=spelling.high, unit=spelling.unit, written=spelling.written, rounding=spelling.rounding
    )
