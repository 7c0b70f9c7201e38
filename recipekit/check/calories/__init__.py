"""The calories table: its figures, its rows against the list, and against the other recipes."""

from recipekit.check.calories.calories_unlike_others import RULE as CALORIES_UNLIKE_OTHERS
from recipekit.check.calories.impossible_calories import RULE as IMPOSSIBLE_CALORIES
from recipekit.check.calories.ingredient_without_row import RULE as INGREDIENT_WITHOUT_ROW
from recipekit.check.calories.kilojoules import RULE as KILOJOULES
from recipekit.check.calories.label_servings import RULE as LABEL_SERVINGS
from recipekit.check.calories.measures import RULE as MEASURES
from recipekit.check.calories.per_serving import RULE as PER_SERVING
from recipekit.check.calories.raw_or_cooked import RULE as RAW_OR_COOKED
from recipekit.check.calories.row_without_calories import RULE as ROW_WITHOUT_CALORIES
from recipekit.check.calories.row_without_ingredient import RULE as ROW_WITHOUT_INGREDIENT
from recipekit.check.calories.row_without_source import RULE as ROW_WITHOUT_SOURCE
from recipekit.check.calories.source_of_another import RULE as SOURCE_OF_ANOTHER
from recipekit.check.calories.total import RULE as TOTAL
from recipekit.check.calories.unread_columns import RULE as UNREAD_COLUMNS
from recipekit.check.calories.unreadable_calories import RULE as UNREADABLE_CALORIES

RULES = (
    UNREADABLE_CALORIES, UNREAD_COLUMNS, TOTAL, PER_SERVING, LABEL_SERVINGS, MEASURES, IMPOSSIBLE_CALORIES, KILOJOULES,
    INGREDIENT_WITHOUT_ROW, ROW_WITHOUT_INGREDIENT, ROW_WITHOUT_CALORIES, ROW_WITHOUT_SOURCE, CALORIES_UNLIKE_OTHERS,
    RAW_OR_COOKED, SOURCE_OF_ANOTHER,
)  # fmt: skip
"""The rules of this family, in the order of the codes."""
