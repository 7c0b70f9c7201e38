"""The numbers of the steps do not count up.

Someone put a step in, or took one out. A list goes on by one, begins again at 1, or has the same number everywhere,
which is a lazy way that Markdown allows; headings "Step 1", "Step 3" go on by one too. Numbers of a list can be mended
safely, because a page shows them counted up anyway; headings cannot, since a text may refer to them.

Bad:

    ## Instructions

    1. Rinse the peas.
    2. Simmer them.
    2. Blend.
    4. Serve.

Good:

    ## Instructions

    1. Rinse the peas.
    2. Simmer them.
    3. Blend.
    4. Serve.

Fixable: yes
Since: 0.3.0
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recipekit.check.outline import Heading
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import STEPS_MISNUMBERED, Diagnostic, Fix
from recipekit.model import Step
from recipekit.parse.sections import step_heading
from recipekit.source import Edit, Span

_MARKER = re.compile(r"[ \t>]*(?:[-*+][ \t]+)?(\d{1,9})[.)]")
_SAID = re.compile(r"\W*[^\W\d_]+\s+\d")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for the first step of every list that is misnumbered, and for every such heading."""
    for instruction in subject.recipe.instructions:
        yield from _lists(subject, instruction.steps)
    yield from _headings(subject)


def _lists(subject: Subject, steps: Sequence[Step]) -> Iterator[Diagnostic]:
    numbered = [step for step in steps if step.marker is not None]
    wrong = _wrong([int((step.marker or "0")[:-1]) for step in numbered])
    if wrong is not None:
        yield _finding(subject, numbered, wrong)
    for step in steps:
        yield from _lists(subject, step.steps)


def _wrong(numbers: Sequence[int]) -> int | None:
    """Return the place of the first number that neither goes on by one nor begins again; None where none is wrong.

    >>> _wrong([1, 2, 2, 4]), _wrong([1, 1, 1]), _wrong([1, 2, 1, 2]), _wrong([4, 5, 6]), _wrong([1, 3])
    (2, None, None, None, 1)
    """
    if len(set(numbers)) <= 1:
        return None
    for place in range(1, len(numbers)):
        if numbers[place] not in (numbers[place - 1] + 1, 1):
            return place
        if numbers[place] == numbers[place - 1] == 1:
            return place
    return None


def _finding(subject: Subject, steps: Sequence[Step], wrong: int) -> Diagnostic:
    number = int((steps[wrong].marker or "0")[:-1])
    wanted = int((steps[wrong - 1].marker or "0")[:-1]) + 1
    message = f"step {number} stands where step {wanted} should"
    line = steps[wrong].wording.line
    marker = _MARKER.match(subject.source.line_text(line)) if line else None
    fix = _renumbered(subject, steps)
    if marker is None:
        return subject.at_line(STEPS_MISNUMBERED, message, "count the steps up", line, fix)
    start = subject.source.start_of_line(line)
    return subject.at(
        STEPS_MISNUMBERED, message, "count the steps up", start + marker.start(1), start + marker.end(), fix
    )


def _renumbered(subject: Subject, steps: Sequence[Step]) -> Fix | None:
    """Return the fix that counts a list up from its first number; None where a marker would become wider."""
    edits = []
    number = 0
    for step in steps:
        line = step.wording.line
        marker = _MARKER.match(subject.source.line_text(line)) if line else None
        if marker is None or marker[0].rstrip(".)").lstrip(" \t>-*+") != (step.marker or "")[:-1]:
            return None
        said = int(marker[1])
        number = said if not number or (said == 1 and number > 1) else number + 1
        if len(str(number)) != len(marker[1]):
            return None
        start = subject.source.start_of_line(line) + marker.start(1)
        if said != number:
            edits.append(Edit(Span(start, start + len(marker[1])), str(number)))
    return Fix(tuple(edits), "count the list up") if edits else None


def _headings(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every heading "Step 3" that does not follow a "Step 2" of its level."""
    if not any(each.number is not None for each in subject.recipe.instructions):
        return
    last: dict[int, int] = {}
    for heading in subject.outline.headings:
        last = {level: number for level, number in last.items() if level <= heading.level}
        number = _number(heading)
        if number is None:
            continue
        before = last.get(heading.level)
        if before is not None and number not in (before + 1, 1):
            message = f"step {number} follows step {before}"
            at = heading.offset + heading.level
            yield subject.at(
                STEPS_MISNUMBERED, message, f"write step {before + 1}", at + 1, at + 1 + len(heading.title)
            )
        elif before == number == 1:
            at = heading.offset + heading.level
            yield subject.at(
                STEPS_MISNUMBERED, "step 1 stands here twice", "write step 2", at + 1, at + 1 + len(heading.title)
            )
        last[heading.level] = number


def _number(heading: Heading) -> int | None:
    title = heading.title.strip("*_ ")
    return step_heading(title)[0] if _SAID.match(title) else None


RULE = Rule(STEPS_MISNUMBERED, check)
