"""What every section's reader shares: the source, the reference definitions, and the problems found so far."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from recipekit.diagnostics import UNKNOWN_COMMENT, UNPLACED_TEXT, UNREADABLE_AMOUNT, Diagnostic
from recipekit.model import Note, Quantity, Wording
from recipekit.parse.inline import Inline, read_inline
from recipekit.parse.markdown import Block, Line
from recipekit.parse.prose.reading import read_prose
from recipekit.parse.prose.sentences import NOTHING_LISTED
from recipekit.parse.sayings import SAYINGS, saying
from recipekit.source import Source, Span

_COMMENT = r"<!--.*?(?:-->|\Z)"
_TASK = r"\[[ xX]\]\s+"
_BOLD_LINE = re.compile(r"(?:\*\*(?:[^*]|\*(?!\*))+\*\*|__[^_]+__)\s*:?")


class Reading:
    """One recipe while it is read.

    *listed* is what it lists as ingredients, *serves* how many it feeds, *lang* the language that it says it is in.
    """

    def __init__(self, source: Source, references: dict[str, Any], problems: list[Diagnostic]) -> None:
        self.source = source
        self.references = references
        self.problems = problems
        self.listed = NOTHING_LISTED
        self.serves: int | None = None
        self.lang = ""

    def inline(self, lines: list[Line]) -> Inline:
        """Return what a reader sees of *lines*; what has no place in the source is reported."""
        inline = read_inline(lines, self.references)
        if not inline.placed:
            message = f'"{_short(inline.wording.text)}" could not be placed in the source: it is shown, but not edited'
            self.problems.append(Diagnostic(UNPLACED_TEXT, message, lines[0].number, 1, "write it with simpler markup"))
        for _, said in inline.wording.sayings:
            self.known(said, lines[0].number)
        return inline

    def known(self, said: str, line: int) -> None:
        """Report a comment for recipekit that says nothing it knows."""
        if said not in SAYINGS:
            message = f'"recipekit: {_short(said)}" says nothing that recipekit knows'
            self.problems.append(Diagnostic(UNKNOWN_COMMENT, message, line, 1, "write fixed or scale"))

    def told(self, wording: Wording, block: Block) -> Wording:
        """Return *wording* with what a comment on the lines below it says."""
        said = saying("\n".join(line.text for line in block.lines)) if is_comment(block) else None
        if said is None:
            return wording
        self.known(said, block.lines[0].number)
        whole = len(wording.text) + 1  # behind all of it; of several comments below a text the last counts
        return wording._replace(sayings=(*(each for each in wording.sayings if each[0] < whole), (whole, said)))

    def prose(self, wording: Wording) -> tuple[Quantity, ...]:
        """Return every number of a sentence, classified."""
        quantities, unreadable = read_prose(wording, self.listed, self.serves, self.lang)
        self.report(wording, unreadable)
        return quantities

    def note(self, lines: list[Line]) -> Note:
        """Return a paragraph as a note."""
        wording = self.inline(lines).wording
        return Note(wording, self.prose(wording))

    def report(self, wording: Wording, unreadable: list[Span]) -> None:
        """Report the numbers of *wording* that no cook can mean."""
        for start, end in unreadable:
            place = wording.span(start, end)
            line = self.source.line_at(place.start) if place else wording.line
            column = self.source.column_at(place.start) if place else 1
            message = f'"{_short(wording.text[start:end])}" is no amount and was kept as text'
            self.problems.append(Diagnostic(UNREADABLE_AMOUNT, message, line, column, "write it as a number"))

    @cached_property
    def rows(self) -> list[str]:
        """The lines of the source."""
        return self.source.text.split("\n")

    def raw(self, block: Block) -> str:
        """Return the Markdown of *block* as written, its fences included."""
        numbers = [line.number for leaf in block.leaves() for line in leaf.lines]
        if not numbers:
            return ""
        rows = self.rows
        first, last = min(numbers) - 1, max(numbers)
        if block.kind == "code" and first and rows[first - 1].lstrip()[:3] in ("```", "~~~"):
            first, last = first - 1, last + 1
        return "\n".join(rows[first:last]).strip("\n")


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:37] + "…"


def without_task_box(lines: list[Line]) -> list[Line]:
    """Return the lines of a list item without the ``[ ]`` of a task."""
    box = re.match(_TASK, lines[0].text) if lines[0].text[0] == "[" else None
    if box is None:
        return lines
    first = lines[0]
    offset = None if first.offset is None else first.offset + box.end()
    return [Line(first.text[box.end() :], offset, first.number), *lines[1:]]


def is_label(lines: list[Line]) -> bool:
    """Tell whether a paragraph is a heading in disguise: a bold line, or "For the sauce:"."""
    if len(lines) != 1 or len(lines[0].text) > 80:
        return False
    text = lines[0].text
    return bool(_BOLD_LINE.fullmatch(text)) or (text.endswith(":") and text.count(":") == 1)


def is_comment(block: Block) -> bool:
    """Tell whether a block is an HTML comment, which nobody reads; words behind one on its last line are read."""
    if block.kind != "html" or not block.lines or not block.lines[0].text.startswith("<!--"):
        return False
    text = "\n".join(line.text for line in block.lines)
    return not re.sub(_COMMENT, "", text, flags=re.DOTALL).strip()


def paragraphs(block: Block) -> Iterator[Block]:
    """Yield every paragraph within *block*, comments left out."""
    for leaf in block.leaves():
        if not is_comment(leaf):
            yield leaf
