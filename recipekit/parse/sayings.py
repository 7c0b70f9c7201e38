"""Comments that speak to recipekit: ``<!-- recipekit: fixed -->``."""

from __future__ import annotations

import re

FIXED = "fixed"
SCALE = "scale"
SAYINGS = (FIXED, SCALE, "ignore", "ignore-file")
"""What a comment may say; the last two are for `check`."""

_COMMENT = re.compile(r"<!--\s*recipekit\s*:\s*([\w-]+)[^>]*-->", re.IGNORECASE)


def saying(comment: str) -> str | None:
    """Return what a comment tells recipekit, None where it is for somebody else.

    >>> saying("<!-- recipekit: fixed -->"), saying("<!-- buy more -->")
    ('fixed', None)
    """
    found = _COMMENT.fullmatch(comment.strip())
    return found[1].lower() if found else None
