"""What a cook should know of a scaled recipe: what was left alone, and what does not grow with the amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.diagnostics import (
    LEAVENING_SCALED,
    OTHER_SERVINGS,
    PANS_AS_WRITTEN,
    TIMES_AS_WRITTEN,
    WHOLES_ROUNDED,
    Diagnostic,
)
from recipekit.model import Ingredient, Kind, Note, Quantity, Recipe, Scaled, Step
from recipekit.ops.alternatives import SWAPPED
from recipekit.ops.marking import moved_by
from recipekit.ops.spoons import CLOSE
from recipekit.parse.prose.batches import BASE, SERVINGS
from recipekit.units import Dimension, dimension_of
from recipekit.words import words

FOR_YOUR_SERVINGS = "write the amount for this recipe's servings"
"""The way out where a recipe gives an amount for other servings."""
_OURS = (OTHER_SERVINGS, TIMES_AS_WRITTEN, PANS_AS_WRITTEN, LEAVENING_SCALED, WHOLES_ROUNDED)
_HALF, _TWICE = Fraction(1, 2), Fraction(2)
_MOST_NAMED = 6  # things in one line
_NEAR = 24  # code points behind a size, in which its pan is named
_SIDE = re.compile(r"[\d.,½¼¾]+\s*(?:[x×]|by)\s*$")
_WORD = re.compile(r"[^\W\d_]+")


def advice(recipe: Recipe, result: Recipe) -> tuple[Diagnostic, ...]:
    """Return the diagnostics of *recipe* and what a cook should know of *result*, which is it scaled."""
    kept = tuple(problem for problem in recipe.diagnostics if problem.problem not in _OURS)
    scaled = result.scaled
    if scaled is None:
        return kept
    sentences = sorted(_sentences(recipe), key=lambda note: note.wording.line)
    swapped = {note.wording.line: note for note in _sentences(result) if note.unswapped}
    found = [
        problem
        for note in sentences
        for problem in _left_alone(recipe, note, scaled, swapped.get(note.wording.line, note))
    ]
    if not _HALF < scaled.factor < _TWICE:
        found += [*_times(recipe, sentences), *_pans(sentences), *_leavening(recipe, scaled.factor)]
    found += _wholes(result)
    return tuple(sorted((*kept, *found), key=lambda problem: (problem.line, problem.column)))


def _times(recipe: Recipe, sentences: Iterable[Note]) -> Iterator[Diagnostic]:
    """Say once that times do not grow with the amounts, where the recipe has any."""
    stated = [time.wording.line for time in recipe.times if time is not None]
    lines = [note.wording.line for note in sentences for quantity in note.quantities if quantity.kind is Kind.TIME]
    if stated or lines:
        message = "the times are those of the written batch"
        hint = "more takes longer, less is done sooner"
        yield Diagnostic(TIMES_AS_WRITTEN, message, min(stated or lines), 1, hint)


def _pans(sentences: Iterable[Note]) -> Iterator[Diagnostic]:
    """Say once that pans do not grow with the amounts, where a sentence names one with its size."""
    for note in sentences:
        for size in note.quantities:
            if size.kind is not Kind.SIZE or dimension_of(size.unit) is not Dimension.LENGTH:
                continue
            behind = {word.lower() for word in _WORD.findall(note.wording.text[size.end : size.end + _NEAR])}
            if not behind.isdisjoint(words("equipment")):
                side = _SIDE.search(note.wording.text, 0, size.start)
                pan = note.wording.text[side.start() if side else size.start : size.end]
                message = f"the pan ({pan}) is that of the written batch"
                hint = "take one that the food fills as high, or work in batches; --pan scales to a pan"
                yield Diagnostic(PANS_AS_WRITTEN, message, note.wording.line, 1, hint)
                return


def _leavening(recipe: Recipe, factor: Fraction) -> Iterator[Diagnostic]:
    """Say once that leavening and salt are better taken with care, where the recipe has some."""
    items = [item for group in recipe.ingredients for item in group.items if item.quantities]
    found = [item for item in items if _is_leavening(item.name)]
    if found:
        named = ", ".join(dict.fromkeys(item.name for item in found))
        hint = (
            f"a larger batch may want a little less of {'them' if ', ' in named else 'it'}"
            if factor > 1
            else "weigh small amounts, and taste"
        )
        yield Diagnostic(
            LEAVENING_SCALED, f"scaled in step, but best with care: {named}", found[0].wording.line, 1, hint
        )


def _is_leavening(name: str) -> bool:
    """Tell whether *name* is a leavening or salt, and nothing that is salted or without salt."""
    said = " ".join(_WORD.findall(name.lower()))
    return any(f" {phrase} " in f" {said} " for phrase in words("leavening"))


def _wholes(result: Recipe) -> Iterator[Diagnostic]:
    """Say once which whole things were rounded by more than a twentieth."""
    items = [item for group in result.ingredients for item in group.items]
    found = [
        (item, quantity)
        for item in items
        for quantity in item.quantities
        if dimension_of(quantity.unit) in (None, Dimension.COUNT) and moved_by(quantity) > CLOSE
    ]
    if found:
        said = ", ".join(
            f'"{item.wording.text}" is exactly {_mixed(quantity)}' for item, quantity in found[:_MOST_NAMED]
        )
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        hint = "--exact prints the exact amounts"
        yield Diagnostic(WHOLES_ROUNDED, f"rounded to what can be cut: {said}{more}", found[0][0].wording.line, 1, hint)


def _mixed(quantity: Quantity) -> str:
    """Return the exact amount as digits: "2/3", "1 2/3", "1–1½"."""
    ends = [
        spell_number(end, NumberStyle(Fractions.ASCII, " ")) for end in dict.fromkeys((quantity.low, quantity.high))
    ]
    return "–".join(ends)


def _sentences(recipe: Recipe) -> list[Note]:
    notes = list(recipe.notes)
    pending = [step for instruction in recipe.instructions for step in instruction.steps]
    while pending:
        step = pending.pop()
        notes.append(Note(step.wording, step.quantities, _note(step.unswapped)))
        notes += step.notes
        pending += step.steps
    notes += [
        Note(item.wording, item.quantities, _note(item.unswapped))
        for group in recipe.ingredients
        for item in group.items
    ]
    return notes


def _note(text: Ingredient | Step | None) -> Note | None:
    return text and Note(text.wording, text.quantities)


def _left_alone(recipe: Recipe, note: Note, scaled: Scaled, result: Note) -> list[Diagnostic]:
    """Return a warning for each amount of *note* that stands in *result* as it was, none for one that was swapped."""
    found = []
    written = [quantity for quantity in note.quantities if quantity.why == BASE]
    become = [quantity.why for quantity in result.quantities if quantity.why in (BASE, SWAPPED)]
    for quantity, why in zip(written, become, strict=False):  # both in the order of the text
        if why == SWAPPED:
            continue
        place = note.wording.span(quantity.start, quantity.end)
        column = (
            recipe.source.column_at(place.start) if recipe.source and place else _known_column(recipe, note, quantity)
        )
        line = recipe.source.line_at(place.start) if recipe.source and place else note.wording.line
        message = f'"{quantity.text}" was left as it is: an amount for {_other(note)} stands beside it' + (
            f", and this recipe is for {_plain(scaled.origin)}" if scaled.origin is not None else ""
        )
        found.append(Diagnostic(OTHER_SERVINGS, message, line, column, FOR_YOUR_SERVINGS))
    return found


def _known_column(recipe: Recipe, note: Note, quantity: Quantity) -> int:
    """Return the column that an earlier scaling reported, since a recipe from JSON has no source to count in."""
    start = f'"{quantity.text}" '
    for problem in recipe.diagnostics:
        if (
            problem.problem is OTHER_SERVINGS
            and problem.line == note.wording.line
            and problem.message.startswith(start)
        ):
            return problem.column
    return 1


def _other(note: Note) -> str:
    for quantity in note.quantities:
        if quantity.why == SERVINGS:
            return f"{_plain(quantity.low)} servings"
    return "another batch"


def _plain(value: Fraction) -> str:
    return str(value) if value.denominator == 1 else f"{float(value):g}"
