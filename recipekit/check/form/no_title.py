"""The recipe has no title.

It cannot be named on the command line, listed, or found again. A title stands in the front matter, or is the first
heading of the file.

Bad:

    ## Ingredients

    - 500 g peas

Good:

    # Pea Soup

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import NO_TITLE

RULE = reported(NO_TITLE)
