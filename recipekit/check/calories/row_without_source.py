"""A row of the calories table has no source, and the others have.

Nobody can look up again where its number came from. Only tables with a column of sources are looked at, of which at
least half of the other rows have one; a row of 5 kcal at most needs none, nor does one without a number.

Bad:

    ## Calories

    | Food   | Quantity | Calories   | Source                               |
    | ------ | -------- | ---------- | ------------------------------------ |
    | Beans  | 500 g    | 1,600 kcal | [USDA](https://fdc.nal.usda.gov/beans) |
    | Onion  | 200 g    | 80 kcal    | [USDA](https://fdc.nal.usda.gov/onion) |
    | Butter | 45 g     | 323 kcal   |                                      |

Good:

    ## Calories

    | Food   | Quantity | Calories   | Source                               |
    | ------ | -------- | ---------- | ------------------------------------ |
    | Beans  | 500 g    | 1,600 kcal | [USDA](https://fdc.nal.usda.gov/beans) |
    | Onion  | 200 g    | 80 kcal    | [USDA](https://fdc.nal.usda.gov/onion) |
    | Butter | 45 g     | 323 kcal   | Estimated                            |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.calories.telling_rows import about_row, line_of, ragged_lines, short
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import ROW_WITHOUT_SOURCE, Diagnostic
from recipekit.model import CalorieRow
from recipekit.parse.cells import is_left_open

_HARDLY_ANY = 5  # kcal


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row with calories that does not say where they come from."""
    rows = subject.recipe.calories.rows if subject.recipe.calories else ()
    without = [row for row in rows if not _has_source(row)]
    sourced = len(rows) - len(without)
    if not without or 2 * sourced < len(rows) - 1 or not sourced:
        return
    ragged = ragged_lines(subject)
    for row in without:
        if row.kcal is not None and row.kcal > _HARDLY_ANY and line_of(row) not in ragged:
            message = f'the calories of "{short(row.ingredient)}" have no source'
            yield about_row(subject, ROW_WITHOUT_SOURCE, message, 'name one, or write "estimated"', row)


def _has_source(row: CalorieRow) -> bool:
    return row.source is not None and (bool(row.source.url) or not is_left_open(row.source.text))


RULE = Rule(ROW_WITHOUT_SOURCE, check)
