"""The words around a converted amount: "an 8-inch pan" and "a 20 cm pan", "1 inch thick" and "a 1-inch piece"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recipekit.model import Quantity
from recipekit.ops.spelling import Spelling
from recipekit.source import Edit, Span
from recipekit.words import words

_ARTICLE = re.compile(r"\b([Aa]n?) $")
_VOWEL = re.compile(r"8|1[18](?!\d)")


def articles(text: str, kept: Iterable[tuple[Quantity, Spelling | None]]) -> Iterator[Edit]:
    """Yield the edits that put "an" before "8-inch" and "a" before "20 cm"."""
    for quantity, spelling in kept:
        article = _ARTICLE.search(text, max(0, quantity.start - 4), quantity.start) if spelling is not None else None
        if article and spelling:
            said = "an" if _VOWEL.match(spelling.number) else "a"
            yield Edit(Span(*article.span(1)), said.capitalize() if article[1][0] == "A" else said)


def is_adjective(text: str, quantity: Quantity) -> bool:
    """Tell whether a length stands before the noun it belongs to: "a 9-inch pan", and not "1 inch thick"."""
    if text[quantity.number_end : quantity.number_end + 1] in ("-", "‐", "‑"):
        return True
    noun = re.match(r" ([^\W\d_]+)", text[quantity.end :])
    return noun is not None and noun[1].lower() not in words("behind_lengths")
