"""The recipe lists no ingredients.

Nobody can shop for it. A list below a heading such as *Ingredients* or *You will need* is found, in a table or in the
front matter too.

Bad:

    # Pea Soup

    ## Instructions

    1. Simmer the peas.

Good:

    # Pea Soup

    ## Ingredients

    - 500 g peas

    ## Instructions

    1. Simmer the peas.

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import NO_INGREDIENTS

RULE = reported(NO_INGREDIENTS)
