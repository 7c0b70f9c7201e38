"""A time of the overview cannot be read.

It is shown as it is written, but nothing can be found or sorted by it. Hours and minutes in words or digits are read,
`1h 30m` and `PT90M` too.

Bad:

    > - **Prep Time:** a while

    ## Ingredients

    - 500 g peas

Good:

    > - **Prep Time:** ~20 minutes

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import reported
from recipekit.diagnostics import UNREADABLE_TIME

RULE = reported(UNREADABLE_TIME)
