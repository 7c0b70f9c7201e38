"""Tables that their author padded into columns are padded again, by the width that a terminal or an editor shows.

A column is padded where its header, its line of dashes and two thirds of its cells are equally wide; a table, where all
of its columns but the last are. Elsewhere not one blank changes. A column stays as tight as it was.

Edits and padding, then the inverse edits and padding, give back the text byte for byte, except where the text between
does not show how it was:

- A cell that was not as wide as its column now is, so that it counts as one of its cells; or a ragged table, by chance,
  looks padded.
- Every cell now fills its column or is empty, so that nothing but a colon tells on which side the blanks were.
- It had fewer than three dashes and grew to three, or it shrank to three and had its blanks on one side only.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from recipekit.parse.tables import cells_of, is_delimiter
from recipekit.source import Edit, Span, apply_edits

_PREFIX = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t>]*")
_BARRED = re.compile(r"^[^|\n]*\|[^\n]*(?:\n[^|\n]*\|[^\n]*)+", re.MULTILINE)
_FEWEST = 3  # dashes below a header, which every reader of Markdown takes for a table


class _Cell(NamedTuple):
    """What stands between two bars: its words between their blanks, the words after the edits, how many those are."""

    start: int
    lead: int
    words: str
    trail: int
    new: str
    edits: int = 0

    @property
    def width(self) -> int:
        """How wide it is from bar to bar."""
        return self.lead + _width(self.words) + self.trail


class _Row(NamedTuple):
    """A row of a table: its line, what stands before it, its cells, and whether it has its outer bars."""

    line: Span
    prefix: str
    cells: tuple[_Cell, ...]
    opened: bool
    closed: bool


class _Column(NamedTuple):
    """A padded column: its width, the cells that are so wide, the fewest blanks that one of them has on each side.

    *side* is where most of its words stand; *uneven* tells that of the blanks around centred words the odd one leads.
    """

    width: int
    cells: tuple[_Cell, ...]
    dashes: _Cell
    lead: int
    trail: int
    side: str
    uneven: bool


def padded(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    r"""Return *edits* and those that pad again each padded table in which they change words.

    A table in which an edit changes more than the words of one cell is left as the edits make it.

    >>> table = "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n"
    >>> print(apply_edits(table, padded(table, [Edit(Span(36, 41), "Oil")])), end="")
    | Food | kcal |
    | ---- | ---- |
    | Oil  | 440  |
    """
    edits = sorted(edits)
    more: list[Edit] = []
    for table in _tables(text) if edits else ():
        first = bisect_left(edits, table.start, key=lambda edit: edit.span.end)
        last = bisect_left(edits, table.end, key=lambda edit: edit.span.start)
        within = [_moved(edit, -table.start) for edit in edits[first:last]]
        more += [_moved(pad, table.start) for pad in _padding(text[slice(*table)], within)]
    return tuple(sorted((*edits, *more)))


def new_rows(text: str, after: int, rows: Sequence[Sequence[str]]) -> tuple[Edit, ...]:
    r"""Return the edits that add *rows* of cells, in Markdown, below the row on whose line the place *after* lies.

    They are written as that row is. Where the table is padded so are they, and the others again where a new cell is
    wider than its column. Below a header they go below its dashes. Outside of tables there are no edits.
    """
    table = next((each for each in _tables(text) if each.start <= after <= each.end), None)
    if table is None or not rows:
        return ()
    grid = _grid(text[slice(*table)], ())
    above = next((row for row in reversed(grid[2:]) if row.line.start + table.start <= after), grid[1])
    count = len(grid[1].cells)
    filled = [[*row[:count], *[""] * (count - len(row))] for row in rows]
    columns = {
        number: (column, _fitted(column, max(_width(row[number]) for row in filled)))
        for number, column in _columns(grid).items()
    }
    lines = "".join(_line(row, above, grid[0] if above is grid[1] else above, columns) for row in filled)
    pads = (pad for column, width in columns.values() for pad in _pads(column, width))
    edits = sorted((*pads, Edit(Span(above.line.end, above.line.end), lines)))
    return tuple(_moved(edit, table.start) for edit in edits)


def _line(row: list[str], above: _Row, like: _Row, columns: dict[int, tuple[_Column, int]]) -> str:
    """Return a new line below *above*, the blanks in its cells as in *like*, in padded *columns* as many as fit."""
    cells = []
    for number, words in enumerate(row):
        model = like.cells[number] if number < len(like.cells) else None
        lead, trail = (min(1, model.lead), min(1, model.trail)) if model and model.words else (1, 1)
        if number in columns:
            lead, trail = _blanks(columns[number][0], _Cell(0, 0, "", 0, words), columns[number][1])
        cells.append(" " * lead + words + " " * trail if words or number in columns else " ")
    if not above.opened and not row[0]:
        cells[0] = f"|{cells[0][1:] or ' '}"  # a bar with nothing before it would be taken for the outer one
    line = f"{'|' if above.opened else ''}{'|'.join(cells)}{'|' if above.closed else ''}"
    return f"\n{above.prefix}{line if above.closed else line.rstrip(' ')}"


def _tables(text: str) -> Iterator[Span]:
    """Yield where tables stand: lines with a bar that follow each other, from the one above the first dashes on."""
    for block in _BARRED.finditer(text):
        start = block.start()
        for above, line in pairwise(block[0].split("\n")):
            if is_delimiter(_divided(line)[1]):
                yield Span(start, block.end())
                break
            start += len(above) + 1


def _divided(line: str) -> tuple[str, str]:
    """Return the block prefix of a line, and what stands behind it."""
    prefix = _PREFIX.match(line)
    at = prefix.end() if prefix else 0
    return line[:at], line[at:].rstrip()


def _moved(edit: Edit, by: int) -> Edit:
    return Edit(Span(edit.span.start + by, edit.span.end + by), edit.text)


def _padding(table: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return the edits that pad *table* again; none where one of *edits* is not on the words of one cell."""
    grid = _grid(table, edits) if edits else ()
    if not grid or sum(cell.edits for row in grid for cell in row.cells) != len(edits):
        return []
    return [pad for column in _columns(grid).values() for pad in _pads(column, _fitted(column, 0))]


