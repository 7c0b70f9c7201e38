"""The recipe gives no time.

Nobody knows whether to begin at five or at seven. Any of *Prep Time*, *Cook Time* and *Total Time* is enough, in the
overview or in the front matter. A time in running words before the list is left alone, and so is a file
without steps.

Bad:

    # Pea Soup

    Serves 4

    ## Ingredients

    - 500 g peas

    ## Instructions

    1. Simmer the peas.

Good:

    # Pea Soup

    > - **Serves:** 4
    > - **Cook Time:** 40 minutes

    ## Ingredients

    - 500 g peas

    ## Instructions

    1. Simmer the peas.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.form.preamble import says_time
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import NO_TIMES, UNREADABLE_TIME, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the recipe gives no time."""
    recipe = subject.recipe
    unreadable = any(found.problem is UNREADABLE_TIME for found in recipe.diagnostics)
    if not any(recipe.times) and recipe.instructions and not unreadable and not says_time(subject):
        yield subject.at_line(
            NO_TIMES,
            "the recipe gives no time",
            "write a line Total Time: with how long it takes, above the ingredients",
            1,
        )


RULE = Rule(NO_TIMES, check)
