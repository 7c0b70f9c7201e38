"""Two recipes of the collection have one title.

Nobody can tell them apart in a list. Capitals, accents and signs make no difference. The second in the order of the
files is reported; it may be a copy that was forgotten.

Bad:

    ==> pea-soup.md <==
    ---
    id: pea-soup
    title: Green Soup
    ---

    ## Ingredients

    - 500 g peas
    ==> lentil-soup.md <==
    ---
    id: lentil-soup
    title: Green soup!
    ---

    ## Ingredients

    - 500 g lentils

Good:

    ==> pea-soup.md <==
    ---
    id: pea-soup
    title: Pea Soup
    ---

    ## Ingredients

    - 500 g peas
    ==> lentil-soup.md <==
    ---
    id: lentil-soup
    title: Lentil Soup
    ---

    ## Ingredients

    - 500 g lentils

Fixable: no
Since: 0.3.0
"""

from __future__ import annotations

import re
import unicodedata

from recipekit.check.form.doubles import doubled
from recipekit.diagnostics import DUPLICATE_TITLE

_SIGN = re.compile(r"[\W_]|[\u0300-\u036f]")


def _plain(title: str) -> str:
    """Return *title* without capitals, accents and signs."""
    return _SIGN.sub("", unicodedata.normalize("NFKD", title.casefold()))


RULE = doubled(DUPLICATE_TITLE, "title", lambda card: card.title, _plain, "say in one of the titles what is different")