def _grid(table: str, edits: Sequence[Edit]) -> tuple[_Row, ...]:
    """Return the rows of a table, its header and its line of dashes first, with what the *edits* make of the words."""
    rows: list[_Row] = []
    lines = table.split("\n")
    count = len(cells_of(_divided(lines[1])[1]))
    start = 0
    for line in lines:
        prefix, body = _divided(line)
        at = start + len(prefix)
        places = cells_of(body, count)
        near = edits if len(rows) != 1 else ()  # dashes are no words
        cells = tuple(_cell(table, at + first, at + last, near) for first, last in places)
        rows.append(_Row(Span(start, start + len(line)), prefix, cells, body[:1] == "|", places[-1][1] < len(body)))
        start += len(line) + 1
    return tuple(rows)


def _cell(table: str, start: int, end: int, edits: Sequence[Edit]) -> _Cell:
    first = bisect_left(edits, start, key=lambda edit: edit.span.start)
    last = bisect_right(edits, end, key=lambda edit: edit.span.start)
    raw = table[start:end]
    low, high = end - len(raw.lstrip(" ")), start + len(raw.rstrip(" "))
    if low >= high:
        low = high = edits[first].span.start if first < last else start
    within = [edit for edit in edits[first:last] if low <= edit.span.start <= edit.span.end <= high]
    words = table[low:high]
    new = apply_edits(words, [_moved(edit, -low) for edit in within])
    return _Cell(start, low - start, words, end - high, new, len(within))


