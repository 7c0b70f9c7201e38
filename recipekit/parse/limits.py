"""What no recipe is as large as: its lines, its columns, its numbers. Refused before any time is spent on it."""

from __future__ import annotations

import re
from itertools import islice

from recipekit.errors import UnreadableRecipeError
from recipekit.source import Source
from recipekit.words import numbers

MAX_LINES = 10_000
"""No recipe has more lines; reading so many takes a second or two."""
MAX_COLUMNS = 50_000
"""No recipe has a longer line; Markdown's own rules take quadratic time on some."""
MAX_NUMBERS = 10_000
"""No recipe holds more numbers; each is looked at by a dozen rules, and scaled and spelled exactly."""

_HINT = "split it, or name a recipe"


def refuse_length(source: Source) -> None:
    """Refuse more lines, longer ones, and more numbers than any recipe has.

    Raises:
        UnreadableRecipeError: it has, on the line named.
    """
    text = source.text
    if len(text) <= 2 * MAX_NUMBERS and text.count("\n") <= MAX_LINES:
        return  # each number takes a digit and a blank at least
    if text.count("\n") > MAX_LINES:
        problem = f"this has more than {MAX_LINES:,} lines"
        raise UnreadableRecipeError(source.path, problem, _HINT, line=MAX_LINES + 1)
    for number, row in enumerate(text.split("\n"), 1):
        if len(row) > MAX_COLUMNS:
            problem = f"this line is longer than {MAX_COLUMNS:,} characters"
            raise UnreadableRecipeError(source.path, problem, _HINT, line=number)
    spelled = "|".join(map(re.escape, numbers()))
    found = re.finditer(rf"(?<![\w.,])(?:[\d¼-¾⅐-⅞]|(?:{spelled})\b)", text, re.IGNORECASE)
    beyond = next(islice(found, MAX_NUMBERS, None), None)
    if beyond is not None:
        problem = f"this holds more than {MAX_NUMBERS:,} numbers"
        raise UnreadableRecipeError(source.path, problem, _HINT, line=source.line_at(beyond.start()))
