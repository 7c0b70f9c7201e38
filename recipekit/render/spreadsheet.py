"""Calories as CSV, for a spreadsheet: no cell of it can become a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction

from recipekit.model import Recipe
from recipekit.ops.calories import grams_of, kcal_per_100g, share
from recipekit.ops.overview import Summary
from recipekit.render.view import View, energy, energy_of, sorted_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def rows_csv(recipe: Recipe, view: View, *, heading: bool) -> str:
    """Return the rows of the calories table as CSV, with a line of titles where *heading* says so."""
    unit = "kj" if view.kj else "kcal"
    titles = ("recipe", "ingredient", "quantity", unit, "share", f"{unit}_per_100g", "grams", "source", "url")
    lines: list[Sequence[object]] = [titles] if heading else []
    table = recipe.calories
    for row in sorted_rows(table, view.sort) if table else ():
        figures = (
            energy_of(row, recipe, view), table and share(row, table), energy(kcal_per_100g(row), view), grams_of(row)
        )  # fmt: skip
        source = (row.source.text, row.source.url) if row.source else (None, None)
        lines.append((recipe.title or recipe.path, row.ingredient, row.wording.text, *figures, *source))
    return csv_text(lines)


def overview_csv(summaries: Iterable[Summary], *, kj: bool) -> str:
    """Return a line a recipe as CSV, behind a line of titles."""
    unit = "kj" if kj else "kcal"
    figures = ("per_serving", "total", "stated_per_serving", "stated_total", "difference")
    lines: list[Sequence[object]] = [("path", "title", "serves", "unit", *(f"{name}_{unit}" for name in figures))]
    view = View(kj=kj)
    for one in summaries:
        values = (energy(getattr(one, name), view) for name in figures)
        lines.append((one.path, one.title, one.serves, one.unit, *values))
    return csv_text(lines)


def csv_text(lines: Iterable[Sequence[object]]) -> str:
    """Return *lines* of cells as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows([[_cell(value) for value in line] for line in lines])
    return text.getvalue()


def _cell(value: object) -> str:
    """Return *value* as a cell: a number to four decimals, a text that no spreadsheet takes for a formula.

    >>> _cell(Fraction(1, 3)), _cell("=HYPERLINK(1)"), _cell(Fraction(-25)), _cell(None)
    ('0.3333', "'=HYPERLINK(1)", '-25', '')
    """
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return f"{float(value):.4f}".rstrip("0").rstrip(".")
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
