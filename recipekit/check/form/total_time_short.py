"""The total time is shorter than one of its parts.

One of them was changed and the other forgotten. A total below the sum of its parts is let pass, because a cook does two
things at once.

Bad:

    > - **Prep Time:** 20 minutes
    > - **Cook Time:** 2 hours
    > - **Total Time:** 45 minutes

    ## Ingredients

    - 500 g peas

Good:

    > - **Prep Time:** 20 minutes
    > - **Cook Time:** 2 hours
    > - **Total Time:** 2 hours 20 minutes

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import TOTAL_TIME_SHORT, Diagnostic


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the longest total is shorter than the shortest time for one part of it."""
    times = subject.recipe.times
    for name, part in (("preparing", times.prep), ("cooking", times.cook)):
        if times.total is not None and part is not None and times.total.high < part.low:
            wording = times.total.wording
            message = f'the total of "{wording.text[:40]}" is shorter than {name}, "{part.wording.text[:40]}"'
            yield subject.finding(TOTAL_TIME_SHORT, message, "mend the wrong one", wording, 0, len(wording.text))
            return


RULE = Rule(TOTAL_TIME_SHORT, check)
