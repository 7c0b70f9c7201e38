"""What the rules about a key that the front matter lacks have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import Diagnostic, Problem
from recipekit.model import Recipe


def lacking(problem: Problem, what: str, has: Callable[[Recipe], object], hint: str) -> Rule:
    """Return the rule that reports front matter which has no *what*; a file without any is left alone."""

    def check(subject: Subject) -> Iterator[Diagnostic]:
        """Yield a finding where there is front matter and not this in it."""
        if subject.recipe.front_matter and not has(subject.recipe):
            yield subject.at_line(problem, f"the recipe has no {what}", hint, 1)

    return Rule(problem, check)
