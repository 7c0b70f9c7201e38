"""What the three rules about stated figures share: each reports one kind of figure that the rows contradict."""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, at
from recipekit.diagnostics import Diagnostic, Problem
from recipekit.model import Recipe
from recipekit.ops.stated import What, place_of, said_of, wrong_figures


def stated_rule(problem: Problem, what: What, hint: str) -> Rule:
    """Return the rule that reports the figures of the kind *what* as *problem*."""

    def check(recipe: Recipe) -> Iterator[Diagnostic]:
        """Yield a finding for every such figure of *recipe*."""
        for wrong in wrong_figures(recipe):
            if wrong.what is what:
                wording, place = place_of(wrong)
                yield at(problem, said_of(wrong), hint, wording, place, recipe.source)

    return Rule(problem, check)
