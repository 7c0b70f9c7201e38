"""Where the name of a row stands, and what a finding about a row needs."""

from __future__ import annotations

from recipekit.check.rule import Subject
from recipekit.diagnostics import RAGGED_TABLE, Diagnostic, Problem
from recipekit.model import CalorieRow

_LONGEST = 60  # characters of a name in a message


def line_of(row: CalorieRow) -> int:
    """Return the line that a row stands on."""
    return row.cell.line if row.cell is not None else row.wording.line


def about_row(subject: Subject, problem: Problem, message: str, hint: str, row: CalorieRow) -> Diagnostic:
    """Return a finding about the name of a row, or about its line where the name is spelled otherwise there."""
    source = subject.source
    line = line_of(row)
    at = source.line_text(line).find(row.ingredient)
    if at < 0:
        return subject.at_line(problem, message, hint, line)
    start = source.start_of_line(line) + at
    return subject.at(problem, message, hint, start, start + len(row.ingredient))


def short(name: str) -> str:
    """Return a name as it is put into a message."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def ragged_lines(subject: Subject) -> frozenset[int]:
    """Return the lines of rows that have too few cells or too many, which is a finding of its own."""
    return frozenset(found.line for found in subject.recipe.diagnostics if found.problem is RAGGED_TABLE)
