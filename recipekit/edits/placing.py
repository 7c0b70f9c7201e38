"""Edits of the words that a reader sees → edits of the source, with the markup between the words left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from recipekit.model import Wording
from recipekit.parse.inline import ENTITY
from recipekit.source import Edit, Span

_TOKEN = re.compile(r"\S+")
_MARKUP = re.compile(r"\*+|_+|`+")


class _Run(NamedTuple):
    """Words that stand in the source as they are: where in the text and where in the source."""

    start: int
    end: int
    place: int
    over: int = 0  # by how much the source is longer: "&frac12;" is one character to a reader

    def at(self, position: int) -> int:
        """Return the place in the source of a place in the text."""
        return self.place + position - self.start + (self.over if position == self.end else 0)


class _Token(NamedTuple):
    """A word of the text that is to be replaced: its place in the source, and the blanks before it in the same run."""

    span: Span
    gap: Span


def placed(words: Wording, edit: Edit, source: str) -> list[Edit] | None:
    """Return the edits on *source* that make *edit* in *words*; None where the words have no place there.

    Markup within stays, and the new words are dealt out over the runs of the old ones.

    >>> words = Wording("4 cups oil", 1, ((0, 2), (1, 5)))
    >>> placed(words, Edit(Span(0, 6), "950 ml"), "**4** cups oil")
    [Edit(span=Span(start=2, end=3), text='950'), Edit(span=Span(start=6, end=10), text='ml')]
    """
    if not words.places:
        return None
    start, end = edit.span
    if start == end:
        return [Edit(Span(*[_insertion(words, start, source)] * 2), edit.text)]
    runs = list(_runs(words, edit.span, source))
    whole = Span(runs[0].at(start), runs[-1].at(end))
    if len(runs) == 1:
        return [Edit(whole, edit.text)]
    if not edit.text.strip() and _is_balanced(source, runs):
        return [Edit(whole, edit.text)]
    return _dealt_out(words.text, runs, edit, source)


def _insertion(words: Wording, position: int, source: str) -> int:
    """Return where to insert: right behind the character before, in the same run."""
    if position == 0:
        return words.places[0][1]
    (run,) = _runs(words, Span(position - 1, position), source)
    return run.at(position)


def _runs(words: Wording, span: Span, source: str) -> Iterator[_Run]:
    ends = [at for at, _ in words.places[1:]] + [len(words.text)]
    for (at, place), stop in zip(words.places, ends, strict=True):
        start, end = max(at, span.start), min(stop, span.end)
        if start < end:
            first = place + start - at
            entity = ENTITY.match(source, first) if source[first] == "&" and words.text[start] != "&" else None
            yield _Run(start, end, first, len(entity[0]) - 1 if entity else 0)


def _is_balanced(source: str, runs: list[_Run]) -> bool:
    """Tell whether the markup between *runs* opens and closes among them, so that it may go with them."""
    gaps = [source[one.at(one.end) : other.place] for one, other in pairwise(runs)]
    marks = [mark for gap in gaps for mark in _MARKUP.findall(gap)]
    return not "".join(gaps).strip("*_` ") and all(marks.count(mark) % 2 == 0 for mark in marks)


def _dealt_out(text: str, runs: list[_Run], edit: Edit, source: str) -> list[Edit]:
    """Give each old word a new one, the last of them all the new ones that are left, and take away what is over."""
    old = [token for run in runs for token in _tokens(text, run, source)]
    new = list(_TOKEN.finditer(edit.text))
    edits = []
    for index, token in enumerate(old):
        if index >= len(new):
            edits += [Edit(token.gap, ""), Edit(token.span, "")]
            continue
        last = index == len(old) - 1
        said = edit.text[new[index].start() :].rstrip() if last else new[index][0]
        blank = edit.text[new[index - 1].end() : new[index].start()] if index else ""
        if index and not blank and token.gap.end > token.gap.start:
            edits.append(Edit(token.gap, ""))
        if index and blank and _is_glued(old[index - 1], token, source):
            said = blank + said
        edits.append(Edit(token.span, said))
    return [edit for edit in edits if source[edit.span.start : edit.span.end] != edit.text]


def _is_glued(before: _Token, token: _Token, source: str) -> bool:
    """Tell whether no blank stands between two words, nor in the markup between them."""
    return not any(character.isspace() for character in source[before.span.end : token.span.start])


def _tokens(text: str, run: _Run, source: str) -> Iterator[_Token]:
    done = run.start
    for found in _TOKEN.finditer(text, run.start, run.end):
        start, end = found.span()
        gap = Span(run.at(done), run.at(start)) if start > done else Span(run.at(start), run.at(start))
        if "\n" in source[gap.start : gap.end]:
            gap = Span(gap.end, gap.end)  # a line end stays
        yield _Token(Span(run.at(start), run.at(end)), gap)
        done = end
