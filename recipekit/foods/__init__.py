"""Whether two names mean the same food, whatever their plural, order, preparation or language."""

from recipekit.foods.choosing import best_match, matching, nearest
from recipekit.foods.likeness import Likeness, Verdict, compare
from recipekit.foods.splitting import split_foods

__all__ = ["Likeness", "Verdict", "best_match", "compare", "matching", "nearest", "split_foods"]
