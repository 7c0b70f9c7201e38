"""The stated calories of one serving are not the stated total divided by the servings.

A figure that ends in 0 may be rounded to ten, one that ends in 5 to five; any other may be off by 1 kcal. A wrong total
or a label for other servings is its own finding, and not this one too.

Bad:

    > - **Serves:** 4

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Oil   | 45 g     | 400 kcal   |

    **Total: 2,000 kcal**

    **Per serving (4 servings): 400 kcal**

Good:

    > - **Serves:** 4

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Oil   | 45 g     | 400 kcal   |

    **Total: 2,000 kcal**

    **Per serving (4 servings): 500 kcal**

Fixable: yes
Since: 0.3.0
"""

from recipekit.check.calories.stating import stated_rule
from recipekit.diagnostics import SERVING_NOT_ITS_SHARE
from recipekit.ops.stated import What

RULE = stated_rule(SERVING_NOT_ITS_SHARE, What.PER_SERVING, "recipekit calories --fix divides the total anew")
