"""Amounts: units, ranges, what the list says twice or otherwise than the table."""

from recipekit.check.amounts.ambiguous_units import RULE as AMBIGUOUS_UNITS
from recipekit.check.amounts.amounts_without_unit import RULE as AMOUNTS_WITHOUT_UNIT
from recipekit.check.amounts.falling_ranges import RULE as FALLING_RANGES
from recipekit.check.amounts.list_and_table import RULE as LIST_AND_TABLE
from recipekit.check.amounts.listed_measures import RULE as LISTED_MEASURES
from recipekit.check.amounts.twice_listed import RULE as TWICE_LISTED
from recipekit.check.amounts.unknown_units import RULE as UNKNOWN_UNITS
from recipekit.check.amounts.unreadable_amounts import RULE as UNREADABLE_AMOUNTS

RULES = (
    UNREADABLE_AMOUNTS, AMOUNTS_WITHOUT_UNIT, UNKNOWN_UNITS, AMBIGUOUS_UNITS, LISTED_MEASURES, FALLING_RANGES,
    TWICE_LISTED, LIST_AND_TABLE,
)  # fmt: skip
"""The rules of this family, in the order of the codes."""
