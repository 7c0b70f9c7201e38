"""The stated total is not what the rows of the calories table add up to.

Someone changed a row and forgot the total, and every reader who counts calories counts wrong. One kilocalorie is let
pass, and so is the rounding that the total shows: half of ten where it ends in 0, half of a hundred in "~4,300".

Bad:

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Oil   | 45 g     | 400 kcal   |

    **Total: 2,100 kcal**

Good:

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Oil   | 45 g     | 400 kcal   |

    **Total: 2,000 kcal**

Fixable: yes
Since: 0.3.0
"""

from recipekit.check.calories.stating import stated_rule
from recipekit.diagnostics import TOTAL_NOT_THE_SUM
from recipekit.ops.stated import What

RULE = stated_rule(TOTAL_NOT_THE_SUM, What.TOTAL, "recipekit calories --fix writes the sum")
