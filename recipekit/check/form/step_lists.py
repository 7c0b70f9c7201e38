"""The numbered lists of steps, each as a page shows it: where words stand between two items, another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recipekit.check.rule import Subject
from recipekit.model import Step
from recipekit.source import Span

_MARKER = re.compile(r"([ \t>]*(?:[-*+][ \t]+)?)(\d{1,9})[.)]")
_BEFORE_WORDS = re.compile(r"[ \t>]*")


class Run(NamedTuple):
    """One list: the numbers of its items and where their markers stand.

    *before* is the last number of the list above it among the same steps. A list *leans* where its markers do not stand
    below each other: some of its items may have been meant as parts of others.
    """

    numbers: tuple[int, ...]
    spans: tuple[Span, ...]
    before: int
    begins_behind_words: bool
    leans: bool


class _Item(NamedTuple):
    """One item: its number, the sign behind it, its marker's place, its line, and how far in the marker stands."""

    number: int
    sign: str
    span: Span
    line: int
    indent: int


def runs(subject: Subject, steps: Sequence[Step]) -> Iterator[Run]:
    """Yield the numbered lists among *steps*, those nested in them left out."""
    run: list[_Item] = []
    before = 0
    behind_words = False
    for step in steps:
        item = _item(subject, step) if step.marker is not None else None
        if run and (item is None or item.sign != run[-1].sign or _is_interrupted(subject, run[-1], item)):
            yield _run(run, before, behind_words=behind_words)
            before, behind_words, run = run[-1].number, True, []
        if item is not None:
            run.append(item)
    if run:
        yield _run(run, before, behind_words=behind_words)


def _run(items: Sequence[_Item], before: int, *, behind_words: bool) -> Run:
    numbers = tuple(item.number for item in items)
    leans = len({item.indent for item in items}) > 1
    return Run(numbers, tuple(item.span for item in items), before, behind_words, leans)


def _item(subject: Subject, step: Step) -> _Item | None:
    line = step.wording.line
    marker = _MARKER.match(subject.source.line_text(line)) if line > 0 else None
    if marker is None or f"{marker[2]}{marker[0][-1]}" != step.marker:
        return None
    start = subject.source.start_of_line(line)
    return _Item(
        int(marker[2]), marker[0][-1], Span(start + marker.start(2), start + marker.end()), line, len(marker[1])
    )


def _is_interrupted(subject: Subject, upper: _Item, lower: _Item) -> bool:
    """Tell whether words that belong to no item stand between two, behind a blank line or as a comment."""
    blank = False
    for line in range(upper.line + 1, lower.line):
        text = subject.source.line_text(line)
        begins = _BEFORE_WORDS.match(text)
        indent = begins.end() if begins else 0
        if indent == len(text):
            blank = True
        elif indent <= upper.indent and (blank or text.startswith(("<!--", ">", "#"), indent)):
            return True
    return False
