"""One shopping list for several recipes: the same foods together, exactly, and nothing lost or invented."""

from recipekit.ops.shopping.listing import Settings, shopping_list
from recipekit.ops.shopping.values import Amount, Item, Need, Reason, ShoppingList

__all__ = ["Amount", "Item", "Need", "Reason", "Settings", "ShoppingList", "shopping_list"]
