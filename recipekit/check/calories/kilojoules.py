"""Kilojoules stand where kilocalories are meant.

One kilocalorie is 4.184 kJ; a label in kJ that was copied into a column of kcal makes a dish four times as rich. It
shows where a food has more kcal than fat and would not in kJ, or where the rows are 4.184 times the total.

Bad:

    ## Calories

    | Food   | Quantity | Calories   |
    | ------ | -------- | ---------- |
    | Butter | 100 g    | 3,000 kcal |

Good:

    ## Calories

    | Food   | Quantity | Calories |
    | ------ | -------- | -------- |
    | Butter | 100 g    | 717 kcal |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import KILOJOULES, Diagnostic
from recipekit.ops.energy import MOST_KCAL, MOST_KJ, total_in_kilocalories
from recipekit.parse.figures import KJ_PER_KCAL


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row of the recipe that must be in kJ, or one for all of them."""
    hint = "write kJ behind the number, or divide it by 4.184"
    whole = total_in_kilocalories(subject.recipe)
    if whole is not None:
        message = "the rows add up to 4.184 times the total: they are kilojoules, the total is not"
        yield subject.finding(KILOJOULES, message, hint, whole.figure)
        return
    for row, density in subject.dense_rows:
        if density <= MOST_KJ and row.cell is not None:
            said = f"{row.ingredient} would have {round(density):,} kcal in 100 g, fat has {MOST_KCAL}"
            message = f"{said}; as kilojoules it would be {round(density / KJ_PER_KCAL)}"
            yield subject.finding(KILOJOULES, message, hint, row.cell)


RULE = Rule(KILOJOULES, check)
