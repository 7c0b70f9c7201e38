"""Tables: split by hand, because a table with one ragged row is a plain paragraph to mistune.

A row with cells too few is filled up, one with cells too many loses the last, as GitHub's Markdown does; only where a
``|`` inside a code span or a link is what makes too many, it is taken as text.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from recipekit.parse.markdown import Line

_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_LONGEST = 5000  # code points of a row that is looked through for links
_BAR = re.compile(r"(?<!\\)\|")
_GUARDED = r"`[^`]*`|\]\([^)]*\)|\[[^\]]*\]|\\\||\|"


class Row(NamedTuple):
    """A row of a table: as many cells as the header has, each with its place.

    *ragged* tells that it was written with more or fewer.
    """

    cells: tuple[Line, ...]
    ragged: bool
    number: int


class Table(NamedTuple):
    """A table: the lines of the paragraph before it, its header, its rows, and the lines after it."""

    before: list[Line]
    header: Row
    rows: tuple[Row, ...]
    after: list[Line]


def find_table(lines: list[Line]) -> Table | None:
    """Return the table among the lines of a paragraph, None if there is none."""
    for index in range(1, len(lines)):
        if is_delimiter(lines[index].text) and "|" in lines[index - 1].text:
            break
    else:
        return None
    width = len(cells_of(lines[index].text))
    end = index + 1
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    header = _row(lines[index - 1], width)
    rows = tuple(_row(line, width) for line in lines[index + 1 : end])
    return Table(lines[: index - 1], header, rows, lines[end:])


def _row(line: Line, width: int) -> Row:
    pieces = cells_of(line.text)
    ragged = len(pieces) != width
    if len(pieces) > width:
        pieces = cells_of(line.text, width)
    cells = [_cell(line, *piece) for piece in pieces[:width]]
    cells += [Line("", None, line.number)] * (width - len(cells))
    return Row(tuple(cells), ragged, line.number)


def _cell(line: Line, start: int, end: int) -> Line:
    text = line.text[start:end].lstrip()
    start = end - len(text)
    stripped = text.rstrip()
    return Line(stripped, None if line.offset is None else line.offset + start, line.number)


def is_delimiter(text: str) -> bool:
    """Tell whether a line without its block prefix is the one of dashes below a table's header."""
    return "-" in text and "|" in text and _DELIMITER.fullmatch(text) is not None


def cells_of(text: str, width: int | None = None) -> list[tuple[int, int]]:
    """Return where the cells of a row stand, the blanks beside their words included, the outer bars not.

    Of a row with more than *width* cells, bars within code spans and links are taken as text where that helps.

    >>> cells_of("| 2 cups | 440 |")
    [(1, 9), (10, 15)]
    """
    pieces = _split(text, guarded=False)
    if width is not None and len(pieces) > width:
        guarded = _split(text, guarded=len(text) < _LONGEST)
        pieces = guarded if len(guarded) <= width else pieces
    return pieces


def _split(text: str, *, guarded: bool) -> list[tuple[int, int]]:
    """Return the places of the cells of a row, the outer bars left out."""
    if guarded:
        bars = [found.start() for found in re.finditer(_GUARDED, text) if found[0] == "|"]
    else:
        bars = [found.start() for found in _BAR.finditer(text)]
    edges = [-1, *bars, len(text)]
    if bars and bars[0] == 0:
        edges = edges[1:]
    if bars and bars[-1] == len(text) - 1 and len(edges) > 2:
        edges = edges[:-1]
    return [(first + 1, second) for first, second in pairwise(edges)]
