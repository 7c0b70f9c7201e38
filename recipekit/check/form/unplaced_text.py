r"""A piece of the file could not be placed.

Its markup is so unusual that recipekit knows what it says and not where it stands. It is shown and scaled, but the file
is not written where such a piece would have to change.

Bad:

    ## Ingredients

    - _2 eggs\\_

Good:

    ## Ingredients

    - 2 eggs

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import UNPLACED_TEXT

RULE = reported(UNPLACED_TEXT)
