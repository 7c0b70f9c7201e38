"""The recipe does not say how many it serves.

It cannot be scaled to a number of people, and no figure per serving can be checked. *Serves*, *Makes* or *Yield* in the
overview, in running text, or in the front matter are found. Words like "for 4 people", which
nobody can scale by, are left alone, and so is a file that lists no ingredients.

Bad:

    # Pea Soup

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    Serves 4

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.form.preamble import says_servings
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import NO_SERVINGS, UNREADABLE_SERVINGS, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the recipe does not say how many it serves."""
    recipe = subject.recipe
    unreadable = any(found.problem is UNREADABLE_SERVINGS for found in recipe.diagnostics)
    lists = any(group.items for group in recipe.ingredients)
    if recipe.serves is None and lists and not unreadable and not says_servings(subject):
        yield subject.at_line(
            NO_SERVINGS,
            "the recipe does not say how many it serves",
            "write a line Serves: with a number, above the ingredients",
            1,
        )


RULE = Rule(NO_SERVINGS, check)
