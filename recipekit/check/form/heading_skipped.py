"""A heading is two levels below the one before it.

A table of contents and a screen reader show a level that is not there. Going up by several levels is how a part ends
and is let pass; the first heading may have any level, since many sites make the title themselves.

Bad:

    ## Ingredients

    #### For the dough

    - 500 g flour

Good:

    ## Ingredients

    ### For the dough

    - 500 g flour

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from recipekit.check.form.headings import headlines
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import HEADING_SKIPPED, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every heading that goes down by more than one level."""
    for upper, heading in pairwise(headlines(subject.outline)):
        if heading.level > upper.level + 1:
            message = f'"{heading.title[:60]}" has level {heading.level}, and the heading above it level {upper.level}'
            hint = f"write {'#' * (upper.level + 1)} instead of {'#' * heading.level}"
            yield subject.at(HEADING_SKIPPED, message, hint, heading.start, heading.start + heading.level)


RULE = Rule(HEADING_SKIPPED, check)
