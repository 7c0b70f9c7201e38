"""What the three rules about stated figures share: each reports one kind of figure that the rows contradict."""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import Diagnostic, Fix, Problem
from recipekit.ops.stated import What, place_of, said_of

_ANEW = Fix((), "write every figure that follows from the rows")


def stated_rule(problem: Problem, what: What, hint: str) -> Rule:
    """Return the rule that reports the figures of the kind *what* as *problem*."""

    def check(subject: Subject) -> Iterator[Diagnostic]:
        """Yield a finding for every such figure of the recipe."""
        for wrong in subject.wrong_figures:
            if wrong.what is what:
                yield subject.finding(problem, said_of(wrong), hint, *place_of(wrong), fix=_ANEW)

    return Rule(problem, check)
