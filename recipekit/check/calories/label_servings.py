"""The label of the calories names other servings than the recipe.

"Per serving (4 servings)" in a recipe that serves 6: one of them was forgotten when the recipe grew.

Bad:

    > - **Serves:** 4

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Oil   | 45 g     | 400 kcal   |

    **Per serving (6 servings): 500 kcal**

Good:

    > - **Serves:** 4

    ## Calories

    | Food  | Quantity | Calories   |
    | ----- | -------- | ---------- |
    | Beans | 500 g    | 1,600 kcal |
    | Oil   | 45 g     | 400 kcal   |

    **Per serving (4 servings): 500 kcal**

Fixable: yes
Since: 0.3.0
"""

from recipekit.check.calories.stating import stated_rule
from recipekit.diagnostics import LABEL_FOR_OTHERS
from recipekit.ops.stated import What

RULE = stated_rule(LABEL_FOR_OTHERS, What.LABEL, "recipekit calories --fix writes the servings of the recipe")
