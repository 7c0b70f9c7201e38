"""The numbers of the steps do not count up.

Someone put a step in, or took one out. A list counts up by one from any number, or has the same number everywhere, a
lazy way that Markdown allows. Behind words, a picture or a tip it goes on where it was, or begins again at 1. Headings
"Step 1", "Step 2" go on by one too; "Step 2–3" and "Step 2a" are understood.

Numbers of a list can be mended safely, because a page shows them counted up anyway. They are left as they are where a
marker would become wider, and where the list begins again at 1, which may have been meant as another list. Headings are
left too, since a text may refer to them.

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

from collections.abc import Iterator, Sequence

from recipekit.check.form.step_lists import Run, runs
from recipekit.check.form.step_titles import Numbered, numbered
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import STEPS_MISNUMBERED, Diagnostic, Fix
from recipekit.model import Step
from recipekit.source import Edit, Span

_FIRST = (0, 1)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for the first step of every list that is misnumbered, and for every such heading."""
    for instruction in subject.recipe.instructions:
        yield from _lists(subject, instruction.steps)
    if any(each.number is not None for each in subject.recipe.instructions):
        yield from _headings(subject)


def _lists(subject: Subject, steps: Sequence[Step]) -> Iterator[Diagnostic]:
    shown = 0
    for run in runs(subject, steps) if any(step.marker for step in steps) else ():
        wanted = _wrong(run.numbers, lazily=not run.before or run.numbers[0] in _FIRST)
        if run.begins_behind_words and run.numbers[0] not in (*_FIRST, run.before + 1, shown + 1):
            yield _finding(subject, run, 0, run.before + 1, None)
        elif wanted is not None and not run.leans:
            before, number = run.numbers[wanted - 1], run.numbers[wanted]
            fix = None if number == 1 != before else _counted_up(run)
            yield _finding(subject, run, wanted, before + 1, fix)
        shown = run.numbers[0] + len(run.numbers) - 1
    for step in steps:
        if step.steps:
            yield from _lists(subject, step.steps)


def _wrong(numbers: Sequence[int], *, lazily: bool = True) -> int | None:
    """Return the place of the first number that does not go on by one; None where none is wrong.

    All may be the same in a list that was numbered *lazily*.

    >>> _wrong([1, 2, 2, 4]), _wrong([1, 1, 1]), _wrong([4, 5, 6]), _wrong([1, 3]), _wrong([3, 3], lazily=False)
    (2, None, None, 1, 1)
    """
    if lazily and len(set(numbers)) == 1:
        return None
    return next((place for place in range(1, len(numbers)) if numbers[place] != numbers[place - 1] + 1), None)


def _finding(subject: Subject, run: Run, place: int, wanted: int, fix: Fix | None) -> Diagnostic:
    message = f"step {run.numbers[place]} stands where step {wanted} should"
    hint = "count the steps up"
    return subject.at(STEPS_MISNUMBERED, message, hint, *run.spans[place], fix=fix)


def _counted_up(run: Run) -> Fix | None:
    """Return the fix that counts a list up from its first number; None where a marker would become wider."""
    edits = []
    for number, span in enumerate(run.spans, run.numbers[0]):
        digits = Span(span.start, span.end - 1)
        if len(str(number)) != digits.end - digits.start:
            return None
        if number != run.numbers[number - run.numbers[0]]:
            edits.append(Edit(digits, str(number)))
    return Fix(tuple(edits), "count the list up")


def _headings(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every heading "Step 3" that does not follow a "Step 2" of its level."""
    last: dict[tuple[int, str], Numbered] = {}
    for heading in numbered(subject):
        last = {kind: before for kind, before in last.items() if kind[0] <= heading.level}
        before = last.get((heading.level, heading.word))
        if heading.first is None:
            last = {
                kind: each._replace(may_begin_again=True) if kind[0] == heading.level else each
                for kind, each in last.items()
            }
            continue
        if before is not None and not _follows(heading, before):
            message = f"{heading.word or 'step'} {heading.first} follows {heading.word or 'step'} {before.last}"
            hint = "count the headings up, and see what refers to them"
            yield subject.at(STEPS_MISNUMBERED, message, hint, *heading.span)
        last[heading.level, heading.word] = heading


def _follows(heading: Numbered, before: Numbered) -> bool:
    """Tell whether one heading may stand behind another; "Step 2 - 3 eggs" may have meant a range or not."""
    assert heading.first is not None
    assert before.first is not None
    if heading.first == 1 and (before.last != 1 or before.may_begin_again):
        return True
    if heading.letter and before.letter and heading.first == before.first:
        return ord(heading.letter) == ord(before.letter) + 1
    return before.first + 1 <= heading.first <= before.last + 1


RULE = Rule(STEPS_MISNUMBERED, check)
