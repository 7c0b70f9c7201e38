"""Amounts: units, ranges, what the list says twice or otherwise than the table."""

RULES = ()
"""The rules of this family, in the order of the codes."""
