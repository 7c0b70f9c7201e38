"""What a rule is, and what it looks at: one recipe, or what the whole collection says in short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from recipekit.check.outline import Outline
from recipekit.diagnostics import Diagnostic, Fix, Problem
from recipekit.model import CalorieRow, Recipe, Step, Wording
from recipekit.ops.energy import dense_rows
from recipekit.ops.stated import Wrong, wrong_figures
from recipekit.source import Source

FREE = ("water", "salt", "pepper")
"""What a step may use without listing it, where the configuration says nothing else."""


class Settings(NamedTuple):
    """What the configuration tells the rules: foods that are *free*, and where paths like ``/img/…`` begin."""

    free: tuple[str, ...] = FREE
    site_root: Path | None = None


class Subject:
    """A recipe that is looked at, and what several rules ask of it, worked out once."""

    def __init__(self, recipe: Recipe, settings: Settings = Settings()) -> None:  # noqa: B008 - a value
        self.recipe = recipe
        self.settings = settings

    @cached_property
    def source(self) -> Source:
        """The text of the file; rules see no recipe that was read from a document."""
        assert self.recipe.source is not None
        return self.recipe.source

    @cached_property
    def outline(self) -> Outline:
        """The lines of the body, without code and comments, and its headings."""
        return Outline(self.source)

    @cached_property
    def wrong_figures(self) -> tuple[Wrong, ...]:
        """The stated calories that the rest of the file contradicts."""
        return wrong_figures(self.recipe)

    @cached_property
    def dense_rows(self) -> tuple[tuple[CalorieRow, Fraction], ...]:
        """The rows of the calories table that are richer than fat, with their kcal in 100 g."""
        return tuple(dense_rows(self.recipe))

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Every step in the order of cooking, nested ones behind the one that they are nested in."""
        return tuple(step for each in self.recipe.instructions for top in each.steps for step in _flat(top))

    def finding(
        self,
        problem: Problem,
        message: str,
        hint: str,
        wording: Wording,
        place: int = 0,
        end: int | None = None,
        fix: Fix | None = None,
    ) -> Diagnostic:
        """Return a finding about ``wording.text[place:end]``, or about its line where that is nowhere in the file."""
        last = place + 1 if end is None else end
        span = wording.span(place, min(last, len(wording.text))) if place < len(wording.text) else None
        if span is None:
            return self.at_line(problem, message, hint, max(wording.line, 1), fix)
        return self.at(problem, message, hint, span.start, None if end is None else span.end, fix)

    def at(
        self, problem: Problem, message: str, hint: str, start: int, end: int | None = None, fix: Fix | None = None
    ) -> Diagnostic:
        """Return a finding about the text from the offset *start* to *end* of the file."""
        line, column = self.source.line_at(start), self.source.column_at(start)
        if end is None:
            return Diagnostic(problem, message, line, column, hint, None, fix)
        stop = self.source.text.find("\n", start)
        end = min(end, stop) if stop >= 0 else end
        return Diagnostic(problem, message, line, column, hint, column + max(end - start, 1), fix)

    def at_line(self, problem: Problem, message: str, hint: str, line: int, fix: Fix | None = None) -> Diagnostic:
        """Return a finding about a whole line."""
        return Diagnostic(problem, message, line, 1, hint, None, fix)


def _flat(step: Step) -> Iterator[Step]:
    yield step
    for nested in step.steps:
        yield from _flat(nested)


class Placed(NamedTuple):
    """A text of a recipe and where it stands; *offset* is None where it does not stand there as is."""

    text: str
    line: int
    column: int = 1
    offset: int | None = None


class Weighed(NamedTuple):
    """A row of a calories table with its mass: the food's *key* is the same for every name of it."""

    key: str
    name: str
    kcal: float
    kcal_per_100g: float
    line: int
    column: int


class Card(NamedTuple):
    """What the rules that compare recipes know of one; small, and ready to go from one process to another."""

    path: str | None
    id: Placed | None = None
    title: Placed | None = None
    tags: tuple[Placed, ...] = ()
    cover: Placed | None = None
    foods: tuple[Weighed, ...] = ()


class Across(NamedTuple):
    """A finding of a rule that compares: which of the cards it is about, by its place among them."""

    card: int
    diagnostic: Diagnostic


class Rule(NamedTuple):
    """One rule of ``check``: its module's docstring is its page.

    *check* looks at one recipe, *compare* at the cards of all that were read. A rule that is not *on* runs only where
    somebody selects it.
    """

    problem: Problem
    check: Callable[[Subject], Iterable[Diagnostic]] | None = None
    compare: Callable[[Sequence[Card]], Iterable[Across]] | None = None
    on: bool = True


def reported(problem: Problem, *, on: bool = True) -> Rule:
    """Return the rule that passes on what the reader itself found of one kind."""

    def check(subject: Subject) -> Iterator[Diagnostic]:
        """Yield what the reader found."""
        return (found for found in subject.recipe.diagnostics if found.problem is problem)

    return Rule(problem, check, on=on)
