"""A comment for recipekit says nothing that it knows.

`<!-- recipekit: fixd -->` was meant to keep numbers from scaling, and does nothing. Known are `fixed`, `scale`, and
`ignore` or `ignore-file` with the codes, beginnings of codes or names of rules.

Bad:

    ## Instructions

    1. Salt the water with 2 tbsp salt. <!-- recipekit: fixd -->

Good:

    ## Instructions

    1. Salt the water with 2 tbsp salt. <!-- recipekit: fixed -->

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.ignoring import comments_of, names
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import PROBLEMS, UNKNOWN_COMMENT, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what the reader found, and a finding for every word of an ignoring comment that names no rule."""
    yield from (found for found in subject.recipe.diagnostics if found.problem is UNKNOWN_COMMENT)
    for comment in comments_of(subject.source):
        for word in comment.words:
            if not any(names(word, problem) for problem in PROBLEMS):
                message = f'"{word[:40]}" names no rule'
                hint = "write a code like RK204 or a name; `recipekit rules` lists them"
                yield subject.at(UNKNOWN_COMMENT, message, hint, comment.start, comment.end)


RULE = Rule(UNKNOWN_COMMENT, check)
