"""Style, off by default: what differs without being wrong."""

from recipekit.check.style.mixed_fractions import RULE as MIXED_FRACTIONS
from recipekit.check.style.mixed_unit_spelling import RULE as MIXED_UNIT_SPELLING
from recipekit.check.style.tag_variant import RULE as TAG_VARIANT
from recipekit.check.style.trailing_blanks import RULE as TRAILING_BLANKS

RULES = (
    MIXED_FRACTIONS, MIXED_UNIT_SPELLING, TRAILING_BLANKS, TAG_VARIANT,
)  # fmt: skip
"""The rules of this family, in the order of the codes."""
