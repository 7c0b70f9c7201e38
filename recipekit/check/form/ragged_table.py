"""A row of a table has not as many cells as its header.

A cell too few shifts nothing and is filled with blanks, but a cell too many is lost on the page: what stands in it is
read by nobody. A bar within a link or code span makes a cell too; escape it.

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

from recipekit.check.rule import reported
from recipekit.diagnostics import RAGGED_TABLE

RULE = reported(RAGGED_TABLE)
