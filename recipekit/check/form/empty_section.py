"""Nothing stands below a heading.

A section was begun and forgotten, or emptied and left: a comment, a rule or an empty bullet is all that stands there. A
heading whose parts have headings of their own is not empty; the title, and a heading that says itself what to do
("Step 2: Stir", "Enjoy!"), may stand alone. An empty list of ingredients is the finding of `no-ingredients`, and
missing steps are that of `no-instructions`.

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
from collections.abc import Iterator, Sequence

from recipekit.check.form.headings import Headline, headlines
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import EMPTY_SECTION, Diagnostic
from recipekit.parse.sections import kind_of, step_heading

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_WORDS = re.compile(r"[^\s>#*_+-]")
_HINT = "write the section, or take the heading out"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every heading with nothing below it."""
    headings = headlines(subject.outline)
    text = subject.source.text
    for place, heading in enumerate(headings):
        end = headings[place + 1].start if place + 1 < len(headings) else len(text)
        if _is_empty(text[heading.below : end]) and not _may_stand_alone(subject, headings, place):
            message = f'nothing stands below "{heading.title[:60]}"'
            yield subject.at(EMPTY_SECTION, message, _HINT, heading.start, heading.end)


def _is_empty(below: str) -> bool:
    return not _WORDS.search(below) or ("<!--" in below and not _WORDS.search(_COMMENT.sub("", below)))


def _may_stand_alone(subject: Subject, headings: Sequence[Headline], place: int) -> bool:
    """Tell whether a heading is meant to have nothing below it, or what is missing there is another finding."""
    heading, *following = headings[place : place + 2]
    if not heading.title or (following and following[0].level > heading.level):
        return True
    kind = _kind(heading)
    if kind is None:
        if heading.title.endswith((".", "!")):
            return True
        begins = place == 0 or (following and _kind(following[0]) == "ingredients" and _lists(headings[:place]))
        number, said = step_heading(heading.title.strip("*_ "))
        return bool(begins or (number is not None and said))
    lists = any(group.items for group in subject.recipe.ingredients)
    return (kind == "ingredients" and not lists) or (kind == "instructions" and lists and not subject.steps)


def _lists(headings: Sequence[Headline]) -> bool:
    """Tell whether a recipe stands above: the heading is then the title of another in the same file."""
    return any(_kind(heading) == "ingredients" for heading in headings)


def _kind(heading: Headline) -> str | None:
    return kind_of(heading.title.strip("*_ "))[0]


RULE = Rule(EMPTY_SECTION, check)
