"""Two light renderables: text with a hanging indent, and rows in columns.

rich's own tables would do, but one of fifteen rows costs more than reading the recipe; these only wrap what is long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.style import Style
from rich.text import Text

from recipekit.render.safe import visible

UNLIMITED = 100_000
"""A width that nothing is wrapped at: a pipe gets whole lines."""

_SAFE_LINKS = ("http://", "https://", "mailto:")
_LEAST = 12  # a column is not squeezed below this


def _wrapped(text: Text, console: Console, width: int) -> list[Text]:
    if width >= UNLIMITED // 2 or cell_len(text.plain) <= width:
        return list(text.split("\n", allow_blank=True)) if "\n" in text.plain else [text]
    return list(text.wrap(console, max(width, _LEAST)))


class Hanging:
    """A paragraph whose lines stand under its first word, behind *prefix*."""

    def __init__(self, prefix: Text, body: Text) -> None:
        self.prefix = prefix
        self.body = body

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        hang = cell_len(self.prefix.plain)
        lines = _wrapped(self.body, console, options.max_width - hang)
        for index, line in enumerate(lines):
            start = Text()
            yield start.append_text(self.prefix if index == 0 else Text(" " * hang)).append_text(line)


class Columns:
    """Rows of cells in columns; *right* names those that are flush right, *give* the one that gives way first."""

    def __init__(
        self, rows: Iterable[Sequence[Text]], *, indent: int = 0, right: Iterable[int] = (), give: Sequence[int] = (0,)
    ) -> None:
        self.rows = [list(row) for row in rows]
        self.indent = indent
        self.right = frozenset(right)
        self.give = give

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        widths = self._widths(options.max_width)
        for row in self.rows:
            cells = [_wrapped(cell, console, width) for cell, width in zip(row, widths, strict=True)]
            for line in range(max(map(len, cells))):
                yield self._line([cell[line] if line < len(cell) else Text() for cell in cells], widths)

    def _line(self, cells: list[Text], widths: list[int]) -> Text:
        result = Text(" " * self.indent)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            gap = " " * max(0, width - cell_len(cell.plain))
            if index in self.right:
                result.append(gap).append_text(cell)
            else:
                result.append_text(cell)
                if index < len(cells) - 1:
                    result.append(gap)
            if index < len(cells) - 1:
                result.append("  ")
        return result

    def _widths(self, room: int) -> list[int]:
        """Return how wide each column is: as its longest cell, squeezed where all together do not fit."""
        widths = [max(cell_len(cell.plain) for cell in column) for column in zip(*self.rows, strict=True)]
        excess = self.indent + sum(widths) + 2 * (len(widths) - 1) - room
        for index in self.give:
            if excess <= 0:
                break
            cut = min(excess, max(0, widths[index] - _LEAST))
            widths[index] -= cut
            excess -= cut
        return widths


def linked(text: str, url: str | None, *, clickable: bool) -> Text:
    """Return *text*, clickable where *url* is one that a browser may be handed."""
    if url and clickable and url.lower().startswith(_SAFE_LINKS) and url.isprintable() and " " not in url:
        return Text(visible(text), style=Style(link=url))
    return Text(visible(text))
