"""The rules of the linter, one module each; every rule is a pure function from a recipe to its findings."""

from recipekit.check.impossible_calories import RULE as IMPOSSIBLE_CALORIES
from recipekit.check.kilojoules import RULE as KILOJOULES
from recipekit.check.label_servings import RULE as LABEL_SERVINGS
from recipekit.check.measures import RULE as MEASURES
from recipekit.check.per_serving import RULE as PER_SERVING
from recipekit.check.total import RULE as TOTAL

RULES = (TOTAL, PER_SERVING, LABEL_SERVINGS, MEASURES, IMPOSSIBLE_CALORIES, KILOJOULES)
"""Every rule, in the order of the codes."""
