"""The calories table has columns of which nothing is read.

Only the food, its quantity, its calories and their source are read: what stands in the others is neither scaled nor
checked. Off by default, since many tables have such columns on purpose.

Bad:

    ## Calories

    | Food  | Quantity | kcal | Protein |
    | ----- | -------- | ---- | ------- |
    | Beans | 500 g    | 1600 | 110 g   |

Good:

    ## Calories

    | Food  | Quantity | kcal |
    | ----- | -------- | ---- |
    | Beans | 500 g    | 1600 |

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import UNREAD_COLUMNS

RULE = reported(UNREAD_COLUMNS, on=False)
