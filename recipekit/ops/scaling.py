"""The one scaling: exact new values and their new spelling, together, for terminal, JSON and file alike."""

from __future__ import annotations

from fractions import Fraction

from recipekit.diagnostics import OTHER_SERVINGS, Diagnostic
from recipekit.errors import ImpossibleWishError, UsageError
from recipekit.grammar import plural
from recipekit.model import (
    CalorieRow,
    CalorieTable,
    Ingredient,
    IngredientGroup,
    Instruction,
    Note,
    Quantity,
    Recipe,
    Scaled,
    Servings,
    Stated,
    Step,
    Wording,
)
from recipekit.ops.spelling import Respelled, respell
from recipekit.parse.batches import BASE, SERVINGS

MOST = Fraction(10**6)
"""The largest factor and the largest number of servings that are taken for meant."""


def scale_to(recipe: Recipe, servings: Fraction | int) -> Recipe:
    """Return *recipe* scaled to feed *servings* people; a range is counted from its low end.

    Raises:
        UsageError: *servings* is no number above nought and below a million.
        ImpossibleWishError: the recipe does not say how many it serves.
    """
    target = _positive(Fraction(servings), "--serves")
    serves = recipe.serves
    if serves is None:
        raise ImpossibleWishError(f"{_name(recipe)} does not say how many it serves; scale it with --times")
    if serves.unit != "serving":
        made = f"makes {_count(serves)}"
        raise ImpossibleWishError(
            f"{_name(recipe)} {made} and does not say how many it serves; scale it with --yield or --times"
        )
    return scale(recipe, target / serves.low)


def scale_to_yield(recipe: Recipe, pieces: Fraction | int) -> Recipe:
    """Return *recipe* scaled to make *pieces* of what it makes (cookies, loaves).

    Raises:
        UsageError: *pieces* is no number above nought and below a million.
        ImpossibleWishError: the recipe does not say how much it makes.
    """
    target = _positive(Fraction(pieces), "--yield")
    serves = recipe.serves
    if serves is None:
        raise ImpossibleWishError(f"{_name(recipe)} does not say how many it makes; scale it with --times")
    if serves.unit == "serving":
        said = "says how many it serves and not what it makes"
        raise ImpossibleWishError(f"{_name(recipe)} {said}; use --serves or --times")
    return scale(recipe, target / serves.low)


def scale(recipe: Recipe, factor: Fraction | int) -> Recipe:
    """Return *recipe* times *factor*: exact values and new wording; scaling by 1 is the recipe itself.

    Times, temperatures, sizes, per-serving figures, ratios and step numbers stay.

    Raises:
        UsageError: *factor* is no number above nought and below a million.
    """
    factor = _positive(Fraction(factor), "--times")
    if factor == 1:
        return recipe
    before = recipe.scaled.factor if recipe.scaled else Fraction(1)
    serves = recipe.serves and _servings(recipe.serves, factor)
    scaled = None
    if before * factor != 1:
        origin = serves and serves.low / (before * factor)
        scaled = Scaled(before * factor, origin, serves.low if serves else None)
    return recipe._replace(
        serves=serves,
        scaled=scaled,
        calories=recipe.calories and _calories(recipe.calories, factor),
        ingredients=tuple(_group(group, factor) for group in recipe.ingredients),
        instructions=tuple(_instruction(instruction, factor) for instruction in recipe.instructions),
        notes=tuple(_note(note, factor) for note in recipe.notes),
        diagnostics=_diagnostics(recipe, scaled),
    )


def _positive(value: Fraction, option: str) -> Fraction:
    if not 0 < value <= MOST:
        raise UsageError(f"{option} wants a number above 0 and at most a million")
    return value


def _name(recipe: Recipe) -> str:
    return recipe.path or f'"{recipe.title or "this recipe"}"'


def _count(serves: Servings) -> str:
    number = serves.quantity.text
    return f"{number} {plural(serves.unit) if serves.low != 1 else serves.unit}"


def _reworded(wording: Wording, respelled: Respelled) -> Wording:
    return Wording(respelled.text, wording.line, wording.places if respelled.text == wording.text else ())


