"""What a cook should know of a changed file: every amount that was rounded, and what does not turn back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.diagnostics import (
    AMOUNT_ROUNDED,
    AMOUNT_SWAPPED,
    COLUMNS_LEFT,
    NOT_TURNED_BACK,
    WRONG_BEFORE,
    Diagnostic,
)
from recipekit.edits.returning import WayBack
from recipekit.edits.revising import Revision, source_of
from recipekit.edits.verifying import Said, texts_of
from recipekit.grammar import plural
from recipekit.model import Quantity, Recipe, Wording
from recipekit.ops.alternatives import SWAPPED
from recipekit.ops.explaining import tally
from recipekit.ops.stated import said_of, wrong_figures
from recipekit.source import Edit, Source, apply_edits
from recipekit.units import plural_of_unit

_PLAIN = NumberStyle(Fractions.GLYPH, thousands=",")


def notes_on(recipe: Recipe, way: WayBack, revision: Revision) -> tuple[Diagnostic, ...]:
    """Return what is worth knowing of *revision*, which writes ``way.scaled`` where *recipe* stood.

    Every amount that was rounded is named. Where nothing is named and no unit was converted, the inverse factor gives
    back the file byte for byte.
    """
    said = list(texts_of(way.scaled))
    notes = [note for text in said for note in _rounded(text, revision.source)]
    notes += [note for text in said for note in _swapped(text)]
    notes += _figures(revision)
    if way.scaled.scaled is not None:
        notes += [*_columns(recipe), *_wrong_before(recipe)]
    exact = not any(note.problem in (AMOUNT_ROUNDED, AMOUNT_SWAPPED) for note in notes)
    notes += _lost(recipe, way, exact=exact)
    return tuple(sorted(notes, key=lambda note: (note.line, note.column)))


def _rounded(said: Said, source: Source) -> Iterator[Diagnostic]:
    for quantity in said.quantities:
        if not quantity.is_rounded:
            continue
        line, column = _place(said.wording, quantity.start, source)
        message = f'"{quantity.text}" stands for {_exactly(quantity)}'
        yield Diagnostic(AMOUNT_ROUNDED, message, line, column)


def _swapped(said: Said) -> Iterator[Diagnostic]:
    origin = said.wording.origin
    if origin is None or all(quantity.why != SWAPPED for quantity in said.quantities):
        return
    taken = ", ".join(f'"{quantity.text}"' for quantity in said.quantities if quantity.why == SWAPPED)
    message = f"{taken} was written for these servings and took the place of the amount for the others"
    yield Diagnostic(AMOUNT_SWAPPED, message, origin.line)


def _figures(revision: Revision) -> Iterator[Diagnostic]:
    for change in revision.changes:
        if change.exact is None or change.written is None or change.exact == change.written:
            continue
        start = min(edit.span.start for edit in change.edits)
        line, column = _source_place(change.wording, start, revision.source)
        text = apply_edits(change.wording.text, change.edits)
        exact = spell_number(change.exact, _PLAIN)
        message = f'"{text}" stands for {exact} kcal'
        if change.summed:
            message = f'"{text}" is the sum of the rows as they are written; the stated total scaled is {exact} kcal'
        yield Diagnostic(AMOUNT_ROUNDED, message, line, column)


def _wrong_before(recipe: Recipe) -> Iterator[Diagnostic]:
    """Yield what was wrong with the stated calories before anything was scaled, and is not mended by scaling."""
    for wrong in wrong_figures(recipe):
        hint = "recipekit calories --fix puts it right, and the figure per serving with it"
        yield Diagnostic(WRONG_BEFORE, f"before scaling, {said_of(wrong)}", wrong.statement.figure.line, 1, hint)


def _columns(recipe: Recipe) -> Iterator[Diagnostic]:
    table = recipe.calories
    if table is not None and table.others:
        named = ", ".join(f'"{title}"' for title in table.others)
        message = f"what stands below {named} in the table still is for the written servings"
        yield Diagnostic(COLUMNS_LEFT, message, max(1, table.rows[0].wording.line - 2), 1, "change it by hand")


def _lost(recipe: Recipe, way: WayBack, *, exact: bool) -> Iterator[Diagnostic]:
    """Yield the lines that the inverse would not give back; to the byte where *exact*, since nothing was rounded."""
    source = source_of(recipe)
    lines = set(way.lines_that_differ()) if exact else set()
    for said in texts_of(recipe):
        if said.wording.text in way.lost:
            lines.add(_source_place(said.wording, way.lost[said.wording.text], source)[0])
    for line in sorted(lines):
        text = source.line_text(line).strip()
        short = text if len(text) <= 60 else text[:57] + "…"
        yield Diagnostic(NOT_TURNED_BACK, f'scaled back, this line would not be written just so again: "{short}"', line)


def _exactly(quantity: Quantity) -> str:
    ends = dict.fromkeys((quantity.low, quantity.high))
    number = "–".join(spell_number(end, _PLAIN) for end in ends)
    if quantity.unit is None:
        return number
    unit = plural_of_unit(quantity.unit) if quantity.high > 1 else quantity.unit
    return f"{number} {unit.replace('_', ' ')}"


def _place(wording: Wording, position: int, source: Source) -> tuple[int, int]:
    origin = wording.origin or wording
    return _source_place(origin, _before(wording.edits, position), source)


def _before(edits: Iterable[Edit], position: int) -> int:
    """Return where a place of an edited text stood before the edits."""
    grown = 0
    for (start, end), text in sorted(edits):
        if position < start + grown:
            break
        if position < start + grown + len(text):
            return start
        grown += len(text) - (end - start)
    return position - grown


def _source_place(wording: Wording, position: int, source: Source) -> tuple[int, int]:
    """Return line and column of a place of a text as the file has it."""
    span = wording.span(position, position + 1) if position < len(wording.text) else None
    if span is None:
        return wording.line, 1
    return source.line_at(span.start), source.column_at(span.start)


def summary(revised: Recipe, revision: Revision, notes: Iterable[Diagnostic]) -> str:
    """Return in a few words what was done to a file: "scaled from 6 to 2 servings; 34 changes, 3 rounded"."""
    scaled, serves = revised.scaled, revised.serves
    rounded = sum(note.problem == AMOUNT_ROUNDED for note in notes)
    count = sum(len(change.edits) for change in revision.changes)
    counted = f"{count} change{'s' if count != 1 else ''}, {rounded} rounded"
    unsure = tally(revised).unsure if scaled is not None else 0
    counted += f", {unsure} left unsure (--explain lists them)" if unsure else ""
    if scaled is None:
        return counted
    if serves is None or scaled.origin is None or scaled.target is None:
        return f"scaled by {spell_number(scaled.factor, _PLAIN)}; {counted}"
    unit = plural(serves.unit) if scaled.target != 1 else serves.unit
    origin, target = (spell_number(value, _PLAIN) for value in (scaled.origin, scaled.target))
    return f"scaled from {origin} to {target} {unit}; {counted}"
