"""The recipe has no steps.

A list of ingredients alone cooks nothing. Steps below a heading such as *Instructions*, *Directions*, *Method* or
*Steps* are found, or in the front matter; headings like "Step 1: Stir" are steps themselves. A file that lists no
ingredients is left alone.

Bad:

    # Pea Soup

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    ## Ingredients

    - 500 g peas

    ## Instructions

    1. Simmer the peas.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import NO_INSTRUCTIONS, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where ingredients are listed and nothing says what becomes of them."""
    recipe = subject.recipe
    told = subject.steps or any(each.number is not None and each.title for each in recipe.instructions)
    if any(group.items for group in recipe.ingredients) and not told:
        hint = "write the steps under a heading Instructions"
        yield subject.at_line(NO_INSTRUCTIONS, "the recipe has no steps", hint, 1)


RULE = Rule(NO_INSTRUCTIONS, check)
