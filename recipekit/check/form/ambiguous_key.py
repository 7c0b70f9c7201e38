"""A key of the front matter is true or false to older YAML readers.

`no: 7` is a key "no" here and the key false to a reader of YAML 1.1, as most site generators have. Off by default.

Bad:

    ---
    title: Soup
    no: 7
    ---

    # Soup

Good:

    ---
    title: Soup
    "no": 7
    ---

    # Soup

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import AMBIGUOUS_KEY

RULE = reported(AMBIGUOUS_KEY, on=False)
