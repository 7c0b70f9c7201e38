"""A missing total and a missing line for one serving, written in the layout that the file uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from recipekit.amounts import Fractions, NumberStyle, spell_number
from recipekit.edits.figures import Writer
from recipekit.edits.padding import new_rows
from recipekit.edits.placing import placed
from recipekit.edits.revising import Revision, reread, revision_of, source_of
from recipekit.errors import ImpossibleWishError, UnwritableRecipeError
from recipekit.model import CalorieTable, Recipe, Statement
from recipekit.ops.calories import total_kcal
from recipekit.ops.stated import Count, What, counts_of, stated_figure, stated_total, wrong_figures
from recipekit.ops.style import manner_of
from recipekit.parse.figures import in_unit
from recipekit.parse.tables import cells_of
from recipekit.source import Edit, Source, Span
from recipekit.words import calorie_label, language_of

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"(?: {2,}|\\)$")
_BULLET = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]")


class Missing(NamedTuple):
    """What is to be stated: its label, its kcal, and whether it is about one serving."""

    per_serving: bool
    label: str
    kcal: Fraction

    @property
    def short(self) -> str:
        """The label without its servings, for the cell of a table."""
        return self.label.partition(" (")[0]


def add(recipe: Recipe) -> Revision:
    """Return the file of *recipe* with the total and the line for one serving that its calories lack.

    They go into the rows of the table where the file has one of them there, else below it.

    Raises:
        ImpossibleWishError: the recipe has no calories table, or was read from a document.
        UnwritableRecipeError: the table has no place in the file, or the result would not read back right.
    """
    source = source_of(recipe)
    table = recipe.calories
    if table is None or not can_add(recipe):
        name = recipe.path or recipe.title or "this recipe"
        raise ImpossibleWishError(f"{name} has no calories table; add one under a heading Calories")
    missing = _missing(recipe, table, _language(source, recipe, table))
    revision = revision_of(source, _edits(source, recipe, table, missing))
    if revision.changed:
        read = reread(revision)
        left = [wrong for wrong in wrong_figures(read) if wrong.stated in {each.kcal for each in missing}]
        stated = read.calories
        if left or stated is None or len(stated.stated.statements) != len(table.stated.statements) + len(missing):
            raise UnwritableRecipeError(source.path, "the lines to add would not read back", "add them by hand")
    return revision


def can_add(recipe: Recipe) -> bool:
    """Tell whether *recipe* has a calories table that can be added up."""
    return recipe.calories is not None and any(row.kcal is not None for row in recipe.calories.rows)


def added(revision: Revision) -> list[tuple[int, str]]:
    """Return the line of every line that was added, in the new file, and what was."""
    old, new = revision.source.text.split("\n"), Source(revision.raw).text.split("\n")
    known = {" ".join(line.split()) for line in old}
    said = ((number, " ".join(line.split())) for number, line in enumerate(new, 1))
    return [(number, f'added "{line}"') for number, line in said if line not in known and _DIGIT.search(line)]


def _missing(recipe: Recipe, table: CalorieTable, lang: str) -> list[Missing]:
    """Return what the file does not state: the total of the rows, and one serving where it says how many there are."""
    said = {each.per_serving for each in table.stated.statements if each.kcal is not None and not each.part}
    wrong = any(figure.what is What.TOTAL for figure in wrong_figures(recipe))
    stated = None if wrong else stated_total(table)
    total = stated if stated is not None else total_kcal(table)
    missing = [] if False in said else [Missing(False, calorie_label(lang, "total"), total)]  # noqa: FBT003
    counts = counts_of(recipe)
    if True not in said and counts:
        missing.append(Missing(True, _share_label(counts[0], lang), total / counts[0].low))  # noqa: FBT003
    return missing


def _share_label(count: Count, lang: str) -> str:
    if count.unit != "serving":
        return f"{calorie_label(lang, 'per')} {count.unit}"
    number = spell_number(count.low, NumberStyle(Fractions.GLYPH))
    noun = calorie_label(lang, "serving" if count.low == 1 else "servings")
    return f"{calorie_label(lang, 'per_serving')} ({number} {noun})"


def _language(source: Source, recipe: Recipe, table: CalorieTable) -> str:
    said = manner_of(recipe).lang[:2].lower()
    header = source.line_text(max(1, table.rows[0].wording.line - 2))
    topics = ("column_ingredient", "column_quantity", "column_kcal", "column_source")
    return said or language_of(topics, [word.lower() for word in _WORD.findall(header)])


def _edits(source: Source, recipe: Recipe, table: CalorieTable, missing: Sequence[Missing]) -> list[Edit]:
    writer = Writer(table, manner_of(recipe).lang)
    models = [statement for statement in table.stated.statements if statement.kcal is not None and not statement.part]
    if not missing:
        return []
    if models and models[0].figure is not models[0].label:
        return _as_rows(source, table, missing, models[0], writer)
    if models:
        return [_beside(source, missing[0], models[0], writer)]
    return [_below(source, table, missing, writer)]


def _figure(each: Missing, table: CalorieTable, writer: Writer) -> str:
    """Return the words for a figure as the rows write theirs: with "~" where one is approximate, in their unit."""
    cells = [row.cell.text for row in table.rows if row.cell is not None and row.kcal is not None]
    unit = "kJ" if table.unit == "kJ" or all("kj" in cell.lower() for cell in cells) else "kcal"
    about = "~" if any(row.approximate for row in table.rows) else ""
    return f"{about}{writer.spelled(in_unit(each.kcal, unit), '0')} {unit}"


def _below(source: Source, table: CalorieTable, missing: Sequence[Missing], writer: Writer) -> Edit:
    """Return the edit that puts a paragraph below the table, a line each."""
    last = max(row.wording.line for row in table.rows)
    line = source.line_text(last)
    prefix = line[: len(line) - len(line.lstrip(" \t>"))]
    lines = [f"{prefix}**{each.label}: {_figure(each, table, writer)}**" for each in missing]
    end = source.start_of_line(last) + len(line)
    return Edit(Span(end, end), f"\n{prefix.rstrip()}\n" + "  \n".join(lines))


def _beside(source: Source, each: Missing, model: Statement, writer: Writer) -> Edit:
    """Return the edit that puts a line before or behind the one that states the other figure, written like it."""
    number = model.figure.line
    line = source.line_text(number)
    start = source.start_of_line(number)
    new = _like(source, each, model, writer)
    body = _BREAK.sub("", line)
    bullet = _BULLET.match(line)
    between = "\n" if bullet else "  \n" if _BREAK.search(line) is None or not each.per_serving else "\n"
    if each.per_serving:
        end = start + len(line)
        return Edit(Span(end, end), between + new)
    ending = line[len(body) :] if bullet else "  "
    return Edit(Span(start, start), f"{new}{ending}\n")


def _like(source: Source, each: Missing, model: Statement, writer: Writer) -> str:
    """Return the line of *model* with the label and the figure of *each* in the place of its own."""
    number = model.figure.line
    start, line = source.start_of_line(number), source.line_text(number)
    edits = [made for edit in _new_words(each, model, writer) for made in placed(model.figure, edit, source.text) or ()]
    text = Source(line).edited(Edit(Span(span.start - start, span.end - start), new) for span, new in edits)
    return _BREAK.sub("", text)


def _new_words(each: Missing, model: Statement, writer: Writer) -> Iterator[Edit]:
    """Yield the edits on the words of *model*: another label before the colon, another number behind it."""
    figure = stated_figure(model, writer.lang)
    text = model.figure.text
    if figure is None:
        return
    label = text.rfind(":", 0, figure.start)
    end = label if label >= 0 else len(text[: figure.start].rstrip(" ~≈"))
    yield Edit(Span(0, end), each.label)
    value = in_unit(each.kcal, figure.unit)
    yield Edit(Span(figure.start, figure.end), writer.spelled(value, text[figure.start : figure.end]))


def _as_rows(
    source: Source, table: CalorieTable, missing: Sequence[Missing], model: Statement, writer: Writer
) -> list[Edit]:
    """Return the edits that add rows to the table, their cells marked up like those of *model*."""
    rows = []
    for each in missing:
        line = source.line_text(model.label.line)
        start = source.start_of_line(model.label.line)
        figure = stated_figure(model, writer.lang)
        assert figure is not None
        value = in_unit(each.kcal, figure.unit)
        number = writer.spelled(value, model.figure.text[figure.start : figure.end])
        changes = [
            *(placed(model.label, Edit(Span(0, len(model.label.text)), each.short), source.text) or ()),
            *(placed(model.figure, Edit(Span(figure.start, figure.end), number), source.text) or ()),
        ]
        text = Source(line).edited(Edit(Span(span.start - start, span.end - start), new) for span, new in changes)
        rows.append(_cells(text))
    lines = [row.wording.line for row in table.rows]
    after = model.label.line if missing[0].per_serving else max(lines)
    return list(new_rows(source.text, source.start_of_line(after), rows))


def _cells(line: str) -> list[str]:
    """Return the words of the cells of a row."""
    row = line.lstrip("> \t").rstrip()
    return [row[start:end].strip() for start, end in cells_of(row)]