def _servings(serves: Servings, factor: Fraction) -> Servings:
    respelled = respell(serves.wording.text, (serves.quantity,), factor)
    quantity = respelled.quantities[0]
    return Servings(
        serves.low * factor, serves.high * factor, serves.unit, _reworded(serves.wording, respelled), quantity
    )


def _group(group: IngredientGroup, factor: Fraction) -> IngredientGroup:
    return group._replace(items=tuple(_ingredient(item, factor) for item in group.items))


def _ingredient(item: Ingredient, factor: Fraction) -> Ingredient:
    respelled = respell(item.wording.text, item.quantities, factor)
    text = respelled.text
    name = item.name_span and respelled.moved(item.name_span)
    notes = tuple(respelled.moved(span) for span in item.note_spans)
    return item._replace(
        wording=_reworded(item.wording, respelled),
        quantities=respelled.quantities,
        name=text[name.start : name.end] if name else item.name,
        note=", ".join(text[start:end] for start, end in notes) if notes else item.note,
        name_span=name,
        note_spans=notes,
    )


def _instruction(instruction: Instruction, factor: Fraction) -> Instruction:
    return instruction._replace(steps=tuple(_step(step, factor) for step in instruction.steps))


def _step(step: Step, factor: Fraction) -> Step:
    respelled = respell(step.wording.text, step.quantities, factor)
    return step._replace(
        wording=_reworded(step.wording, respelled),
        quantities=respelled.quantities,
        steps=tuple(_step(nested, factor) for nested in step.steps),
        notes=tuple(_note(note, factor) for note in step.notes),
    )


def _note(note: Note, factor: Fraction) -> Note:
    respelled = respell(note.wording.text, note.quantities, factor)
    return Note(_reworded(note.wording, respelled), respelled.quantities)


def _calories(table: CalorieTable, factor: Fraction) -> CalorieTable:
    stated = table.stated
    total = None if stated.total is None else stated.total * factor
    return CalorieTable(tuple(_row(row, factor) for row in table.rows), Stated(total, stated.per_serving, stated.line))


def _row(row: CalorieRow, factor: Fraction) -> CalorieRow:
    respelled = respell(row.wording.text, row.quantities, factor)
    kcal = None if row.kcal is None else row.kcal * factor
    return row._replace(wording=_reworded(row.wording, respelled), quantities=respelled.quantities, kcal=kcal)


def _diagnostics(recipe: Recipe, scaled: Scaled | None) -> tuple[Diagnostic, ...]:
    """Return the recipe's diagnostics and, where it is scaled, a line for each amount for other servings."""
    kept = tuple(problem for problem in recipe.diagnostics if problem.problem is not OTHER_SERVINGS)
    if scaled is None:
        return kept
    found = [problem for note in _sentences(recipe) for problem in _left_alone(recipe, note, scaled)]
    return tuple(sorted((*kept, *found), key=lambda problem: (problem.line, problem.column)))


def _sentences(recipe: Recipe) -> list[Note]:
    notes = list(recipe.notes)
    pending = [step for instruction in recipe.instructions for step in instruction.steps]
    while pending:
        step = pending.pop()
        notes.append(Note(step.wording, step.quantities))
        notes += step.notes
        pending += step.steps
    notes += [Note(item.wording, item.quantities) for group in recipe.ingredients for item in group.items]
    return notes


def _left_alone(recipe: Recipe, note: Note, scaled: Scaled) -> list[Diagnostic]:
    found = []
    for quantity in note.quantities:
        if quantity.why != BASE:
            continue
        place = note.wording.span(quantity.start, quantity.end)
        column = (
            recipe.source.column_at(place.start) if recipe.source and place else _known_column(recipe, note, quantity)
        )
        line = recipe.source.line_at(place.start) if recipe.source and place else note.wording.line
        message = f'"{quantity.text}" was left as it is: an amount for {_other(note)} stands beside it' + (
            f", and this recipe is for {_plain(scaled.origin)}" if scaled.origin is not None else ""
        )
        hint = "write the amount for this recipe's servings"
        found.append(Diagnostic(OTHER_SERVINGS, message, line, column, hint))
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
