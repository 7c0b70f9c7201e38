"""The wrong figures of a calories table put right, from its rows: total, per serving, the servings of a label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from recipekit.edits.figures import Change, Writer, relabelled, restated
from recipekit.edits.revising import Revision, applied, reread, source_of
from recipekit.edits.verifying import mismatch
from recipekit.errors import UnwritableRecipeError
from recipekit.model import CalorieTable, Recipe
from recipekit.ops.calories import total_kcal
from recipekit.ops.stated import What, Wrong, agrees, counts_for, counts_of, stated_total, wrong_figures
from recipekit.ops.style import manner_of
from recipekit.parse.figures import servings_in_label
from recipekit.source import apply_edits


def correct(recipe: Recipe) -> Revision:
    """Return the file of *recipe*, as it was read, with its wrong figures rewritten in their own style.

    A figure per serving that fitted the wrong total is divided anew from the right one.

    Raises:
        ImpossibleWishError: the recipe was read from a document.
        UnwritableRecipeError: a figure has no place in the file, or the result would not read back right.
    """
    source = source_of(recipe)
    table = recipe.calories
    revision = applied(source, _changes(recipe, table) if table is not None else ())
    if revision.changed:
        read = reread(revision)
        left = wrong_figures(read)
        if left or mismatch(recipe, read) is not None:
            line = left[0].statement.figure.line if left else None
            raise UnwritableRecipeError(
                source.path, "the figures would not read back right", "mend them by hand", line=line
            )
    return revision


def corrections(revision: Revision) -> Iterator[tuple[int, str]]:
    """Yield the line of every text that was corrected, and in words what became of it."""
    for change in revision.changes:
        new = apply_edits(change.wording.text, change.edits)
        yield change.wording.line, f'"{change.wording.text}" is now "{new}"'


def _changes(recipe: Recipe, table: CalorieTable) -> Iterator[Change]:
    wrong = wrong_figures(recipe)
    writer = Writer(table, manner_of(recipe).lang)
    totals = [figure for figure in wrong if figure.what is What.TOTAL]
    total = total_kcal(table)
    for figure in totals:
        change = restated(figure.statement, total, writer)
        total = change.written if change.written is not None else total
        yield change
    people = [count for count in counts_of(recipe) if count.unit == "serving"]
    for figure in wrong:
        number = servings_in_label(figure.statement.label.text, writer.lang) if figure.what is What.LABEL else None
        if number is not None:
            yield relabelled(figure.statement, number, (people[0].low, people[0].high), writer)
    yield from _shares(recipe, table, wrong, total if totals else None, writer)


def _shares(
    recipe: Recipe, table: CalorieTable, wrong: Iterable[Wrong], total: Fraction | None, writer: Writer
) -> Iterator[Change]:
    """Yield the figures per serving that do not fit *total*, or else the total that is stated, or the rows.

    One that fitted so far does not any more where the total or the servings of a label were *wrong* too.
    """
    stated = stated_total(table)
    base = total if total is not None else stated if stated is not None else total_kcal(table)
    anew = any(figure.what is not What.PER_SERVING for figure in wrong)
    shares = {id(figure.statement) for figure in wrong if figure.what is What.PER_SERVING}
    for statement in table.stated.statements:
        counts = counts_for(statement, counts_of(recipe))
        if not statement.per_serving or statement.kcal is None or not counts:
            continue
        outdated = anew and not any(agrees(statement.kcal, base, count) for count in counts)
        if outdated or id(statement) in shares:
            yield restated(statement, base / counts[0].low, writer)
