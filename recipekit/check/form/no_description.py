"""The front matter gives no description.

A recipe site shows it in lists and in search results, and makes up something worse without it. A file without any front
matter is left alone: its author does not use it.

Bad:

    ---
    title: Pea Soup
    tags: [Soup]
    ---

    ## Ingredients

    - 500 g peas

Good:

    ---
    title: Pea Soup
    description: A thick green soup for a cold evening.
    tags: [Soup]
    ---

    ## Ingredients

    - 500 g peas

Fixable: no
Since: 0.3.0
"""

from recipekit.check.form.lacking import lacking
from recipekit.diagnostics import NO_DESCRIPTION

RULE = lacking(
    NO_DESCRIPTION, "description", lambda recipe: recipe.description, "write a sentence under the key description"
)
