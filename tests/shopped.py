"""Recipes of a few lines, and what a shopping list for them says."""

from recipekit.api import read_recipe
from recipekit.model import Recipe
from recipekit.ops.shopping import Item, ShoppingList
from recipekit.render.shopping import line_of


def soup(*lines: str, title: str = "Soup") -> Recipe:
    """Return a recipe that lists *lines*."""
    listed = "\n".join(f"- {line}" for line in lines)
    return read_recipe(f"# {title}\n\nServes 4\n\n## Ingredients\n\n{listed}\n")


def bought(found: ShoppingList) -> list[str]:
    """Return the lines of a list, in the order of its foods."""
    return [line_of(item) for part in found.parts for item in part.items]


def apart(found: ShoppingList) -> list[str]:
    """Return what is left out of a list."""
    return [line_of(item) for item in found.left_out]


def items(found: ShoppingList) -> list[Item]:
    """Return everything of a list, bought or not."""
    return [*(item for part in found.parts for item in part.items), *found.left_out]
