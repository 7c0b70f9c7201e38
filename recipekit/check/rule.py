"""What a rule is: a problem, and the function that finds it in a recipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from recipekit.diagnostics import Diagnostic, Problem
from recipekit.model import Recipe, Wording
from recipekit.source import Source


class Rule(NamedTuple):
    """One rule of ``check``: its module's docstring says what it finds, why that matters, and a Bad and a Good line."""

    problem: Problem
    check: Callable[[Recipe], Iterable[Diagnostic]]


def at(problem: Problem, message: str, hint: str, wording: Wording, place: int, source: Source | None) -> Diagnostic:
    """Return a finding at the character *place* of *wording*, or at the start of its line where that has no place."""
    span = wording.span(place, place + 1) if source is not None else None
    if source is None or span is None:
        return Diagnostic(problem, message, wording.line, 1, hint)
    return Diagnostic(problem, message, source.line_at(span.start), source.column_at(span.start), hint)
