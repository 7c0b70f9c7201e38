"""The front matter gives no tags.

Without tags a recipe stands in no list but the one of everything. A file without any front matter is left alone, and
`keywords` and `categories` count as tags.

Bad:

    ---
    title: Pea Soup
    description: A thick green soup.
    ---

    ## Ingredients

    - 500 g peas

Good:

    ---
    title: Pea Soup
    description: A thick green soup.
    tags: [Soup]
    ---

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from recipekit.check.form.lacking import lacking
from recipekit.diagnostics import NO_TAGS
from recipekit.model import Recipe

_OTHERWISE = frozenset(("categories", "category", "keywords", "taxonomies", "courses", "course", "cuisine"))
"""Keys by which sites sort recipes beside tags; Jekyll and Hugo know the first."""


def _is_sorted(recipe: Recipe) -> bool:
    """Tell whether the front matter says where the recipe belongs."""
    keys = {str(key).lower() for key, value in recipe.front_matter.items() if value}
    return bool(recipe.tags) or not keys.isdisjoint(_OTHERWISE)


RULE = lacking(NO_TAGS, "tags", _is_sorted, "list a few words under the key tags")
