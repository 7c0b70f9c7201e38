"""A row of the calories table gives no calories.

Its cell is empty or holds a dash, a question mark, "n/a" or "TBD". The row counts as unknown, and every total that is
worked out is too low by it. What has hardly any calories may do without a number, and so may a row that says
"negligible" or "to taste". Where no row has a number yet, only the first is reported.

Bad:

    ## Calories

    | Food   | Quantity | Calories   |
    | ------ | -------- | ---------- |
    | Beans  | 500 g    | 1,600 kcal |
    | Butter | 45 g     | –          |

Good:

    ## Calories

    | Food   | Quantity | Calories   |
    | ------ | -------- | ---------- |
    | Beans  | 500 g    | 1,600 kcal |
    | Butter | 45 g     | 323 kcal   |
    | Salt   | 5 g      | –          |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.calories.naming import named, says
from recipekit.check.calories.telling_rows import about_row, ragged_lines, short
from recipekit.check.calories.trifles import is_trifle
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import ROW_WITHOUT_CALORIES, Diagnostic
from recipekit.model import CalorieRow
from recipekit.parse.cells import is_left_open
from recipekit.units import CUPS


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row of a food with calories whose cell is left open."""
    table = subject.recipe.calories
    if table is None or all(row.kcal is not None for row in table.rows):
        return
    cups = subject.recipe.cups or CUPS[0]
    ragged = ragged_lines(subject)
    listed = {item.name.casefold() for group in subject.recipe.ingredients for item in group.items}
    numbered = any(row.kcal is not None for row in table.rows)
    for row in table.rows:
        if not _is_open(row, cups) or row.cell is None or row.cell.line in ragged or _is_heading(row, listed):
            continue
        said = f'not "{row.cell.text}"' if row.cell.text else "the cell is empty"
        message = f'the calories of "{short(row.ingredient)}" are missing'
        hint = f"write their number, like 120 kcal, or 0 where there are none; {said}"
        yield about_row(subject, ROW_WITHOUT_CALORIES, message, hint, row)
        if not numbered:
            return


def _is_open(row: CalorieRow, cups: str) -> bool:
    if row.kcal is not None or row.cell is None or not is_left_open(row.cell.text):
        return False
    said = f"{row.ingredient} {row.wording.text}"
    return not is_trifle(row.ingredient, row.quantities, cups) and not says(said, "asides")


def _is_heading(row: CalorieRow, listed: set[str]) -> bool:
    """Tell whether a row is a heading within the table, as "For the sauce" is: it has nothing but a name."""
    if row.wording.text or row.source is not None or (row.cell is not None and row.cell.text):
        return not row.ingredient.strip()
    return row.ingredient.casefold() not in listed or named(row.ingredient).is_composite


RULE = Rule(ROW_WITHOUT_CALORIES, check)
