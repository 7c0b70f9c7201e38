"""The id is no slug.

The id becomes a part of an address: in lower case, ASCII letters and digits with single hyphens between them, it can be
typed, linked and put into a file's name. Underscores are let pass, and so are ids of digits alone (Zettelkasten),
paths, points, and what only a program makes up (UUID, ULID). The fix is unsafe, because links to the old address break.

Bad:

    ---
    id: Pea Soup (Best!)
    title: Pea Soup
    ---

    ## Ingredients

    - 500 g peas

Good:

    ---
    id: pea-soup-best
    title: Pea Soup
    ---

    ## Ingredients

    - 500 g peas

Fixable: yes, unsafely
Since: 0.3.0
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from recipekit.check.cards import placed_key
from recipekit.check.rule import Rule, Subject
from recipekit.diagnostics import ID_NO_SLUG, Diagnostic, Fix
from recipekit.source import Edit, Span

_SLUG = re.compile(r"[a-z0-9]+(?:[-_./][a-z0-9]+)*|\d[\d.-]*")
_MADE_UP = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe"})


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Yield a finding where the id is no slug."""
    written = subject.recipe.id
    if not written or _SLUG.fullmatch(written) or _MADE_UP.fullmatch(written):
        return
    placed = placed_key(subject, "id", written)
    slug = slug_of(written)
    hint = f"write {slug}" if slug else "write it in lower case, with hyphens"
    message = f'the id "{written[:60]}" is no slug'
    if placed is None or placed.offset is None:
        yield subject.at_line(ID_NO_SLUG, message, hint, placed.line if placed else 1)
        return
    span = Span(placed.offset, placed.offset + len(written))
    fix = Fix((Edit(span, slug),), f"write {slug}", safe=False) if slug else None
    yield subject.at(ID_NO_SLUG, message, hint, *span, fix=fix)


def slug_of(text: str) -> str:
    """Return *text* as a slug.

    >>> slug_of("Crème brûlée & Käse"), slug_of("30‑Minute Soup")
    ('creme-brulee-kaese', '30-minute-soup')
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in folded if not unicodedata.combining(letter)).replace("’", "").replace("'", "")
    return "-".join(re.findall(r"[a-z0-9]+", plain))


RULE = Rule(ID_NO_SLUG, check)
