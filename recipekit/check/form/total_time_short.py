"""The total time is shorter than one of its parts.

One of them was changed and the other forgotten. A total below the sum of its parts is let pass, because a cook does two
things at once, and so is a time with words beside it: "20 minutes, plus soaking" may or may not count in the total.

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

import re
from collections.abc import Iterator

from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import TOTAL_TIME_SHORT, Diagnostic
from recipekit.words import meanings, words

_WORD = re.compile(r"[^\W\d_]+")
_BESIDE = frozenset(
    ("h", "m", "s", "d", "p", "pt", "to", "bis", "a", "an", "half", "and", "und", "or", "oder", "less", "total")
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the longest total is shorter than the shortest time for one part of it."""
    times = subject.recipe.times
    for name, part in (("preparing", times.prep), ("cooking", times.cook)):
        if times.total is None or part is None or times.total.high >= part.low:
            continue
        wording = times.total.wording
        if _is_a_time_alone(wording.text) and _is_a_time_alone(part.wording.text):
            message = f'the total of "{wording.text[:40]}" is shorter than {name}, "{part.wording.text[:40]}"'
            yield subject.finding(TOTAL_TIME_SHORT, message, "mend the wrong one", wording, 0, len(wording.text))
            return


def _is_a_time_alone(text: str) -> bool:
    """Tell whether *text* says how long and nothing else.

    >>> _is_a_time_alone("about 1 hour 20 min"), _is_a_time_alone("PT90M"), _is_a_time_alone("1 hour + chilling")
    (True, True, False)
    """
    if "+" in text:
        return False
    known = meanings("units").keys() | words("approximately") | _BESIDE
    return all(word in known for word in _WORD.findall(text.lower()))


RULE = Rule(TOTAL_TIME_SHORT, check)
