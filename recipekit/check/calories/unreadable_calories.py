"""The calories of a row are no number.

The row counts as unknown: every total that is worked out is too low by it, and says so. "Negligible" and "0" are
numbers to recipekit; "a lot" and "3 × 78 = 234" are not. A cell that is empty, a dash, "?" or "TBD" is the finding of
`row-without-calories`.

Bad:

    ## Calories

    | Food  | Quantity | kcal |
    | ----- | -------- | ---- |
    | Beans | 500 g    | many |

Good:

    ## Calories

    | Food  | Quantity | kcal |
    | ----- | -------- | ---- |
    | Beans | 500 g    | 1600 |

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import UNREADABLE_CALORIES

RULE = reported(UNREADABLE_CALORIES)
