"""Runs the rules over a recipe."""

from __future__ import annotations

from recipekit.check import RULES
from recipekit.check.rule import Subject
from recipekit.diagnostics import UNREADABLE, Diagnostic, Severity
from recipekit.errors import UnreadableRecipeError
from recipekit.model import Recipe
from recipekit.parse.recipe import parse_recipe
from recipekit.source import Source

_SILENT = (Severity.INFO, Severity.NOTE)


def findings(recipe: Recipe, family: str = "RK") -> tuple[Diagnostic, ...]:
    """Return what the rules whose codes begin with *family* find, and what the reader found, in the order of lines."""
    subject = Subject(recipe)
    found = [problem for rule in RULES if rule.problem.code.startswith(family) for problem in rule.check(subject)]
    found += [
        problem
        for problem in recipe.diagnostics
        if problem.problem.code.startswith(family) and problem.problem.severity not in _SILENT
    ]
    return tuple(sorted(found, key=lambda problem: (problem.line, problem.column, problem.problem.code)))


def findings_in(source: Source, family: str = "RK") -> tuple[Diagnostic, ...]:
    """Return the findings in a file; one that cannot be read as a recipe has just one."""
    try:
        return findings(parse_recipe(source), family)
    except UnreadableRecipeError as error:
        return (Diagnostic(UNREADABLE, error.problem, error.line or 1, error.column or 1, error.hint),)
