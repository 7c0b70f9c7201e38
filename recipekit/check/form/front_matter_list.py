"""The front matter holds no pairs of a key and a value.

A list or a bare word between the lines of dashes is YAML, but no title, no tags and no servings can be found in it: all
of it is left out.

Bad:

    ---
    - title
    - soup
    ---

    # Soup

    ## Ingredients

    - 500 g peas

Good:

    ---
    title: Soup
    ---

    # Soup

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import FRONT_MATTER_LIST

RULE = reported(FRONT_MATTER_LIST)
