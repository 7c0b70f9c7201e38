"""The form of the file: front matter, headings, sections, steps."""

from recipekit.check.form.ambiguous_key import RULE as AMBIGUOUS_KEY
from recipekit.check.form.ambiguous_value import RULE as AMBIGUOUS_VALUE
from recipekit.check.form.duplicate_id import RULE as DUPLICATE_ID
from recipekit.check.form.duplicate_key import RULE as DUPLICATE_KEY
from recipekit.check.form.duplicate_title import RULE as DUPLICATE_TITLE
from recipekit.check.form.empty_section import RULE as EMPTY_SECTION
from recipekit.check.form.front_matter_list import RULE as FRONT_MATTER_LIST
from recipekit.check.form.heading_skipped import RULE as HEADING_SKIPPED
from recipekit.check.form.id_no_slug import RULE as ID_NO_SLUG
from recipekit.check.form.no_description import RULE as NO_DESCRIPTION
from recipekit.check.form.no_ingredients import RULE as NO_INGREDIENTS
from recipekit.check.form.no_instructions import RULE as NO_INSTRUCTIONS
from recipekit.check.form.no_servings import RULE as NO_SERVINGS
from recipekit.check.form.no_tags import RULE as NO_TAGS
from recipekit.check.form.no_times import RULE as NO_TIMES
from recipekit.check.form.no_title import RULE as NO_TITLE
from recipekit.check.form.ragged_table import RULE as RAGGED_TABLE
from recipekit.check.form.steps_misnumbered import RULE as STEPS_MISNUMBERED
from recipekit.check.form.total_time_short import RULE as TOTAL_TIME_SHORT
from recipekit.check.form.unknown_comment import RULE as UNKNOWN_COMMENT
from recipekit.check.form.unplaced_text import RULE as UNPLACED_TEXT
from recipekit.check.form.unreadable_recipe import RULE as UNREADABLE
from recipekit.check.form.unreadable_servings import RULE as UNREADABLE_SERVINGS
from recipekit.check.form.unreadable_time import RULE as UNREADABLE_TIME

RULES = (
    UNREADABLE, FRONT_MATTER_LIST, AMBIGUOUS_VALUE, AMBIGUOUS_KEY,
    NO_TITLE, NO_DESCRIPTION, NO_TAGS, DUPLICATE_ID,
    DUPLICATE_TITLE, ID_NO_SLUG, UNREADABLE_SERVINGS, UNREADABLE_TIME,
    NO_INGREDIENTS, RAGGED_TABLE, UNPLACED_TEXT, UNKNOWN_COMMENT,
    NO_SERVINGS, NO_TIMES, NO_INSTRUCTIONS, EMPTY_SECTION,
    HEADING_SKIPPED, STEPS_MISNUMBERED, TOTAL_TIME_SHORT, DUPLICATE_KEY,
)  # fmt: skip
"""The rules of this family, in the order of the codes."""
