"""Nothing stands below a heading.

A section was begun and forgotten, or emptied and left. A heading whose parts have headings of their own is not empty;
one that has only a comment below it is.

Bad:

    # Pea Soup

    ## Ingredients

    - 500 g peas

    ## Notes

    ## Storage

    Keeps 3 days.

Good:

    # Pea Soup

    ## Ingredients

    - 500 g peas

    ## Storage

    Keeps 3 days.

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import EMPTY_SECTION, Diagnostic

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every heading with nothing below it."""
    headings = subject.outline.headings
    text = subject.source.text
    for heading, following in zip_longest(headings, headings[1:]):
        if not heading.title or (following is not None and following.level > heading.level):
            continue
        start = text.find("\n", heading.offset)
        end = len(text) if following is None else following.offset
        below = text[start:end] if start >= 0 else ""
        if not below.strip(" \t\n>#") or not _COMMENT.sub("", below).strip(" \t\n>#"):
            message = f'nothing stands below "{heading.title[:60]}"'
            hint = "write the section, or take the heading out"
            yield subject.at(EMPTY_SECTION, message, hint, heading.offset, heading.offset + len(heading.title) + 1)


RULE = Rule(EMPTY_SECTION, check)
