"""Links, images, and what was left over from editing."""

from recipekit.check.links.editing_mark import RULE as EDITING_MARK
from recipekit.check.links.image_missing import RULE as IMAGE_MISSING
from recipekit.check.links.image_of_another import RULE as IMAGE_OF_ANOTHER
from recipekit.check.links.malformed_url import RULE as MALFORMED_URL
from recipekit.check.links.todo_comment import RULE as TODO_COMMENT
from recipekit.check.links.tracking_parameters import RULE as TRACKING_PARAMETERS
from recipekit.check.links.undefined_reference import RULE as UNDEFINED_REFERENCE
from recipekit.check.links.unused_definition import RULE as UNUSED_DEFINITION

RULES = (
    UNDEFINED_REFERENCE, UNUSED_DEFINITION, MALFORMED_URL, TRACKING_PARAMETERS, IMAGE_MISSING, IMAGE_OF_ANOTHER,
    EDITING_MARK, TODO_COMMENT,
)  # fmt: skip
"""The rules of this family, in the order of the codes."""
