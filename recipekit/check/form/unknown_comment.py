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

import re
from collections.abc import Iterator

from recipekit.check.ignoring import comments_of, names
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import PROBLEMS, UNKNOWN_COMMENT, Diagnostic
from recipekit.parse.sayings import SAYINGS

_COMMENT = re.compile(r"<!--\s*recipekit\b(\s*:)?\s*([\w-]*)[^>\n]{0,300}-->", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every comment that says nothing, and every word of an ignoring one that names no rule."""
    if "recipekit" not in subject.source.text.lower():
        return
    found = list(_unknown(subject))
    lines = {each.line for each in found}
    reported = (each for each in subject.recipe.diagnostics if each.problem is UNKNOWN_COMMENT)
    yield from (each for each in reported if each.line not in lines and not _is_code(subject, each.line))
    yield from found
    yield from _unnamed(subject)


def _unknown(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every comment of the body that says nothing recipekit knows, wherever it stands."""
    for comment in _COMMENT.finditer(subject.outline.uncoded):
        said = comment[2].lower()
        hint = "write fixed, scale, ignore or ignore-file"
        if comment[1] and said not in SAYINGS:
            message = f'"recipekit: {comment[2][:40]}" says nothing that recipekit knows'
            yield subject.at(UNKNOWN_COMMENT, message, hint, *comment.span())
        elif not comment[1] and said in SAYINGS:
            message = f'"recipekit {comment[2]}" says nothing without a colon'
            hint = f"write <!-- recipekit: {comment[2]} -->"
            yield subject.at(UNKNOWN_COMMENT, message, hint, *comment.span())


def _unnamed(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every word of an ignoring comment that names no rule."""
    outline = subject.outline
    for comment in comments_of(subject.source):
        if comment.start >= outline.body and outline.uncoded[comment.start] == " ":
            continue
        for word in comment.words:
            if not any(names(word, problem) for problem in PROBLEMS):
                message = f'"{word[:40]}" names no rule'
                hint = "write a code like RK204 or a name; `recipekit rules` lists them"
                yield subject.at(UNKNOWN_COMMENT, message, hint, comment.start, comment.end)


def _is_code(subject: Subject, line: int) -> bool:
    """Tell whether the comments of a line are all quoted as code."""
    start = subject.source.start_of_line(line)
    return "<!--" not in subject.outline.uncoded[start:].partition("\n")[0]


RULE = Rule(UNKNOWN_COMMENT, check)
