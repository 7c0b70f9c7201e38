"""The headings of a file, those underlined with ``===`` and ``---`` among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from recipekit.check.outline import Outline

_UNDERLINE = re.compile(r"^ {0,3}(={2,}|-{2,})[ \t]*$", re.MULTILINE)
_NO_PARAGRAPH = re.compile(
    r"\t| {4}| {0,3}(?:#{1,6}(?:[ \t]|$)|[-*+](?:[ \t]|$)|\d{1,9}[.)][ \t]|>|\||:::|===|---|\*\*\*$)"
)


class Headline(NamedTuple):
    """A heading: its level, its words, the offsets of its first character and behind its last, and where it is over."""

    level: int
    title: str
    start: int
    end: int
    below: int


def headlines(outline: Outline) -> list[Headline]:
    """Return the headings of the body, in order."""
    marked, underlined = list(_marked(outline)), list(_underlined(outline))
    return sorted([*marked, *underlined], key=lambda each: each.start) if underlined else marked


def _marked(outline: Outline) -> Iterator[Headline]:
    text = outline.source.text
    for heading in outline.headings:
        over = text.find("\n", heading.offset)
        over = len(text) if over < 0 else over
        end = heading.offset + len(text[heading.offset : over].rstrip())
        yield Headline(heading.level, heading.title, heading.offset, end, over)


def _underlined(outline: Outline) -> Iterator[Headline]:
    """Yield what stands above a line of ``=`` or ``-``, if it is the last line of a paragraph."""
    text = outline.words
    for line in _UNDERLINE.finditer(text, outline.body) if "\n==" in text or "\n--" in text else ():
        start = max(text.rfind("\n", 0, max(line.start() - 1, 0)) + 1, outline.body)
        above = text[start : max(line.start() - 1, start)]
        title = above.strip()
        if title and not _NO_PARAGRAPH.match(above):
            start += above.index(title)
            yield Headline(1 if line[1][0] == "=" else 2, title, start, start + len(title), line.end())
