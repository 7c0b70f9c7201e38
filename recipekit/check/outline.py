"""The lines of a recipe's body as rules about form look at them: code and comments blanked, headings with places."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from recipekit.source import Source

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?[ \t]*(?:[ \t]#+[ \t]*)?$")
_MARKED = re.compile(r"^ {0,3}#.*", re.MULTILINE)
_FENCE = re.compile(r"^(?:[ \t>]*)(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t>]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(r"(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)")
_FRONT = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?^\1[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_NOT_BLANK = re.compile(r"[^\n]")


class Heading(NamedTuple):
    """A heading: its level from 1 to 6, its words as written, its line and the offset of its first mark."""

    level: int
    title: str
    line: int
    offset: int


class Outline:
    """The body of a file. Every offset counts in the file's text; what is blanked keeps its length."""

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def body(self) -> int:
        """The offset at which the body begins, behind the front matter."""
        front = _FRONT.match(self.source.text)
        return front.end() if front else 0

    @cached_property
    def uncoded(self) -> str:
        """The text with front matter, fenced code and code spans blanked; comments stand in it."""
        text = self.source.text
        text = _blanked(text[: self.body]) + text[self.body :]
        if "```" in text or "~~~" in text:
            text = _FENCE.sub(lambda found: _blanked(found[0]), text)
        return _CODE.sub(lambda found: _blanked(found[0]), text) if "`" in text else text

    @cached_property
    def words(self) -> str:
        """The text with front matter, code and comments blanked: what a reader sees, with its markup."""
        text = self.uncoded
        return _COMMENT.sub(lambda found: _blanked(found[0]), text) if "<!--" in text else text

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of `words`, the first of the file first."""
        return tuple(self.words.split("\n"))

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body that begin with ``#``, in order."""
        found = []
        for line in _MARKED.finditer(self.words):
            heading = _HEADING.match(line[0])
            if heading:
                place = line.start() + heading.start(1)
                found.append(Heading(len(heading[1]), (heading[2] or "").strip(), self.source.line_at(place), place))
        return tuple(found)


def _blanked(text: str) -> str:
    """Return as many blanks as *text* has characters, its line ends kept."""
    return _NOT_BLANK.sub(" ", text)
