"""A scaled or converted recipe → the new text of its file: only edits on what was read, and read again before use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import Fractions, NumberStyle, parse_number, spell_number
from recipekit.edits.figures import Change, Writer, relabelled, rescaled, restated, scaled_rows
from recipekit.edits.padding import padded
from recipekit.edits.placing import placed
from recipekit.edits.verifying import Mismatch, mismatch, texts_of
from recipekit.errors import ImpossibleWishError, UnwritableRecipeError
from recipekit.model import CalorieTable, Recipe, Rounding, Servings, Wording
from recipekit.ops.calories import total_kcal
from recipekit.ops.friendly import friendly_servings
from recipekit.ops.stated import stated_figure
from recipekit.ops.style import manner_of
from recipekit.parse.figures import is_negligible, servings_in_label
from recipekit.parse.front import read_front_matter
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Edit, Source, Span, apply_edits

_BARE = re.compile(r"\d+(?:\.\d+)?")
"""A number of the front matter that stands alone, which stays a number for its other readers: 2.5, and not 2½."""


class Revision(NamedTuple):
    """What becomes of a file: its new text as it is written, and the edits on the old one that lead there."""

    source: Source
    raw: str
    edits: tuple[Edit, ...]
    changes: tuple[Change, ...]

    @property
    def changed(self) -> bool:
        """Whether a single byte is another one."""
        return self.raw != self.source.raw


def revise(recipe: Recipe) -> Revision:
    """Return what becomes of the file of *recipe*, which was scaled or converted since it was read.

    Raises:
        ImpossibleWishError: it was read from a document, which has no text to edit.
        UnwritableRecipeError: something to edit has no place in the file, or the result would not read back as meant.
    """
    source = source_of(recipe)
    recipe = recipe._replace(
        serves=recipe.serves and _in_front_matter(recipe.serves, source),
        also_serves=tuple(_in_front_matter(serves, source) for serves in recipe.also_serves),
    )
    changes = [
        Change(said.wording.origin, said.wording.edits) for said in texts_of(recipe) if said.wording.origin is not None
    ]
    if recipe.calories is not None and recipe.scaled is not None:
        changes += figures_of(recipe.calories, recipe.scaled.factor, manner_of(recipe).lang)
    revision = applied(source, changes)
    if revision.changed:
        read = reread(revision)
        difference = mismatch(recipe, read) or _figures_differ(recipe, read, changes)
        if difference is not None:
            problem = f'"{_short(difference.meant)}" would be read back as "{_short(difference.read)}"'
            raise UnwritableRecipeError(source.path, problem, "change that line by hand first", line=difference.line)
    return revision


def _figures_differ(recipe: Recipe, read: Recipe, changes: Iterable[Change]) -> Mismatch | None:
    """Return the first figure of the calories that would be read as another one than was written."""
    written = {id(change.wording): change for change in changes if change.written is not None}
    old, new = recipe.calories, read.calories
    if old is None or new is None:
        return None if old is new else Mismatch(1, "a calories table", "none")
    if len(old.stated.statements) != len(new.stated.statements):
        return Mismatch(old.stated.line or 1, "what the file states of its calories", "something else")
    rows = [(row.cell, after.kcal) for row, after in zip(old.rows, new.rows, strict=False)]
    rows += [(one.figure, after.kcal) for one, after in zip(old.stated.statements, new.stated.statements, strict=True)]
    for wording, kcal in rows:
        change = written.get(id(wording))
        if change is not None and kcal != change.written:
            said = "no number" if kcal is None else spell_number(kcal)
            return Mismatch(change.wording.line, apply_edits(change.wording.text, change.edits), said)
    return None


def source_of(recipe: Recipe) -> Source:
    """Return the text that *recipe* was read from.

    Raises:
        ImpossibleWishError: it was read from a document.
    """
    if recipe.source is None:
        name = recipe.path or f'"{recipe.title or "this recipe"}"'
        raise ImpossibleWishError(f"{name} came as a JSON document, which has no Markdown to change; name its file")
    return recipe.source


def unchanged(source: Source) -> Revision:
    """Return the file as it is."""
    return Revision(source, source.raw, (), ())


def applied(source: Source, changes: Iterable[Change]) -> Revision:
    """Return the file with *changes* made, its tables padded again.

    Raises:
        UnwritableRecipeError: a change has no place in the file, or two of them the same.
    """
    changes = tuple(change for change in changes if change.edits)
    edits = {edit.span: edit.text for change in changes for edit in _of_source(change.wording, change.edits, source)}
    made = [Edit(span, text) for span, text in sorted(edits.items()) if source.text[slice(*span)] != text]
    return revision_of(source, padded(source.text, made), changes)


def revision_of(source: Source, edits: Iterable[Edit], changes: tuple[Change, ...] = ()) -> Revision:
    """Return the file with *edits* made, new lines with the ends that the file has.

    Raises:
        UnwritableRecipeError: two edits change the same place.
    """
    raw = source.raw
    ending = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw and "\n" not in raw else "\n"
    edits = tuple(Edit(span, text.replace("\n", ending)) for span, text in edits)
    try:
        return Revision(source, source.edited(edits), edits, changes)
    except ValueError as error:
        raise UnwritableRecipeError(source.path, str(error), "change that place by hand") from error


def reread(revision: Revision) -> Recipe:
    """Return the recipe that the new text reads as.

    Raises:
        UnreadableRecipeError: it cannot be read, which no edit of ours should bring about.
    """
    return parse_recipe(Source(revision.raw, revision.source.path))


def figures_of(table: CalorieTable, factor: Fraction, lang: str) -> Iterator[Change]:
    """Yield what becomes of the figures of *table*, already scaled by *factor*: rows, total, the servings in labels.

    The total is the sum of the rows as they are written; kcal per serving stay. Where rows without a number may be part
    of the total, or where several totals are stated, one that is not the sum is scaled like a row.
    """
    writer = Writer(table, lang)
    rows = list(scaled_rows(table.rows, factor, writer))
    yield from rows
    summed = sum((change.written for change in rows if change.written is not None), Fraction(0))
    was = total_kcal(table) / factor
    totals = [statement for statement in table.stated.statements if not statement.per_serving]
    uncounted = any(row.kcal is None and not is_negligible(row.cell) for row in table.rows)
    for statement in totals:
        figure = stated_figure(statement, lang)
        if figure is None:
            continue
        alone = len(totals) == 1 and not uncounted and not statement.part
        is_sum = alone or abs(figure.kcal - was) <= 1
        if figure.low != figure.high:
            yield rescaled(statement, factor, writer)
            continue
        change = restated(statement, summed if is_sum else figure.kcal * factor, writer)
        yield change._replace(exact=figure.kcal * factor, summed=is_sum)
    for statement in table.stated.statements:
        number = servings_in_label(statement.label.text, lang)
        if number is not None:
            ends = friendly_servings(number.low * factor), friendly_servings(number.high * factor)
            yield relabelled(statement, number, ends, writer)


def _of_source(wording: Wording, edits: Iterable[Edit], source: Source) -> Iterator[Edit]:
    for edit in edits:
        made = placed(wording, edit, source.text)
        if made is None:
            problem = f'"{_short(wording.text)}" could not be placed in the file, and so it cannot be changed'
            raise UnwritableRecipeError(source.path, problem, "write it with simpler markup", line=wording.line)
        yield from made


def _in_front_matter(serves: Servings, source: Source) -> Servings:
    """Return *serves* as the front matter says it, where a number stands there alone: in digits and a point."""
    origin = serves.wording.origin
    if origin is None or not origin.places or not _BARE.fullmatch(origin.text):
        return serves
    if origin.places[0][1] >= read_front_matter(source).body:
        return serves
    text = spell_number(friendly_servings(serves.low), NumberStyle(Fractions.POINT))
    said, end = parse_number(text) or serves.low, len(text)
    rounding = None if said == serves.low else Rounding(said, said)
    wording = origin.edited((Edit(Span(0, len(origin.text)), text),), text)
    return serves._replace(
        wording=wording, quantity=serves.quantity._replace(text=text, end=end, number_end=end, rounding=rounding)
    )


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
