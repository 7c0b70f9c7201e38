"""A food has more calories than pure fat.

Fat has 902 kcal in 100 g and nothing that is eaten has more: the number, or the weight beside it, is wrong.

Bad:

    ## Calories

    | Food      | Quantity       | Calories |
    | --------- | -------------- | -------- |
    | Olive oil | 1 tbsp (1.4 g) | 120 kcal |

Good:

    ## Calories

    | Food      | Quantity      | Calories |
    | --------- | ------------- | -------- |
    | Olive oil | 1 tbsp (14 g) | 120 kcal |

Fixable: no
Since: 0.3.0

Source: USDA SR28 NDB 04002, lard: 902 kcal in 100 g, the most of any food there.
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import IMPOSSIBLE_CALORIES, Diagnostic
from recipekit.ops.energy import MOST_KCAL, MOST_KJ


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row of the recipe with more kcal in 100 g than fat, even if they were kJ."""
    for row, density in subject.dense_rows:
        if density > MOST_KJ and row.cell is not None:
            message = f"{row.ingredient} would have {round(density):,} kcal in 100 g, fat has {MOST_KCAL}"
            yield subject.finding(IMPOSSIBLE_CALORIES, message, "mend the calories or the weight", row.cell)


RULE = Rule(IMPOSSIBLE_CALORIES, check)
