"""Tables that their author padded into columns are padded again, by the width that a terminal or an editor shows.

A column is padded where its header, its line of dashes and two thirds of its cells are equally wide; a table, where all
of its columns but the last are. Elsewhere not one blank changes. A column stays exactly as tight as it was, so that
the inverse edits give back the very blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recipekit.parse.tables import cells_of, is_delimiter
from recipekit.source import Edit, Span, apply_edits

_PREFIX = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?[ \t>]*")
_FEWEST = 3  # dashes below a header, which every reader of Markdown takes for a table


class Cell(NamedTuple):
    """What stands between two bars: where it begins, its text, and its text after the edits."""

    start: int
    text: str
    new: str

    @property
    def lead(self) -> int:
        """How many blanks stand before the words."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def trail(self) -> int:
        """How many blanks stand behind the words; all of them, where there are none, stand before."""
        return len(self.text) - len(self.text.rstrip()) if self.text.strip() else 0


class Row(NamedTuple):
    """A row of a table: where its line begins and ends, what stands before it, its cells, and whether a bar ends it."""

    start: int
    end: int
    prefix: str
    cells: tuple[Cell, ...]
    opened: bool
    closed: bool


class Grid(NamedTuple):
    """A table as it is written: its header, its line of dashes, its rows."""

    header: Row
    dashes: Row
    body: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """Every row with words in it."""
        return (self.header, *self.body)


