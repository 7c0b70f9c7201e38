"""The file cannot be read as a recipe at all.

The front matter never ends, its YAML or TOML does not parse, or the file is nested deeper than anything that was meant
as a recipe. Nothing else of it is checked, and a site that is built from it will most likely fail.

Bad:

    ---
    title: Soup: with peas
    ---

    # Soup

Good:

    ---
    title: "Soup: with peas"
    ---

    # Soup

Fixable: no
Since: 0.3.0
"""

from recipekit.check.rule import Rule
from recipekit.diagnostics import UNREADABLE

RULE = Rule(UNREADABLE)
