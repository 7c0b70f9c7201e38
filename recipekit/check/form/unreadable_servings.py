"""The servings hold no number.

"Serves: a crowd" cannot be scaled, and no figure per serving can be worked out. Number words, ranges and what a recipe
makes ("24 cookies") are read.

Bad:

    > - **Serves:** a crowd

    ## Ingredients

    - 500 g peas

Good:

    > - **Serves:** 10–12

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import UNREADABLE_SERVINGS

RULE = reported(UNREADABLE_SERVINGS)
