"""Two recipes of the collection have one id.

The id is a page's address: of two pages with one address a site shows one, or neither. The second in the order of the
files is reported.

Bad:

    ==> pea-soup.md <==
    ---
    id: soup
    title: Pea Soup
    ---

    ## Ingredients

    - 500 g peas
    ==> lentil-soup.md <==
    ---
    id: soup
    title: Lentil Soup
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

from recipekit.check.form.doubles import doubled
from recipekit.diagnostics import DUPLICATE_ID

RULE = doubled(DUPLICATE_ID, "id", lambda card: card.id, str.strip, "give each recipe an id of its own")