def padded(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    r"""Return *edits* and those that pad again each padded table in which they change a cell.

    >>> table = "| Food  | kcal |\n| ----- | ---- |\n| Beans | 440  |\n"
    >>> print(apply_edits(table, padded(table, [Edit(Span(36, 41), "Oil")])), end="")
    | Food | kcal |
    | ---- | ---- |
    | Oil  | 440  |
    """
    edits = tuple(sorted(edits))
    more: list[Edit] = []
    done = 0
    for edit in edits:
        if edit.span.start < done:
            continue
        grid = _grid_at(text, edit.span.start, edits)
        if grid is not None:
            done = (grid.body or (grid.dashes,))[-1].end
            more += [pad for column in _columns(grid) for pad in _padding(grid, column, 0)]
    return tuple(sorted((*edits, *more)))


def new_rows(text: str, after: int, rows: Sequence[Sequence[str]]) -> tuple[Edit, ...]:
    """Return the edits that add *rows* of cells below the row on whose line *after* stands, written as it is.

    Where the table is padded the new rows are too, and the others with them where a new cell is wider than its column.
    """
    grid = _grid_at(text, after, ())
    if grid is None:
        return ()
    like = next(row for row in grid.rows if row.start <= after <= row.end)
    width = len(grid.dashes.cells)
    filled = [[*row[:width], *[""] * (width - len(row))] for row in rows]
    columns = {column: max(_width(row[column]) for row in filled) for column in _columns(grid)}
    edits = [edit for column, least in columns.items() for edit in _padding(grid, column, least)]
    lines = ""
    for row in filled:
        cells = [_laid_out(grid, like, column, words, columns) for column, words in enumerate(row)]
        line = f"{'|' if like.opened else ''}{'|'.join(cells)}{'|' if like.closed else ''}"
        lines += f"\n{like.prefix}{line if like.closed else line.rstrip()}"
    return (*edits, Edit(Span(like.end, like.end), lines))


def _laid_out(grid: Grid, like: Row, column: int, words: str, columns: dict[int, int]) -> str:
    cell = like.cells[column] if column < len(like.cells) else Cell(0, " ", " ")
    if column in columns:
        width = _new_width(grid, column, columns[column])
        lead, trail = _blanks(grid, column, cell._replace(new=words), width)
        return " " * lead + words + " " * trail
    if not words:
        return " "
    filled = bool(cell.text.strip())
    return " " * (cell.text.startswith(" ") or not filled) + words + " " * (cell.text.endswith(" ") or not filled)


def _grid_at(text: str, position: int, edits: Sequence[Edit]) -> Grid | None:
    """Return the table in which *position* stands, its cells with the *edits* in them; None where it is in none."""
    lines = list(_lines_around(text, position))
    for index in range(1, len(lines)):
        line = lines[index][1]
        prefix = _PREFIX.match(line)
        if prefix and is_delimiter(line[prefix.end() :].rstrip()):
            width = len(cells_of(line[prefix.end() :].rstrip()))
            first, *rest = (_row(text, *each, width, edits) for each in lines[index - 1 :])
            return Grid(first, rest[0], tuple(rest[1:])) if lines[index - 1][0] <= position else None
    return None


def _lines_around(text: str, position: int) -> Iterator[tuple[int, str]]:
    """Yield start and text of the lines with a bar in them that stand together around *position*."""
    start = text.rfind("\n", 0, position) + 1
    while start:
        before = text.rfind("\n", 0, start - 1) + 1
        if "|" not in text[before : start - 1]:
            break
        start = before
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if "|" not in text[start:end]:
            return
        yield start, text[start:end]
        start = end + 1


def _row(text: str, start: int, line: str, width: int, edits: Sequence[Edit]) -> Row:
    prefix = _PREFIX.match(line)
    at = prefix.end() if prefix else 0
    body = line[at:].rstrip()
    pieces = cells_of(body, width)
    cells = tuple(_cell(text, start + at + first, start + at + last, edits) for first, last in pieces)
    closed = bool(pieces) and pieces[-1][1] < len(body)
    return Row(start, start + len(line), line[:at], cells, body.startswith("|"), closed)


def _cell(text: str, start: int, end: int, edits: Sequence[Edit]) -> Cell:
    within = [Edit(Span(a - start, b - start), new) for (a, b), new in edits if start <= a <= b <= end]
    return Cell(start, text[start:end], apply_edits(text[start:end], within))


def _width(text: str) -> int:
    from rich.cells import cell_len  # noqa: PLC0415 - only for what is written

    return cell_len(text.strip())


def _raw_width(cell: Cell) -> int:
    return _width(cell.text) + (cell.lead + cell.trail)


def _columns(grid: Grid) -> list[int]:
    """Return the columns that are padded; none, where one but the last is not."""
    if any("\t" in cell.text for row in grid.rows for cell in row.cells):
        return []
    width = len(grid.dashes.cells)
    found = [_is_padded(grid, column) for column in range(width)]
    return [column for column in range(width) if found[column]] if all(found[:-1]) else []


def _is_padded(grid: Grid, column: int) -> bool:
    rows = (grid.header, grid.dashes, *grid.body)
    if any(len(row.cells) <= column for row in rows[:2]):
        return False
    if column == len(grid.dashes.cells) - 1 and not all(row.closed for row in rows):
        return False
    width = _raw_width(grid.header.cells[column])
    members = _members(grid, column, width)
    return _raw_width(grid.dashes.cells[column]) == width and 3 * (len(members) - 1) >= 2 * len(grid.body)


def _members(grid: Grid, column: int, width: int) -> list[Cell]:
    cells = [row.cells[column] for row in grid.rows if len(row.cells) > column]
    return [cell for cell in cells if _raw_width(cell) == width]


def _new_width(grid: Grid, column: int, least: int) -> int:
    """Return how wide a padded column becomes when its widest words, and some *least* wide ones, are to fit in it."""
    width = _raw_width(grid.header.cells[column])
    members = _members(grid, column, width)
    dashes = _FEWEST + grid.dashes.cells[column].text.count(":")
    before = max(dashes, *(_width(cell.text) for cell in members))
    return width - before + max(dashes, least, *(_width(cell.new) for cell in members))


def _padding(grid: Grid, column: int, least: int) -> Iterator[Edit]:
    """Yield the edits on the blanks of a padded column, and on its dashes."""
    old = _raw_width(grid.header.cells[column])
    width = _new_width(grid, column, least)
    for cell in _members(grid, column, old):
        if width == old and cell.text == cell.new:
            continue
        lead, trail = _blanks(grid, column, cell, width)
        words, end = cell.start + cell.lead, cell.start + len(cell.text)
        if lead != cell.lead:
            yield Edit(Span(cell.start, words), " " * lead)
        if trail != cell.trail:
            yield Edit(Span(end - cell.trail, end), " " * trail)
    dashes = grid.dashes.cells[column]
    if width != old:
        first, last = dashes.text.index("-"), dashes.text.rindex("-") + 1
        count = max(1, last - first + width - old)
        yield Edit(Span(dashes.start + first, dashes.start + last), "-" * count)


def _blanks(grid: Grid, column: int, cell: Cell, width: int) -> tuple[int, int]:
    """Return how many blanks stand before and behind the words of *cell* of *width* columns, where they stood."""
    room = max(0, width - _width(cell.new))
    dashes = grid.dashes.cells[column].text.strip()
    if not cell.text.strip():
        return (1, room - 1) if cell.new.strip() and room else (room, 0)
    if dashes.startswith(":") and dashes.endswith(":") and abs(cell.lead - cell.trail) <= 1:
        lead = room // 2 if cell.lead <= cell.trail else room - room // 2
        return lead, room - lead
    if cell.lead > cell.trail or (cell.lead == cell.trail and _is_flush_right(grid, column)):
        return room - min(cell.trail, room), min(cell.trail, room)
    return min(cell.lead, room), room - min(cell.lead, room)


def _is_flush_right(grid: Grid, column: int) -> bool:
    """Tell on which side the words of a column stand, for a cell that fills it and does not show it."""
    dashes = grid.dashes.cells[column].text.strip()
    if ":" in dashes:
        return dashes.endswith(":") and not dashes.startswith(":")
    cells = [row.cells[column] for row in grid.rows if len(row.cells) > column]
    return sum((cell.lead > cell.trail) - (cell.lead < cell.trail) for cell in cells) > 0
