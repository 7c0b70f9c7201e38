"""Two measures of one cell say different amounts.

"12 oz (500 g)": one of them is wrong, and with it the calories or the dish. Masses are compared with masses and volumes
with volumes; ounces beside millilitres are fluid ones, and where the recipe does not say whose cups and pints it means
the nearest count. Up to 5 % apart, or 2 g or ml, is rounding. What is weighed twice, drained or raw and cooked, is left
alone.

Bad:

    ## Calories

    | Food | Quantity      | Calories   |
    | ---- | ------------- | ---------- |
    | Pork | 12 oz (500 g) | 1,000 kcal |

Good:

    ## Calories

    | Food | Quantity      | Calories   |
    | ---- | ------------- | ---------- |
    | Pork | 12 oz (340 g) | 1,000 kcal |

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.dual_measures import disagreeing
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import MEASURES_DISAGREE, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding for every row of the recipe whose quantity says two different amounts."""
    recipe = subject.recipe
    for row in recipe.calories.rows if recipe.calories else ():
        pair = disagreeing(row.quantities, row.wording.text, recipe.cups) if len(row.quantities) > 1 else None
        if pair is not None:
            message = f'"{pair[0].text}" and "{pair[1].text}" of {row.ingredient} are not the same amount'
            yield subject.finding(MEASURES_DISAGREE, message, "mend the wrong one", row.wording, pair[1].start)


RULE = Rule(MEASURES_DISAGREE, check)
