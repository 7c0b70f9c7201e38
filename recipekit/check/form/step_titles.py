"""The headings of steps with their numbers: "Step 2: Fry", "Step 2–3", "Step 2a", "2. Fry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from recipekit.check.form.headings import headlines
from recipekit.check.rule import Subject
from recipekit.source import Span
from recipekit.words import words

_NUMBER = r"(\d{1,3})([a-z]?)\b(?:\s*(?:[-–—&+]|to|and|bis|und)\s*(\d{1,3})\b)?"
_SAID = re.compile(rf"[\W_]*([^\W\d_]{{1,20}})[\s_*]{{1,9}}{_NUMBER}", re.IGNORECASE)
_BARE = re.compile(rf"[\W_]*{_NUMBER}\s?[.):]\s", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


class Numbered(NamedTuple):
    """A heading, with the number that it says; *first* and *last* differ in "Step 2–3", *first* is None for no number.

    *may_begin_again* tells that a heading without a number stands between it and the next.
    """

    level: int
    word: str
    first: int | None
    last: int
    letter: str
    span: Span
    may_begin_again: bool = False


def numbered(subject: Subject) -> Iterator[Numbered]:
    """Yield every heading of the file; a bare number counts only where the reader took it for that of a step."""
    steps = {each.number for each in subject.recipe.instructions}
    for heading in headlines(subject.outline):
        start = max(subject.source.text.find(heading.title, heading.start), heading.start)
        span = Span(start, heading.end)
        if not _DIGIT.search(heading.title):
            yield Numbered(heading.level, "", None, 0, "", span)
            continue
        said = _SAID.match(heading.title)
        if said and said[1].lower() in words("step_words"):
            word, number, letter, last = said.groups()
        else:
            bare = _BARE.match(heading.title)
            word, (number, letter, last) = "", bare.groups() if bare else (None, None, None)
        if number is None or (int(number) not in steps and not letter):
            yield Numbered(heading.level, "", None, 0, "", span)
        else:
            first = int(number)
            yield Numbered(heading.level, word.lower(), first, max(first, int(last or 0)), letter.lower(), span)
