"""A value of the front matter is something else to older YAML readers.

`time: 1:30` is a text here and the number 90 to a reader of YAML 1.1, as most site generators have; `010` is 8 there,
and a date is no text. Quotes settle it. Off by default, since a date is mostly meant as one.

Bad:

    ---
    title: Soup
    time: 1:30
    ---

    # Soup

Good:

    ---
    title: Soup
    time: "1:30"
    ---

    # Soup

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import AMBIGUOUS_VALUE

RULE = reported(AMBIGUOUS_VALUE, on=False)