def _width(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - only for what is written

    return cell_len(text)


def _columns(grid: tuple[_Row, ...]) -> dict[int, _Column]:
    """Return the columns that are padded, by their numbers; none where one but the last is not."""
    if any("\t" in cell.words for row in grid for cell in row.cells):
        return {}
    *inner, last = (_column(grid, number) for number in range(len(grid[1].cells)))
    ends = [last] if all(row.closed for row in grid) else []
    return {} if None in inner else {number: each for number, each in enumerate([*inner, *ends]) if each}


def _column(grid: tuple[_Row, ...], number: int) -> _Column | None:
    """Return a column, None if it is not padded; a cell without a bar behind it is never as wide as the others."""
    barred = [row.cells if row.closed else row.cells[:-1] for row in grid]
    if min(len(barred[0]), len(barred[1])) <= number:
        return None
    header, dashes, *body = (cells[number] for cells in barred if len(cells) > number)
    cells = tuple(cell for cell in (header, *body) if cell.width == dashes.width)
    if header.width != dashes.width or 3 * (len(cells) - 1) < 2 * len(grid[2:]):
        return None
    worded = [cell for cell in cells if cell.words]
    lead = min((cell.lead for cell in worded), default=1)
    trail = min((cell.trail for cell in worded), default=1)
    uneven = sum(cell.lead - cell.trail for cell in worded if abs(cell.lead - cell.trail) == 1) > 0
    leans = [(cell.trail == trail) - (cell.lead == lead) if cell.words else 0 for cell in cells]
    side = "right" if (sum(leans[1:]) or (1 if dashes.words.endswith("-:") else leans[0])) > 0 else "left"
    if dashes.words[0] == dashes.words[-1] == ":":
        astray = sum(abs(cell.lead - cell.trail) > 1 for cell in worded)
        side = "centre" if 2 * astray <= len(worded) else side
    return _Column(dashes.width, cells, dashes, lead, trail, side, uneven)


def _fitted(column: _Column, least: int) -> int:
    """Return how wide a column becomes whose widest words, and some *least* wide ones, are to fit as tightly as before.

    Words that need less than the fewest dashes count as if they needed those: how much that is, is told by the blanks
    on the side where the words stand and beside the dashes, which no edit changes, so that the way back finds the same.
    """
    count = column.dashes.words.count("-")
    apart = column.width - count + (_FEWEST if count >= _FEWEST else 1)
    near, beside = column.lead, column.dashes.trail
    if column.side == "right":
        near, beside = column.trail, column.dashes.lead
    elif column.side == "centre":
        near = min(1, column.lead, column.trail)
    narrow = apart - near - (beside or near)
    before = max(narrow, *(_width(cell.words) for cell in column.cells))
    after = max(narrow, least, *(_width(cell.new) for cell in column.cells))
    return max(apart, column.width + after - before)


def _pads(column: _Column, width: int) -> Iterator[Edit]:
    """Yield the edits on the blanks of a column that becomes *width* wide, and on its dashes."""
    for cell in column.cells:
        if width == column.width and _width(cell.words) == _width(cell.new):
            continue
        lead, trail = _blanks(column, cell, width)
        words = cell.start + cell.lead
        end = words + len(cell.words)
        if lead != cell.lead:
            yield Edit(Span(cell.start, words), " " * lead)
        if trail != cell.trail:
            bar = "" if cell.trail else "|"  # put anew, because two insertions at one place would have no order
            yield Edit(Span(end, end + cell.trail + len(bar)), " " * trail + bar)
    if width != column.width:
        dashes = column.dashes
        first, count = dashes.start + dashes.lead + dashes.words.index("-"), dashes.words.count("-")
        yield Edit(Span(first, first + count), "-" * (count + width - column.width))


def _blanks(column: _Column, cell: _Cell, width: int) -> tuple[int, int]:
    """Return how many blanks stand before and behind the words of a cell that becomes *width* wide."""
    room = width - _width(cell.new)
    side = _side_of(column, cell)
    if side == "centre":
        lead = room // 2 + (room % 2 if (cell.lead - cell.trail or column.uneven) > 0 else 0)
    elif side == "left":
        lead = min(cell.lead if cell.words else column.lead, room)
    else:
        lead = room - min(cell.trail if cell.words else column.trail, room)
    return lead, room - lead


def _side_of(column: _Column, cell: _Cell) -> str:
    """Return where the words of a cell stand: where it has the fewest blanks that any has, else by its own blanks."""
    before, behind = cell.lead - column.lead, cell.trail - column.trail
    if not cell.words or (before == behind == 0):
        return column.side
    if column.side == "centre" or (before and behind):
        even = abs(cell.lead - cell.trail) <= 1
        return "centre" if even else "left" if cell.lead < cell.trail else "right"
    return "right" if before else "left"
