"""What a rule is: a problem, and the function that finds it in a recipe."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import NamedTuple

from recipekit.diagnostics import Diagnostic, Problem
from recipekit.model import Recipe, Wording
from recipekit.ops.stated import Wrong, wrong_figures


class Subject:
    """A recipe that is looked at, and what several rules ask of it, worked out once."""

    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe

    @cached_property
    def wrong_figures(self) -> tuple[Wrong, ...]:
        """The stated calories that the rest of the file contradicts."""
        return wrong_figures(self.recipe)

    def finding(self, problem: Problem, message: str, hint: str, wording: Wording, place: int = 0) -> Diagnostic:
        """Return a finding at a *place* of *wording*, or at the start of its line where that is nowhere in the file."""
        source = self.recipe.source
        span = wording.span(place, place + 1) if source is not None else None
        if source is None or span is None:
            return Diagnostic(problem, message, wording.line, 1, hint)
        return Diagnostic(problem, message, source.line_at(span.start), source.column_at(span.start), hint)


class Rule(NamedTuple):
    """One rule of ``check``: its module's docstring says what it finds, why that matters, and a Bad and a Good line."""

    problem: Problem
    check: Callable[[Subject], Iterable[Diagnostic]]
