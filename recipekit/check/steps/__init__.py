"""The steps against the list: what is used, how much of it, and for how many."""

from recipekit.check.steps.bare_temperatures import RULE as BARE_TEMPERATURE
from recipekit.check.steps.less_than_listed import RULE as STEPS_USE_LESS
from recipekit.check.steps.more_than_listed import RULE as STEPS_USE_MORE
from recipekit.check.steps.never_used import RULE as NEVER_USED
from recipekit.check.steps.not_listed import RULE as NOT_LISTED
from recipekit.check.steps.other_servings import RULE as OTHER_SERVINGS
from recipekit.check.steps.remaining_of_nothing import RULE as REMAINING_OF_NOTHING
from recipekit.check.steps.unheated_oven import RULE as OVEN_NOT_PREHEATED

RULES = (
    NEVER_USED, NOT_LISTED, STEPS_USE_MORE, STEPS_USE_LESS, REMAINING_OF_NOTHING,
    BARE_TEMPERATURE, OTHER_SERVINGS, OVEN_NOT_PREHEATED,
)  # fmt: skip
"""The rules of this family, in the order of the codes."""
