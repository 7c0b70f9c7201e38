"""A row of a table has not as many cells as its header.

A cell too few shifts nothing and is filled with blanks, but a cell too many is lost on the page: what stands in it is
read by nobody. A bar within a link or code span makes a cell too; escape it. In the tables of ingredients and calories
both are reported, in others only what is lost, and a header that does not fit its line of dashes.

Bad:

    ## Calories

    | Food | Quantity | kcal |
    | ---- | -------- | ---- |
    | Peas | 500 g    |

Good:

    ## Calories

    | Food | Quantity | kcal |
    | ---- | -------- | ---- |
    | Peas | 500 g    | 405  |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import RAGGED_TABLE, Diagnostic
from recipekit.parse.tables import cells_of, is_delimiter

_HINT = "give each row the same number of cells"


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield what the reader found, and for every other table the cells that no page shows."""
    known = [each for each in subject.recipe.diagnostics if each.problem is RAGGED_TABLE]
    yield from known
    if "|" not in subject.source.text:
        return
    seen = {each.line for each in known}
    lines = subject.outline.lines
    for number, line in enumerate(lines):
        if "|" in line and not line.strip(" \t>|:-") and number and is_delimiter(_bare(line)):
            yield from _in_table(subject, lines, number, seen)


def _in_table(subject: Subject, lines: Sequence[str], delimiter: int, seen: set[int]) -> Iterator[Diagnostic]:
    """Yield the findings in the table whose line of dashes is the one with the index *delimiter*."""
    width = len(cells_of(_bare(lines[delimiter])))
    header = subject.source.line_text(delimiter)
    many = len(cells_of(_bare(header)))
    if "|" in header and lines[delimiter - 1].strip() and many != width:
        message = f"the line below the header has {width} cells and the header {many}, which makes no table"
        yield subject.at_line(RAGGED_TABLE, message, _HINT, delimiter + 1)
        return
    for number in range(delimiter + 2, len(lines) + 1):
        if "|" not in lines[number - 1]:
            return
        if number not in seen:
            yield from _surplus(subject, number, width)


def _surplus(subject: Subject, number: int, width: int) -> Iterator[Diagnostic]:
    """Yield a finding where words stand behind the last cell that the header has room for."""
    line = subject.source.line_text(number)
    row = _bare(line)
    if row.count("|") - row.startswith("|") - row.endswith("|") < width:
        return
    cells = cells_of(row)
    if len(cells) <= width or not any(row[slice(*cell)].strip() for cell in cells[width:]):
        return
    lost = row[cells[width][0] :]
    start = subject.source.start_of_line(number) + line.index(row) + len(row) - len(lost.lstrip(" \t|"))
    message = f"this row has {len(cells)} cells and the header {width}: what is too much is not shown"
    yield subject.at(RAGGED_TABLE, message, _HINT, start, start + len(lost.strip(" \t|")))


def _bare(line: str) -> str:
    """Return a line without the marks of a quote and the blanks around it."""
    return line.strip(" \t>")


RULE = Rule(RAGGED_TABLE, check)
