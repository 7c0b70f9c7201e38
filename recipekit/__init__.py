r"""Recipes kept as plain Markdown: read them, scale them, hand them on.

>>> import recipekit
>>> recipe = recipekit.read_recipe("# Toast\n\nServes 2\n\n## Ingredients\n\n- 4 slices bread\n")
>>> recipekit.scale_to(recipe, 1).ingredients[0].items[0].wording.text
'2 slices bread'

Names are loaded when they are first asked for, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recipekit.api import read_recipe
    from recipekit.errors import RecipeKitError
    from recipekit.library.reading import read_card
    from recipekit.model import Ingredient, Quantity, Recipe, Step
    from recipekit.ops.scaling import scale, scale_to, scale_to_yield
    from recipekit.ops.shopping import shopping_list
    from recipekit.render.document import to_document

__version__ = "0.2.0"
__all__ = [
    "Ingredient", "Quantity", "Recipe", "RecipeKitError", "Step", "read_card", "read_recipe", "scale", "scale_to",
    "scale_to_yield", "shopping_list", "to_document",
]  # fmt: skip

_HOMES = {
    "read_card": "library.reading", "read_recipe": "api", "RecipeKitError": "errors", "Ingredient": "model",
    "Quantity": "model", "Recipe": "model", "Step": "model", "scale": "ops.scaling", "scale_to": "ops.scaling",
    "scale_to_yield": "ops.scaling", "shopping_list": "ops.shopping", "to_document": "render.document",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'recipekit' has no attribute {name!r}")
    return getattr(import_module(f"recipekit.{_HOMES[name]}"), name)
