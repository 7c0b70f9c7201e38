"""A number is none that a cook could mean.

"1/0 cup" and "1½½ tsp" are kept as text: they are neither scaled nor converted nor put on a shopping list. recipekit
reads "1 1/2", "1-1/2", "1½", "1,5" and "1.5".

Bad:

    ## Ingredients

    - 1/0 cup flour

Good:

    ## Ingredients

    - 1/2 cup flour

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import UNREADABLE_AMOUNT

RULE = reported(UNREADABLE_AMOUNT)
